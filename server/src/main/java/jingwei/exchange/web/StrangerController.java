package jingwei.exchange.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jingwei.exchange.Partner;
import jingwei.exchange.store.StrangerTables;
import jingwei.exchange.store.StrangerTables.Foreign;
import jingwei.exchange.stranger.Dialect;
import jingwei.exchange.stranger.Dialects;
import jingwei.exchange.stranger.StrangerDoor;
import jingwei.exchange.stranger.Strangers;
import jingwei.exchange.web.ExchangeViews.PartnerView;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.standards.Text;
import jingwei.tenancy.PlatformId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// 异构平台: taking in a platform somebody else built, its mapping file, its messages as they came and went (EXC-05, EXC-06).
@RestController
@RequestMapping("/api/exchange/strangers")
@Tag(name = "exchange")
class StrangerController {

    private static final int MOST = 200;

    private final Strangers strangers;
    private final StrangerTables tables;
    private final Dialects dialects;
    private final StrangerDoor door;
    private final JsonMapper json;

    StrangerController(Strangers strangers, StrangerTables tables, Dialects dialects, StrangerDoor door, JsonMapper json) {
        this.strangers = strangers;
        this.tables = tables;
        this.dialects = dialects;
        this.door = door;
        this.json = json;
    }

    @Schema(name = "ExchangeStrangerWish")
    record StrangerWish(@Nullable String partner, @Nullable String nameZh, @Nullable String nameEn, @Nullable String region,
            @Nullable String standing, @Nullable String address, @Nullable String dialect, @Nullable String ourCode,
            @Nullable String theirCode, @Nullable String unit) {
    }

    /// @param door path where it puts its messages in; shown once
    @Schema(name = "ExchangeStrangerTaken")
    record StrangerTaken(PartnerView partner, String door) {
    }

    @Schema(name = "ExchangeStrangerView")
    record StrangerView(String partner, String dialect, String dialectName, String note, int messages, String ourCode, String theirCode,
            Instant changedAt, String changedBy) {
    }

    @Schema(name = "ExchangeDialectView")
    record DialectView(String id, String nameZh, String nameEn, String noteZh, List<String> codes) {
    }

    @Schema(name = "ExchangeStrangerMessage")
    record StrangerMessage(UUID id, String direction, String code, String number, String kind, int round, UUID letter, Instant at, int size,
            int repeats, @Nullable String text) {
    }

    @Schema(name = "ExchangeReadAgain")
    record ReadAgain(boolean understood) {
    }

    @GetMapping
    @Permit(Permission.EXCHANGE_READ)
    @Transactional(readOnly = true)
    @Operation(summary = "异构平台及其对接方言 platforms somebody else built and how they speak")
    List<StrangerView> all() {
        return tables.all().stream().map(this::view).toList();
    }

    private StrangerView view(Foreign each) {
        Dialect dialect = dialects.read(each.dialect());
        return new StrangerView(each.partner().value(), dialect.id(), dialect.nameZh(), dialect.noteZh(), dialect.messages().size(),
                each.ourCode(), each.theirCode(), each.changedAt(), each.changedBy());
    }

