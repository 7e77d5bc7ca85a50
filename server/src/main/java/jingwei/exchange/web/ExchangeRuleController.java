package jingwei.exchange.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jingwei.exchange.LetterKind;
import jingwei.exchange.lease.Lease;
import jingwei.exchange.store.ExchangeSettings;
import jingwei.exchange.store.ExchangeSettings.Area;
import jingwei.exchange.store.ExchangeSettings.Code;
import jingwei.exchange.store.ExchangeSettings.Rule;
import jingwei.exchange.store.ExchangeSettings.Whose;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.journal.Journal;
import jingwei.journal.JournalEntry;
import jingwei.tenancy.PlatformId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// 交换设置: rules who sends what, code mappings with validity, operating models per area (EXC-05, EXC-07).
@RestController
@RequestMapping("/api/exchange")
@Tag(name = "exchange")
class ExchangeRuleController {

    private final ExchangeSettings settings;
    private final Journal journal;
    private final Clock clock;
    private final Lease lease;

    ExchangeRuleController(ExchangeSettings settings, Journal journal, Clock clock, Lease lease) {
        this.lease = lease;
        this.settings = settings;
        this.journal = journal;
        this.clock = clock;
    }

    @Schema(name = "ExchangeRuleView")
    record RuleView(String kind, String name, String of, boolean sends, boolean takes) {
    }

    @Schema(name = "ExchangeRuleWish")
    record RuleWish(@Nullable Boolean sends, @Nullable Boolean takes) {
    }

    @Schema(name = "ExchangeCodeView")
    record CodeView(String list, String theirs, String ours, LocalDate validFrom, @Nullable LocalDate validTo) {
    }

    @Schema(name = "ExchangeCodeWish")
    record CodeWish(@Nullable String list, @Nullable String theirs, @Nullable String ours, @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {
    }

    @Schema(name = "ExchangeAreaView")
    record AreaView(String region, String partner, String supervision, String command) {
    }

    @Schema(name = "ExchangeAreaWish")
    record AreaWish(@Nullable String partner, @Nullable String supervision, @Nullable String command) {
    }

    @GetMapping("/partners/{id}/rules")
    @Permit(Permission.EXCHANGE_READ)
    @Transactional(readOnly = true)
    @Operation(summary = "交换规则：发什么、收什么 which kinds are sent and taken")
    List<RuleView> rules(@PathVariable String id) {
        Map<LetterKind, Rule> set = settings.rules(PlatformId.of(id)).stream().collect(Collectors.toMap(Rule::kind, Function.identity()));
        return Arrays.stream(LetterKind.values()).map(kind -> new RuleView(kind.word(), kind.text().zh(), kind.of().name(),
                !set.containsKey(kind) || set.get(kind).sends(), !set.containsKey(kind) || set.get(kind).takes())).toList();
    }

    @PutMapping("/partners/{id}/rules/{kind}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.EXCHANGE_EDIT)
    @Operation(summary = "设置一种信件的收发 set whether a kind is sent and taken", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"sends": true, "takes": false}"""))))
    void putRule(@PathVariable String id, @PathVariable String kind, @RequestBody RuleWish wish) {
        Rule rule = new Rule(PlatformId.of(id), Reading.kind(kind), Reading.need("sends", wish.sends()), Reading.need("takes", wish.takes()));
        settings.putRule(rule, clock.instant(), Reading.post());
        write(id, "rule-put", Map.of("kind", kind, "sends", rule.sends(), "takes", rule.takes()));
    }

    @GetMapping("/partners/{id}/codes")
    @Permit(Permission.EXCHANGE_READ)
    @Transactional(readOnly = true)
    @Operation(summary = "编码对照表 code mappings with their validity")
    List<CodeView> codes(@PathVariable String id) {
        return settings.codes(PlatformId.of(id)).stream().map(each -> new CodeView(each.list(), each.theirs(), each.ours(), each.from(),
                each.to())).toList();
    }

    @PutMapping("/partners/{id}/codes")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.EXCHANGE_EDIT)
    @Operation(summary = "设置一行编码对照 map one of their codes", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"list": "class", "theirs": "component-0231", "ours": "component-0118", "validFrom": "2026-01-01"}"""))))
    void putCode(@PathVariable String id, @RequestBody CodeWish wish) {
        String list = Reading.need("list", wish.list());
        if (!List.of("class", "unit", "source").contains(list)) {
            throw Reading.malformed("list", "编码表只有 class、unit、source", "a list is class, unit or source");
        }
        LocalDate from = Reading.need("validFrom", wish.validFrom());
        if (wish.validTo() != null && wish.validTo().isBefore(from)) {
            throw Reading.malformed("validTo", "失效日期早于生效日期", "the end lies before the beginning");
        }
        Code code = new Code(PlatformId.of(id), list, Reading.need("theirs", wish.theirs()), Reading.need("ours", wish.ours()), from,
                wish.validTo());
        settings.putCode(code);
        write(id, "code-put", Map.of("list", list, "theirs", code.theirs(), "ours", code.ours()));
    }

    @GetMapping("/areas")
    @Permit(Permission.EXCHANGE_READ)
    @Transactional(readOnly = true)
    @Operation(summary = "分区域运行模式 who supervises and who commands in which area")
    List<AreaView> areas() {
        return settings.areas().stream().map(each -> new AreaView(each.region(), each.partner().value(), each.supervision().name(),
                each.command().name())).toList();
    }

    @PutMapping("/areas/{region}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.EXCHANGE_EDIT)
    @Operation(summary = "设置一个区域的运行模式 set an area's operating model", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"partner": "xinan", "supervision": "BOTH", "command": "THEIRS"}"""))))
    void putArea(@PathVariable String region, @RequestBody AreaWish wish) {
        if (!region.matches("[0-9]{4,12}")) {
            throw Reading.malformed("region", "区域应为行政区划代码", "an area is a region code");
        }
        Area area = new Area(region, PlatformId.of(Reading.need("partner", wish.partner())), Reading.word(Whose.class, "supervision",
                wish.supervision()), Reading.word(Whose.class, "command", wish.command()));
        settings.putArea(area, clock.instant(), Reading.post());
        write(region, "area-put", Map.of("partner", area.partner().value(), "supervision", area.supervision().name(), "command",
                area.command().name()));
    }

    @GetMapping("/lease")
    @Permit(Permission.EXCHANGE_READ)
    @Operation(summary = "租期内的正常运行日、故障日和告警 days of normal running, fault days and alarms of a lease")
    Lease.LeaseDays lease(@RequestParam LocalDate from, @RequestParam LocalDate to) {
        if (to.isBefore(from) || from.plusYears(3).isBefore(to)) {
            throw Reading.malformed("to", "租期应在三年以内，止日不早于起日", "a lease is at most three years and ends after it begins");
        }
        return lease.reckon(from, to);
    }

    private void write(String subject, String action, Map<String, ?> detail) {
        journal.write(JournalEntry.Kind.EXCHANGE, subject, action, detail);
    }
}
