package jingwei.citizen.open311;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jingwei.catalog.Catalog;
import jingwei.catalog.ClassEntry;
import jingwei.catalog.FilingCondition;
import jingwei.catalog.Sheet;
import jingwei.citizen.ApiClient;
import jingwei.citizen.CitizenDesk;
import jingwei.citizen.Followed;
import jingwei.citizen.Receipt;
import jingwei.citizen.ReporterDesk;
import jingwei.citizen.Submission;
import jingwei.grid.GeoPoint;
import jingwei.media.Media;
import jingwei.media.MediaItem;
import jingwei.media.MediaKind;
import jingwei.standards.ClassCode;
import jingwei.standards.RefusedException;
import jingwei.workcalendar.PlatformClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// GeoReport v2 of one platform: the classes of its sheet are the services, its citizens' reports the requests. A client's reports
/// enter under the client's own source; who reported is never told to other clients.
@Component
class GeoReport {

    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");
    private static final Pattern PHOTO = Pattern.compile("(?:^|/)([0-9a-f]{64})$");
    /// The standard: where no span is given, the last 90 days; more at once is refused into pages.
    private static final Duration LONGEST = Duration.ofDays(90);
    private static final int MOST_PICTURES = 6;
    private static final int PAGE = 100;
    private static final int LARGEST_PAGE = 1000;

    private final Catalog catalog;
    private final CitizenDesk desk;
    private final ReporterDesk reporters;
    private final Media media;
    private final PlatformClock clock;

    GeoReport(Catalog catalog, CitizenDesk desk, ReporterDesk reporters, Media media, PlatformClock clock) {
        this.catalog = catalog;
        this.desk = desk;
        this.reporters = reporters;
        this.media = media;
        this.clock = clock;
    }

    Shape services() {
        return Shape.list("services", "service", desk.offered().stream().map(GeoReport::service).toList());
    }

    /// @throws Fault 404 where the class is not offered
    Shape definition(String code) {
        Sheet sheet = catalog.current();
        ClassEntry entry = entry(sheet, code).orElseThrow(() -> new Fault(404, "没有这项服务 there is no service " + code));
        List<Map<String, Object>> values = new ArrayList<>();
        for (FilingCondition condition : sheet.conditions(entry.code())) {
            values.add(fields("key", String.valueOf(condition.number()), "name", condition.text()));
        }
        Map<String, Object> attribute = fields("variable", true, "code", "condition", "datatype", "singlevaluelist",
                "required", false, "datatype_description", "立案条件", "order", 1, "description", "情形 what is the matter",
                "values", values);
        return Shape.one("service_definition", fields("service_code", code, "attributes", List.of(attribute)));
    }

    /// 满意度回传, an extension of ours for the hotline: what the reporter thinks of the result (HOT-02).
    ///
    /// @throws Fault 400, 403, 404
    Shape satisfaction(String number, Map<String, String> form, PhotoLinks links) {
        ApiClient client = client(form.get("api_key"));
        Integer grade = number(wanted(form, "grade"));
        String solved = wanted(form, "solved");
        if (!solved.equals("true") && !solved.equals("false")) {
            throw new Fault(400, "solved 应为 true 或 false solved is true or false");
        }
        refusedAsFault(() -> desk.gradeFor(client.id(), number, grade == null ? 0 : grade, solved.equals("true"), text(form.get("description"), 500)));
        return request(number, links);
    }

