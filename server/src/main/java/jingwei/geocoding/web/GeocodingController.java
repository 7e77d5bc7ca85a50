package jingwei.geocoding.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import jingwei.geocoding.Answer;
import jingwei.geocoding.Found;
import jingwei.geocoding.Gazetteer;
import jingwei.geocoding.Geocoding;
import jingwei.geocoding.Grade;
import jingwei.geocoding.Place;
import jingwei.geocoding.PlaceKind;
import jingwei.geocoding.Question;
import jingwei.geocoding.web.GeocodingAnswers.Batch;
import jingwei.geocoding.web.GeocodingAnswers.BatchRow;
import jingwei.geocoding.web.GeocodingAnswers.Feature;
import jingwei.geocoding.web.GeocodingAnswers.Features;
import jingwei.geocoding.web.GeocodingAnswers.GradeCount;
import jingwei.geocoding.web.GeocodingAnswers.Reversed;
import jingwei.geocoding.web.GeocodingAnswers.SuggestionAnswer;
import jingwei.grid.DutyGrid;
import jingwei.grid.GeoPoint;
import jingwei.grid.Land;
import jingwei.grid.LandMap;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import jingwei.workcalendar.PlatformClock;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// 地理编码: words to spots, spots to words, words as they are typed, and lists of them (GCF-01 to GCF-07).
@RestController
@RequestMapping("/api/geocoding")
@Tag(name = "geocoding")
class GeocodingController {

    private static final int MOST_ROWS = 2000;
    private static final int MOST_SUGGESTIONS = 20;
    private static final Pattern AREA = Pattern.compile("\\d{4}|\\d{6}|\\d{9}|\\d{12}");

    private final Geocoding geocoding;
    private final Land land;
    private final PlatformClock clock;

    GeocodingController(Geocoding geocoding, Land land, PlatformClock clock) {
        this.geocoding = geocoding;
        this.land = land;
        this.clock = clock;
    }

    @GetMapping("/search")
    @Permit(Permission.LAND_READ)
    @Operation(summary = "地址查找", description = "文字到位置：路名、门牌、路口、偏移、小区、地标、拼音、整句。没有把握时说明原因，不猜。"
            + "Words to graded spots; what is not understood is refused with the reason.")
    Features search(
            @Parameter(description = "说法 the words", example = "中州中路与解放路交叉口向东50米路北") @RequestParam(defaultValue = "") String q,
            @Parameter(description = "最多几个，1 到 8 at most", example = "8") @RequestParam(defaultValue = "8") int limit,
            @Parameter(description = "经度,纬度：同样符合时近者优先 nearer first among equals", example = "112.44,34.67")
            @RequestParam(required = false) @Nullable String near,
            @Parameter(description = "地图窗口 西,南,东,北：同样符合时窗口中间的优先 map window, its middle first", example = "112.40,34.62,112.50,34.70")
            @RequestParam(required = false) @Nullable String window,
            @Parameter(description = "说法所指的日期 the day, month or year the names are meant for", example = "2016-05-01")
            @RequestParam(required = false) @Nullable String asOf,
            @Parameter(description = "所在区域代码 code of the area", example = "410303") @RequestParam(required = false) @Nullable String area,
            @Parameter(description = "责任网格代码 duty grid of the asker", example = "41030300101")
            @RequestParam(required = false) @Nullable String dutyGrid) {
        if (limit < 1 || limit > Question.MOST) {
            throw malformed("limit");
        }
        if (area != null && !AREA.matcher(area).matches()) {
            throw malformed("area");
        }
        LandMap map = land.current();
        GeoPoint at = near != null ? point(near) : window == null ? null : middle(window);
        if (at == null && dutyGrid != null) {
            DutyGrid beat = map.dutyGrid(dutyGrid).orElseThrow(() -> malformed("dutyGrid"));
            at = beat.cells().stream().findFirst().flatMap(map::unitGrid).map(cell -> {
                var centre = cell.outline().getCentroid().getCoordinate();
                return new GeoPoint(centre.x, centre.y);
            }).orElse(null);
        }
        return Features.of(geocoding.current().search(new Question(q, limit, day(asOf), at, area)), map);
    }

    @GetMapping("/reverse")
    @Permit(Permission.LAND_READ)
    @Operation(summary = "位置描述", description = "位置到标准描述及所在区域；经纬度写反会被拒绝。A point to its standard description and its areas.")
    Reversed reverse(
            @Parameter(description = "经度 degrees east, CGCS2000", example = "112.4400") @RequestParam double longitude,
            @Parameter(description = "纬度 degrees north, CGCS2000", example = "34.6700") @RequestParam double latitude,
            @Parameter(description = "所问日期 the day asked for", example = "2026-05-01") @RequestParam(required = false) @Nullable String asOf) {
        GeoPoint point = new GeoPoint(longitude, latitude);
        LandMap map = land.current();
        List<Feature> features = geocoding.current().reverse(point, day(asOf)).stream().map(found -> Feature.of(found, map)).toList();
        return map.locate(point)
                .map(where -> new Reversed("FeatureCollection", features, where.unitGrid().digits(),
                        where.dutyGrid() == null ? null : where.dutyGrid().code()))
                .orElseGet(() -> new Reversed("FeatureCollection", features, null, null));
    }

