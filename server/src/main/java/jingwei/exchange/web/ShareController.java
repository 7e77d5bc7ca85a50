package jingwei.exchange.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jingwei.exchange.department.Deliveries;
import jingwei.exchange.department.Explanations;
import jingwei.exchange.department.Profile;
import jingwei.exchange.department.Shares;
import jingwei.exchange.store.ShareTables;
import jingwei.exchange.store.ShareTables.Share;
import jingwei.exchange.store.ShareTables.ShareRecord;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
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

/// 部门共享: the register of what other departments share, what they delivered, and what it explains of a place (EXC-04).
@RestController
@RequestMapping("/api/exchange")
@Tag(name = "exchange")
class ShareController {

    private static final int MOST = 200;

    private final Shares shares;
    private final ShareTables tables;
    private final Deliveries deliveries;
    private final Explanations explanations;
    private final JsonMapper json;

    ShareController(Shares shares, ShareTables tables, Deliveries deliveries, Explanations explanations, JsonMapper json) {
        this.shares = shares;
        this.tables = tables;
        this.deliveries = deliveries;
        this.explanations = explanations;
        this.json = json;
    }

    /// @param lastAt when something last came
    @Schema(name = "ExchangeShareView")
    record ShareView(String id, String kind, String name, String owner, String contact, String conditions, @Nullable String profile,
            @Nullable String profileName, Map<String, Object> mapping, boolean keyed, LocalDate validFrom, @Nullable LocalDate validTo,
            @Nullable Instant lastAt, int lastRecords, int lastRefused, String lastNote, long records, long waiting) {
    }

    @Schema(name = "ExchangeShareWish")
    record ShareWish(@Nullable String kind, @Nullable String name, @Nullable String owner, @Nullable String contact, @Nullable String conditions,
            @Nullable String profile, @Nullable Map<String, Object> mapping, @Nullable LocalDate validFrom, @Nullable LocalDate validTo) {
    }

    /// @param path where deliveries go; shown once
    @Schema(name = "ExchangeShareKey")
    record ShareKey(String key, String path) {
    }

    @Schema(name = "ExchangeShareNote")
    record ShareNote(@Nullable Integer records, @Nullable String note) {
    }

    @Schema(name = "ExchangeProfileView")
    record ProfileView(String profile, String name, List<String> needed, List<String> known) {
    }

    @Schema(name = "ExchangeRecordView")
    record RecordView(String share, String id, String profile, String kind, String name, String holder, @Nullable Instant begins,
            @Nullable Instant ends, String state, String reason, @Nullable String caseNumber, @Nullable Integer grade, @Nullable Boolean solved,
            Instant changedAt) {

        static RecordView of(ShareRecord r) {
            return new RecordView(r.share(), r.id(), r.profile(), r.kind(), r.name(), r.holder(), r.begins(), r.ends(), r.state(), r.reason(),
                    r.caseNumber(), r.grade(), r.solved(), r.changedAt());
        }
    }

    @Schema(name = "ExchangeOrderWish")
    record OrderWish(@Nullable String classCode, @Nullable Double longitude, @Nullable Double latitude) {
    }

    /// 说明. @param around works and lines of the place at the time, @param orders orders the case came from
    @Schema(name = "ExchangeExplanation")
    record Explanation(List<RecordView> around, List<RecordView> orders) {
    }

    @GetMapping("/shares")
    @Permit(Permission.EXCHANGE_READ)
    @Transactional(readOnly = true)
    @Operation(summary = "共享资源登记表 the register of shared people, devices and data")
    List<ShareView> all() {
        return tables.all().stream().map(this::view).toList();
    }

    @SuppressWarnings("unchecked")
    private ShareView view(Share s) {
        return new ShareView(s.id(), s.kind(), s.name(), s.owner(), s.contact(), s.conditions(), s.profile(), s.profile() == null ? null
                : Profile.valueOf(s.profile()).text().zh(), json.readValue(s.mapping(), Map.class), s.keyed(), s.validFrom(), s.validTo(), s.lastAt(),
                s.lastRecords(), s.lastRefused(), s.lastNote(), s.records(), s.waiting());
    }