    /// @param pictures files that came with the form
    /// @throws Fault 400, 403
    Shape post(Map<String, String> form, List<Picture> pictures) {
        ApiClient client = client(form.get("api_key"));
        String code = wanted(form, "service_code");
        ClassEntry entry = entry(catalog.current(), code).orElseThrow(() -> new Fault(404, "没有这项服务 there is no service " + code));
        if (form.get("lat") == null || form.get("long") == null) {
            throw new Fault(400, "缺少位置：lat 与 long 都要给（address_id 不支持，address_string 只作描述） lat and long are needed");
        }
        String words = text(form.get("description"), 4000);
        if (words == null) {
            words = entry.name().zh() + "（客户端未给描述）";
        }
        if (pictures.size() > MOST_PICTURES) {
            throw new Fault(400, "最多 " + MOST_PICTURES + " 张照片 " + MOST_PICTURES + " pictures at most");
        }
        List<String> photos = new ArrayList<>(pictures.stream().map(this::kept).distinct().toList());
        String linked = null;
        String media = form.get("media_url");
        if (media != null && !media.isBlank()) {
            Matcher own = PHOTO.matcher(media.strip());
            if (own.find()) {
                photos.add(own.group(1));
            } else {
                // Nothing is fetched from an address a stranger gives; it is kept as words for the operator.
                linked = media.strip();
            }
        }
        String full = (linked == null ? words : words + "\n照片链接：" + text(linked, 300));
        String device = text(form.get("device_id"), 60);
        if (device != null) {
            full = full + "\n设备：" + device;
        }
        String name = text((form.getOrDefault("last_name", "") + form.getOrDefault("first_name", "")).strip(), 40);
        String phone = text(form.get("phone"), 20);
        // The standard knows no id of the client's own; one who gives client_request_id may repeat without a second case.
        String own = form.get("client_request_id");
        UUID id = own == null || own.isBlank() ? UUID.randomUUID()
                : UUID.nameUUIDFromBytes((client.id() + "\n" + own).getBytes(StandardCharsets.UTF_8));
        Submission submission = new Submission(id, full.length() > 2000 ? full.substring(0, 2000) : full, entry.code().toString(),
                number(form.get("attribute[condition]")), new GeoPoint(degree(form, "long"), degree(form, "lat")),
                text(form.get("address_string"), 200), photos, name, phone == null ? null : phone.replaceAll("^\\+86|[\\s-]", ""),
                text(form.get("email"), 120), false, null, client.id(), client.source());
        Receipt receipt = refusedAsFault(() -> desk.submit(submission, null));
        return Shape.list("service_requests", "request", List.of(fields("service_request_id", receipt.number(),
                "service_notice", receipt.confirmed() ? "" : "查询码 code " + receipt.code(), "account_id", "")));
    }

    /// @throws Fault 400 for a malformed date or status
    Shape requests(Map<String, String> query, PhotoLinks links) {
        Instant end = moment(query.get("end_date")).orElse(clock.now());
        Instant begin = moment(query.get("start_date")).orElse(end.minus(LONGEST));
        if (Duration.between(begin, end).compareTo(LONGEST) > 0) {
            begin = end.minus(LONGEST);
        }
        List<String> statuses = query.get("status") == null ? List.of() : Arrays.asList(query.get("status").split(","));
        if (!statuses.stream().allMatch(each -> each.equals("open") || each.equals("closed"))) {
            throw new Fault(400, "status 只能是 open 或 closed status is open or closed");
        }
        int size = Math.clamp(Optional.ofNullable(number(query.get("page_size"))).orElse(PAGE), 1, LARGEST_PAGE);
        int page = Math.max(1, Optional.ofNullable(number(query.get("page"))).orElse(1));
        List<String> ids = query.get("service_request_id") == null ? List.of()
                : List.of(query.get("service_request_id").split(","));
        List<String> codes = query.get("service_code") == null ? List.of() : List.of(query.get("service_code").split(","));
        List<Followed> found = ids.isEmpty() ? desk.between(begin, end.plus(1, ChronoUnit.MILLIS)) : desk.numbered(ids);
        List<Map<String, Object>> entries = found.stream()
                .filter(each -> codes.isEmpty() || codes.contains(each.classCode().toString()))
                .filter(each -> statuses.isEmpty() || statuses.contains(each.ended() ? "closed" : "open"))
                .skip((long) (page - 1) * size).limit(size).map(each -> request(each, links)).toList();
        return Shape.list("service_requests", "request", entries);
    }

    /// @throws Fault 404
    Shape request(String number, PhotoLinks links) {
        List<Followed> found = desk.numbered(List.of(number));
        if (found.isEmpty()) {
            throw new Fault(404, "没有这个编号 there is no request " + number);
        }
        return Shape.list("service_requests", "request", found.stream().map(each -> request(each, links)).toList());
    }

    /// 公开的照片, as a small picture: what the citizens' page shows of a report that has ended, and nothing else.
    ///
    /// @throws Fault 404
    MediaItem photo(String number, String hash) {
        return desk.numbered(List.of(number)).stream().filter(each -> each.progress().photos().contains(hash)).findFirst()
                .flatMap(each -> media.find(hash)).filter(MediaItem::thumbnail)
                .orElseThrow(() -> new Fault(404, "没有这张照片，或没有公开 there is no such photo, or it is not public"));
    }

    InputStream open(MediaItem photo) throws IOException {
        return media.open(photo, true, 0, Integer.MAX_VALUE);
    }

    /// A token is the number itself: numbers are given at once. @throws Fault 404
    Shape token(String token) {
        if (desk.numbered(List.of(token)).isEmpty()) {
            throw new Fault(404, "没有这个凭据 there is no token " + token);
        }
        return Shape.list("service_requests", "request", List.of(fields("service_request_id", token, "token", token)));
    }