    @GetMapping("/suggest")
    @Permit(Permission.LAND_READ)
    @Operation(summary = "输入联想", description = "边输入边提示，汉字、拼音、首字母或混写。Names for what was typed so far.")
    List<SuggestionAnswer> suggest(
            @Parameter(description = "已输入的文字 typed so far", example = "中zhou") @RequestParam(defaultValue = "") String q,
            @Parameter(description = "最多几个，1 到 20 at most", example = "8") @RequestParam(defaultValue = "8") int limit,
            @Parameter(description = "只要这一类 only of this kind", example = "road") @RequestParam(required = false) @Nullable String kind,
            @Parameter(description = "只要此区域内的，区划代码 only in this area, a code", example = "410303") @RequestParam(required = false) @Nullable String area) {
        if (limit < 1 || limit > MOST_SUGGESTIONS) {
            throw malformed("limit");
        }
        if (area != null && !AREA.matcher(area).matches()) {
            throw malformed("area");
        }
        PlaceKind only = kind == null ? null : PlaceKind.of(kind).orElseThrow(() -> malformed("kind"));
        Predicate<Place> wanted = place -> (only == null || place.kind() == only) && (area == null || place.code().startsWith(area));
        return geocoding.current().suggest(q, limit, wanted).stream().map(SuggestionAnswer::of).toList();
    }

    @PostMapping(path = "/batch", consumes = "text/csv")
    @Permit(Permission.LAND_READ)
    @Operation(summary = "批量匹配", description = "CSV（id,query,asOf，至多 2000 行）逐行匹配，附质量报告。A list of addresses with a quality report.",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(mediaType = "text/csv",
                    examples = @ExampleObject("id,query,asOf\n1,中州中路与解放路交叉口向东50米路北,\n"))))
    Batch batch(@RequestBody byte[] body) {
        Gazetteer gazetteer = geocoding.current();
        LandMap map = land.current();
        Map<Grade, Integer> counts = new EnumMap<>(Grade.class);
        List<BatchRow> rows = new ArrayList<>();
        for (CSVRecord row : rows(body)) {
            String asOf = row.isMapped("asOf") && row.isSet("asOf") ? row.get("asOf").strip() : "";
            Answer answer = answer(gazetteer, row.get("query"), asOf);
            counts.merge(grade(answer), 1, Integer::sum);
            rows.add(new BatchRow(row.get("id"), row.get("query"), Features.of(answer, map)));
        }
        List<GradeCount> grades = counts.entrySet().stream().map(one -> new GradeCount(one.getKey().word(), String.valueOf(one.getKey().letter()),
                Text.of(one.getKey().zh(), one.getKey().en()), one.getValue())).toList();
        int sure = counts.entrySet().stream().filter(one -> one.getKey().confident()).mapToInt(Map.Entry::getValue).sum();
        return new Batch(rows.size(), sure, grades, rows);
    }

    private Answer answer(Gazetteer gazetteer, String query, String asOf) {
        try {
            return gazetteer.search(Question.of(query, day(asOf.isEmpty() ? null : asOf)));
        } catch (RefusedException e) {
            return new Answer.Nothing(e.refusal().code(), e.refusal().what().zh(), List.of());
        }
    }

    private static Grade grade(Answer answer) {
        return switch (answer) {
            case Answer.Spots spots -> spots.found().stream().map(Found::grade).findFirst().orElse(Grade.REFUSED);
            case Answer.Nothing nothing -> Grade.REFUSED;
        };
    }

    private static List<CSVRecord> rows(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text), format)) {
            List<CSVRecord> rows = parser.getRecords();
            boolean whole = parser.getHeaderNames().containsAll(List.of("id", "query")) && rows.stream().allMatch(row -> row.isSet("id") && row.isSet("query"));
            if (whole && rows.size() <= MOST_ROWS) {
                return rows;
            }
        } catch (IOException | IllegalArgumentException | UncheckedIOException e) {
            throw malformed("body");
        }
        throw malformed("body");
    }

    private LocalDate day(@Nullable String asOf) {
        if (asOf == null || asOf.isBlank()) {
            return clock.today();
        }
        try {
            return Question.day(asOf.strip());
        } catch (DateTimeException e) {
            throw malformed("asOf");
        }
    }

    private static GeoPoint point(String text) {
        String[] parts = text.split(",", -1);
        try {
            if (parts.length == 2) {
                return new GeoPoint(Double.parseDouble(parts[0].strip()), Double.parseDouble(parts[1].strip()));
            }
        } catch (NumberFormatException e) {
            throw malformed("near");
        }
        throw malformed("near");
    }

    private static GeoPoint middle(String window) {
        String[] parts = window.split(",", -1);
        if (parts.length != 4) {
            throw malformed("window");
        }
        try {
            GeoPoint southWest = point(parts[0] + "," + parts[1]);
            GeoPoint northEast = point(parts[2] + "," + parts[3]);
            return new GeoPoint((southWest.longitude() + northEast.longitude()) / 2, (southWest.latitude() + northEast.latitude()) / 2);
        } catch (RefusedException e) {
            throw malformed("window");
        }
    }

    private static RefusedException malformed(String field) {
        return Refusal.of(Refusal.Kind.MALFORMED, "geocoding-request-malformed",
                Text.of("查询条件不对：" + field, "the request is not well formed: " + field),
                Text.of("limit 为 1 到 8（联想 1 到 20），near 为 经度,纬度，window 为 西,南,东,北，asOf 为 年-月-日、年-月或年，area 为区划代码，kind 为地点类别；批量为 CSV，含 id 和 query 两列，至多 2000 行",
                        "limit 1 to 8 (suggest 1 to 20), near longitude,latitude, window west,south,east,north, asOf year-month-day, year-month or year, area a division code, kind a kind of place; a batch is CSV with id and query, up to 2000 rows"))
                .missing(List.of(field)).under("GCF-01").asException();
    }
}