    @GetMapping("/profiles")
    @Permit(Permission.EXCHANGE_READ)
    @Operation(summary = "对接样板及其栏目 the profiles and their fields")
    List<ProfileView> profiles() {
        return Arrays.stream(Profile.values()).map(each -> new ProfileView(each.name(), each.text().zh(), each.needed(), each.known())).toList();
    }

    @PutMapping("/shares/{id}")
    @Permit(Permission.EXCHANGE_EDIT)
    @Operation(summary = "登记或修改一项共享资源 register a share or change it", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"kind": "DATA", "name": "施工占道公告", "owner": "市住建局", "contact": "王工 0379-60000000", "conditions": "仅供城管受理使用",
                     "profile": "WORKS", "mapping": {"fields": {"id": "SGBH"}, "codes": {"kind": {"01": "digging"}}, "time": "yyyy-MM-dd HH:mm",
                     "coordinates": "cgcs2000"}, "validFrom": "2026-01-01"}"""))))
    ShareView put(@PathVariable String id, @RequestBody ShareWish wish) {
        String profile = wish.profile();
        return view(shares.put(new Shares.Wanted(id, Reading.word(Shares.Kind.class, "kind", wish.kind()), Reading.need("name", wish.name()),
                Reading.need("owner", wish.owner()), Objects.requireNonNullElse(wish.contact(), ""), Reading.need("conditions", wish.conditions()),
                profile == null || profile.isBlank() ? null : Profile.ofWord(profile).orElseThrow(() -> Reading.malformed("profile",
                        "没有样板“" + profile + "”", "there is no such profile")), wish.mapping(), Reading.need("validFrom", wish.validFrom()),
                wish.validTo()), Reading.post()));
    }

    @PostMapping("/shares/{id}/keys")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.EXCHANGE_EDIT)
    @Operation(summary = "发一把送数密钥，原来的作废；只显示一次 give a key for deliveries; the one before it ends", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("{}"))))
    ShareKey key(@PathVariable String id) {
        String key = shares.key(id);
        return new ShareKey(key, "/api/exchange/deliveries/" + key);
    }

    @PostMapping("/shares/{id}/notes")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.EXCHANGE_EDIT)
    @Operation(summary = "人工登记一次送数 note a delivery that came by hand", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"records": 12, "note": "交警支队送来岗亭人员名单"}"""))))
    void note(@PathVariable String id, @RequestBody ShareNote note) {
        int records = Reading.need("records", note.records());
        if (records < 0 || records > 100_000_000) {
            throw Reading.malformed("records", "条数应为零或正数", "a count is not negative");
        }
        shares.note(id, records, Objects.requireNonNullElse(note.note(), ""));
    }

    @GetMapping("/shares/{id}/records")
    @Permit(Permission.EXCHANGE_READ)
    @Transactional(readOnly = true)
    @Operation(summary = "送来的记录，最新在前 what was delivered, newest first; state CURRENT, WITHDRAWN, PERSON, CASE or PROPOSED")
    List<RecordView> records(@PathVariable String id, @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "50") int size) {
        return tables.list(shares.find(id).id(), state, Math.clamp(size, 1, MOST)).stream().map(RecordView::of).toList();
    }

    @PostMapping("/shares/{id}/records/{record}/cases")
    @Permit(Permission.EXCHANGE_ACT)
    @Operation(summary = "为等人处理的工单选小类、定点立卷 begin the case of an order that waits, with a class and a place", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"classCode": "component-0118", "longitude": 112.44, "latitude": 34.67}"""))))
    RecordView begin(@PathVariable String id, @PathVariable String record, @RequestBody OrderWish wish) {
        return RecordView.of(deliveries.begin(id, record, wish.classCode(), wish.longitude(), wish.latitude()));
    }

    @GetMapping("/explanations")
    @Permit(Permission.EXCHANGE_READ)
    @Operation(summary = "部门说明：此时此地的施工公告、规划控制线和来源工单 what other departments know of a place at a time")
    Explanation explanations(@RequestParam double longitude, @RequestParam double latitude, @RequestParam Instant at,
            @RequestParam(required = false) @Nullable String number) {
        return new Explanation(explanations.at(longitude, latitude, at).stream().map(RecordView::of).toList(),
                number == null ? List.of() : explanations.orders(number).stream().map(RecordView::of).toList());
    }
}