    /// The updates extension: every step of every report between two moments.
    Shape updates(Map<String, String> query, PhotoLinks links) {
        Instant end = moment(query.get("end_date")).orElse(clock.now());
        Instant begin = moment(query.get("start_date")).orElse(end.minus(Duration.ofDays(1)));
        List<Map<String, Object>> entries = new ArrayList<>();
        for (Followed each : desk.between(end.minus(LONGEST), end.plus(1, ChronoUnit.MILLIS))) {
            for (int i = 0; i < each.progress().steps().size(); i++) {
                var step = each.progress().steps().get(i);
                if (!step.at().isBefore(begin) && !step.at().isAfter(end)) {
                    entries.add(fields("update_id", each.progress().number() + "-" + (i + 1), "service_request_id",
                            each.progress().number(), "status", each.ended() ? "closed" : "open", "updated_datetime", shown(step.at()),
                            "description", step.note() == null ? step.what().zh() : step.what().zh() + "：" + step.note(),
                            "media_url", i == each.progress().steps().size() - 1 ? links.first(each.progress()) : ""));
                }
            }
        }
        return Shape.list("service_request_updates", "request_update", entries);
    }

    private static Map<String, Object> request(Followed each, PhotoLinks links) {
        var progress = each.progress();
        var last = progress.steps().getLast();
        return fields("service_request_id", progress.number(), "status", each.ended() ? "closed" : "open", "status_notes",
                last.note() == null ? last.what().zh() : last.what().zh() + "：" + last.note(), "service_name",
                progress.className().zh(), "service_code", each.classCode().toString(), "description", progress.words(),
                "agency_responsible", each.unit() == null ? "" : each.unit(), "service_notice", "",
                "requested_datetime", shown(each.madeAt()), "updated_datetime", shown(last.at()),
                "expected_datetime", each.expected() == null ? "" : shown(each.expected()), "address", progress.address(), "address_id", "",
                "zipcode", "", "lat", each.point().latitude(), "long", each.point().longitude(), "media_url", links.first(progress));
    }

    private static Map<String, Object> service(ClassEntry entry) {
        return fields("service_code", entry.code().toString(), "service_name", entry.name().zh(), "description",
                entry.name().en(), "metadata", true, "type", "realtime", "keywords", entry.name().zh() + "," + entry.name().en(),
                "group", entry.majorName().zh());
    }

    private Optional<ClassEntry> entry(Sheet sheet, String code) {
        try {
            return sheet.entry(ClassCode.of(code));
        } catch (RefusedException e) {
            return Optional.empty();
        }
    }

    private ApiClient client(@Nullable String key) {
        if (key == null || key.isBlank()) {
            throw new Fault(403, "缺少 api_key an api_key is needed");
        }
        return reporters.client(key).orElseThrow(() -> new Fault(403, "api_key 无效或已作废 the api_key is wrong or revoked"));
    }

    /// 随表单来的一张照片.
    record Picture(byte[] content) {
    }

    private String kept(Picture picture) {
        try {
            MediaItem item = media.add(new ByteArrayInputStream(picture.content()), picture.content().length);
            media.require(item.hash(), MediaKind.IMAGE);
            return item.hash();
        } catch (RefusedException e) {
            throw new Fault(e.refusal().kind().status() == 413 ? 413 : 400, e.refusal().what().zh() + " " + e.refusal().what().en());
        }
    }

    private static <T> T refusedAsFault(java.util.function.Supplier<T> work) {
        try {
            return work.get();
        } catch (RefusedException e) {
            int status = e.refusal().kind().status();
            throw new Fault(status == 422 || status == 409 ? 400 : status,
                    e.refusal().what().zh() + " " + e.refusal().what().en());
        }
    }

    private static String wanted(Map<String, String> form, String name) {
        String value = form.get(name);
        if (value == null || value.isBlank()) {
            throw new Fault(400, "缺少 " + name + " " + name + " is missing");
        }
        return value;
    }

    private static double degree(Map<String, String> form, String name) {
        try {
            return Double.parseDouble(form.getOrDefault(name, ""));
        } catch (NumberFormatException e) {
            throw new Fault(400, name + " 不是数 " + name + " is no number");
        }
    }

    private static @Nullable Integer number(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Integer.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw new Fault(400, "“" + text + "”不是整数 is no whole number");
        }
    }

    private static Optional<Instant> moment(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
        } catch (DateTimeParseException e) {
            throw new Fault(400, "日期“" + text + "”应为带时区的 ISO 8601 dates are ISO 8601 with a zone");
        }
    }

    private static @Nullable String text(@Nullable String text, int most) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > most) {
            throw new Fault(400, "文字超过 " + most + " 字 the text has more than " + most + " characters");
        }
        return text.strip();
    }

    private static String shown(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).atZone(CITY).toOffsetDateTime().toString();
    }

    private static Map<String, Object> fields(Object... pairs) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put((String) pairs[i], pairs[i + 1]);
        }
        return fields;
    }
}