    @GetMapping("/dialects")
    @Permit(Permission.EXCHANGE_READ)
    @Operation(summary = "现成的对接方言 mapping files to begin from")
    List<DialectView> shipped() {
        return dialects.shipped().stream().map(each -> new DialectView(each.id(), each.nameZh(), each.nameEn(), each.noteZh(),
                each.messages().stream().map(message -> message.code() + " " + message.name()).toList())).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.EXCHANGE_EDIT)
    @Operation(summary = "接入异构平台，或换一个专用地址；地址只显示一次 take in a platform somebody else built", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"partner": "old-city", "nameZh": "市平台（2013）", "nameEn": "City of 2013", "region": "4103", "standing": "ABOVE",
                     "address": "http://10.0.0.8/services/exchange", "dialect": "gateway-2013", "ourCode": "03", "theirCode": "00",
                     "unit": "partner-platform"}"""))))
    StrangerTaken takeIn(@RequestBody StrangerWish wish) {
        String zh = Reading.need("nameZh", wish.nameZh());
        Strangers.TakenIn taken = strangers.takeIn(new Strangers.Wish(PlatformId.of(Reading.need("partner", wish.partner())),
                Text.of(zh, wish.nameEn() == null || wish.nameEn().isBlank() ? zh : wish.nameEn()), Reading.need("region", wish.region()),
                Reading.word(Partner.Standing.class, "standing", wish.standing()), Reading.need("address", wish.address()),
                Reading.need("dialect", wish.dialect()), Reading.need("ourCode", wish.ourCode()), Reading.need("theirCode", wish.theirCode()),
                wish.unit()), Reading.post());
        return new StrangerTaken(PartnerView.of(taken.partner(), null), taken.door());
    }

    @GetMapping("/{id}/dialect")
    @Permit(Permission.EXCHANGE_READ)
    @Transactional(readOnly = true)
    @Operation(summary = "对接方言（映射文件） its mapping file")
    @SuppressWarnings("unchecked")
    Map<String, Object> dialect(@PathVariable String id) {
        return json.convertValue(strangers.dialect(PlatformId.of(id)), Map.class);
    }

    @PutMapping("/{id}/dialect")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.EXCHANGE_EDIT)
    @Operation(summary = "换用对接方言，下一份报文起生效 use another mapping file from the next message on", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"id": "gateway-2013", "charset": "GB2312"}"""))))
    void putDialect(@PathVariable String id, @RequestBody Map<String, Object> file) {
        strangers.dialect(PlatformId.of(id), json.writeValueAsString(file), Reading.post());
    }

    @GetMapping("/{id}/messages")
    @Permit(Permission.EXCHANGE_READ)
    @Transactional(readOnly = true)
    @Operation(summary = "收发的报文，最新在前 its messages as they came and went, newest first")
    List<StrangerMessage> messages(@PathVariable String id, @RequestParam(defaultValue = "50") int size) {
        return tables.newest(PlatformId.of(id), Math.clamp(size, 1, MOST)).stream().map(each -> message(each, false)).toList();
    }

    @GetMapping("/{id}/letters/{letter}/message")
    @Permit(Permission.EXCHANGE_READ)
    @Transactional(readOnly = true)
    @Operation(summary = "一封信对应的报文原文 the message behind a letter, as it was")
    StrangerMessage ofLetter(@PathVariable String id, @PathVariable UUID letter) {
        return message(tables.ofLetter(PlatformId.of(id), letter).orElseThrow(() -> Reading.malformed("letter", "这封信没有对应的报文",
                "there is no message behind this letter")), true);
    }

    @PostMapping("/{id}/letters/{letter}/readings")
    @Permit(Permission.EXCHANGE_ACT)
    @Operation(summary = "按现在的对接方言重新读 read a message again with the dialect as it is now", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("{}"))))
    ReadAgain readAgain(@PathVariable String id, @PathVariable UUID letter) {
        return new ReadAgain(door.readAgain(PlatformId.of(id), letter, Reading.post()));
    }

    private static StrangerMessage message(StrangerTables.Message each, boolean whole) {
        String head = new String(each.bytes(), 0, Math.min(each.bytes().length, 200), java.nio.charset.StandardCharsets.ISO_8859_1);
        return new StrangerMessage(each.id(), each.in() ? "in" : "out", each.code(), each.number(), each.kind(), each.round(), each.letter(),
                each.at(), each.bytes().length, each.repeats(), whole ? new String(each.bytes(), head.toUpperCase(java.util.Locale.ROOT)
                .contains("UTF-8") ? java.nio.charset.StandardCharsets.UTF_8 : Charset.forName("GB18030")) : null);
    }
}
