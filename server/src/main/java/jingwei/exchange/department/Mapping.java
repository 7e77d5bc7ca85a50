package jingwei.exchange.department;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import jingwei.survey.Conversion;
import jingwei.survey.CoordinateSystem;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import tools.jackson.databind.JsonNode;

/// 栏目对照: what a department calls our fields, its codes, how it writes times and in which coordinate system.
///
/// @param fields      our name → its name; a field that is not named goes by our name
/// @param codes       our name of a field → its code → our word
/// @param time        pattern of its times; empty for ISO 8601 with zone
/// @param coordinates word of its coordinate system
public record Mapping(@Nullable Map<String, String> fields, @Nullable Map<String, Map<String, String>> codes, @Nullable String time,
        @Nullable String coordinates) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final GeometryFactory SHAPES = new GeometryFactory();

    /// 栏目不对. The reason stands in the answer to the department.
    static final class Faulty extends Exception {

        private static final long serialVersionUID = 1L;

        Faulty(String why) {
            super(why);
        }

        String why() {
            return String.valueOf(getMessage());
        }
    }

    /// Itself where it fits the profile. @throws RefusedException `bad-mapping`
    Mapping checked(@Nullable Profile profile) {
        List<String> wrong = new ArrayList<>();
        if (profile != null && fields != null) {
            fields.keySet().stream().filter(each -> !profile.known().contains(each)).forEach(each -> wrong.add("fields." + each));
        }
        try {
            if (time != null && !time.isEmpty()) {
                DateTimeFormatter.ofPattern(time);
            }
        } catch (IllegalArgumentException e) {
            wrong.add("time");
        }
        if (coordinates != null && CoordinateSystem.find(coordinates).filter(each -> !each.datum().needsParameters()).isEmpty()) {
            wrong.add("coordinates");
        }
        if (!wrong.isEmpty()) {
            throw Refusal.of(Refusal.Kind.UNPROCESSABLE, "bad-mapping", Text.of("栏目对照不对：" + String.join("、", wrong), "the mapping is wrong: "
                    + String.join(", ", wrong)), Text.of("请对照 docs/formats/departments-1.0.md 改正", "see docs/formats/departments-1.0.md"))
                    .missing(wrong).under("EXC-04").asException();
        }
        return this;
    }

    /// What it says there; empty where it says nothing.
    String text(JsonNode given, String field) {
        JsonNode value = given.path(fields == null ? field : fields.getOrDefault(field, field));
        String raw = value.isObject() || value.isArray() ? value.toString() : value.asString("").strip();
        return codes == null || !codes.containsKey(field) ? raw : codes.get(field).getOrDefault(raw, raw);
    }

    String need(JsonNode given, String field) throws Faulty {
        String said = text(given, field);
        if (said.isEmpty() || said.length() > 2000 && !field.equals("shape")) {
            throw new Faulty("栏目“" + (fields == null ? field : fields.getOrDefault(field, field)) + "”缺失或过长");
        }
        return said;
    }

    @Nullable Instant moment(JsonNode given, String field) throws Faulty {
        String said = text(given, field);
        try {
            return said.isEmpty() ? null : time == null || time.isEmpty() ? OffsetDateTime.parse(said).toInstant()
                    : LocalDateTime.parse(said, DateTimeFormatter.ofPattern(time)).atZone(ZONE).toInstant();
        } catch (DateTimeParseException e) {
            throw new Faulty("栏目“" + field + "”的时间“" + said + "”不合格式 " + Objects.requireNonNullElse(time, "ISO 8601"));
        }
    }

    double number(JsonNode given, String field, double otherwise) throws Faulty {
        String said = text(given, field);
        try {
            double value = said.isEmpty() ? otherwise : Double.parseDouble(said);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new Faulty("栏目“" + field + "”的值“" + said + "”不是数");
    }

    boolean yes(JsonNode given, String field) {
        return List.of("true", "1", "是", "Y").contains(text(given, field));
    }

    /// The place it names, in degrees of CGCS2000: a shape as WKT, or a point.
    Geometry shape(JsonNode given) throws Faulty {
        String wkt = text(given, "shape");
        try {
            Geometry theirs = wkt.isEmpty() ? SHAPES.createPoint(new Coordinate(number(given, "longitude", Double.MAX_VALUE),
                    number(given, "latitude", Double.MAX_VALUE))) : new WKTReader(SHAPES).read(wkt);
            if (theirs.isEmpty() || theirs.getNumPoints() > 20_000 || !theirs.isValid()) {
                throw new Faulty("范围是空的、不合法或点数超过 20000");
            }
            Geometry ours = conversion().toDegrees(theirs);
            if (ours.getEnvelopeInternal().getMinX() < 70 || ours.getEnvelopeInternal().getMaxX() > 140 || ours.getEnvelopeInternal().getMinY() < 0
                    || ours.getEnvelopeInternal().getMaxY() > 56) {
                throw new Faulty("位置缺失、不在国内，或经纬度颠倒");
            }
            return ours;
        } catch (ParseException | IllegalArgumentException e) {
            throw new Faulty("范围不是合格的 WKT");
        }
    }

    private Conversion conversion() {
        return Conversion.of(CoordinateSystem.of(coordinates == null ? "cgcs2000" : coordinates), Map.of());
    }
}
