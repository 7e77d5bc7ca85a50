package jingwei.exchange.stranger;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import jingwei.exchange.stranger.Dialect.Entry;
import jingwei.exchange.stranger.Dialect.Message;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// 措辞: fields of a message into a letter and back, line by line as the dialect lists them.
final class Wording {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Dialect dialect;
    private final DateTimeFormatter time;

    Wording(Dialect dialect) {
        this.dialect = dialect;
        this.time = DateTimeFormatter.ofPattern(dialect.time());
    }

    /// Fills the letter's scope (`/numbers`, `/body`) from the message; what is not there stays away.
    void read(Message message, Element document, ObjectNode scope) throws Unreadable {
        for (List<Entry> lines : List.of(dialect.always(), message.fields())) {
            for (Entry line : lines) {
                if (line.letter() != null && !Boolean.TRUE.equals(line.out()) && (line.letter().startsWith("/body/")
                        || line.letter().startsWith("/numbers/"))) {
                    read(line, Xml.text(document, line.xml()), scope);
                }
            }
        }
        JsonNode point = scope.at("/body/point");
        if (point instanceof ObjectNode given) {
            if (!given.hasNonNull("longitude") || !given.hasNonNull("latitude")) {
                throw new Unreadable("bad-field", "坐标不全");
            }
            Coordinate degrees = dialect.conversion().toDegrees(new Coordinate(given.get("longitude").asDouble(), given.get("latitude").asDouble()));
            given.put("longitude", degrees.x).put("latitude", degrees.y).put("system", "CGCS2000");
        }
    }

    private void read(Entry line, String raw, ObjectNode scope) throws Unreadable {
        if (raw.isEmpty()) {
            return;
        }
        String said = line.lead() != null && raw.startsWith(line.lead()) ? raw.substring(line.lead().length()) : raw;
        said = line.codes() == null ? said : line.codes().getOrDefault(said, said);
        ObjectNode at = scope;
        String[] steps = line.letter() == null ? new String[0] : line.letter().substring(1).split("/");
        for (int i = 0; i < steps.length - 1; i++) {
            at = at.get(steps[i]) instanceof ObjectNode known ? known : at.putObject(steps[i]);
        }
        String field = steps[steps.length - 1];
        switch (line.type() == null ? "text" : line.type()) {
            case "time" -> at.put(field, moment(line, said));
            case "integer" -> at.put(field, number(line, said).intValue());
            case "x", "y" -> at.put(field, number(line, said).doubleValue());
            case "flag" -> {
                if (!said.equals("true") && !said.equals("false")) {
                    throw new Unreadable("unmappable-code", "“" + line.xml() + "”的值“" + raw + "”没有对照");
                }
                at.put(field, Boolean.parseBoolean(said));
            }
            default -> at.put(field, line.part() == null || !at.hasNonNull(field) ? said
                    : line.part() == 0 ? said + "-" + at.get(field).asString() : at.get(field).asString() + "-" + said);
        }
    }

    private String moment(Entry line, String said) throws Unreadable {
        try {
            return LocalDateTime.parse(said, time).atZone(ZONE).toOffsetDateTime().toString();
        } catch (DateTimeParseException e) {
            throw new Unreadable("bad-field", "“" + line.xml() + "”的时间“" + said + "”不合格式 " + dialect.time());
        }
    }

    private static BigDecimal number(Entry line, String said) throws Unreadable {
        try {
            return new BigDecimal(said);
        } catch (NumberFormatException e) {
            throw new Unreadable("bad-field", "“" + line.xml() + "”的值“" + said + "”不是数");
        }
    }

    /// The message for a letter's scope.
    Element write(Message message, ObjectNode scope) throws Unreadable {
        Element document = Xml.root(dialect.document(), null);
        if (scope.at("/body/point") instanceof ObjectNode point && point.hasNonNull("longitude")) {
            Coordinate theirs = dialect.conversion().fromDegrees(new Coordinate(point.get("longitude").asDouble(), point.get("latitude").asDouble()));
            point.put("longitude", theirs.x).put("latitude", theirs.y);
        }
        for (List<Entry> lines : List.of(dialect.always(), message.fields())) {
            for (Entry line : lines) {
                String value = line.constant() != null ? line.constant() : written(line, scope.at(String.valueOf(line.letter())));
                if (!value.isEmpty()) {
                    Xml.put(document, line.xml(), value);
                }
            }
        }
        if (message.when() != null) {
            Xml.put(document, message.when().getFirst(), message.when().getLast());
        }
        return document;
    }

    private String written(Entry line, JsonNode value) throws Unreadable {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        String said = value.asString("");
        if ("time".equals(line.type())) {
            try {
                return said.isEmpty() ? "" : OffsetDateTime.parse(said).atZoneSameInstant(ZONE).format(time);
            } catch (DateTimeParseException e) {
                throw new Unreadable("bad-field", "“" + line.letter() + "”不是时刻：" + said);
            }
        }
        if (line.part() != null) {
            String[] parts = said.split("-", 2);
            said = parts.length > line.part() ? parts[line.part()] : "";
        }
        if (line.codes() != null && !said.isEmpty()) {
            said = theirs(line.codes(), said);
            if (said == null) {
                throw new Unreadable("unmappable-code", "“" + value.asString("") + "”在对接方言里没有“" + line.xml() + "”的代码");
            }
        }
        return line.lead() != null && !said.isEmpty() ? line.lead() + said : said;
    }

    private static @Nullable String theirs(Map<String, String> codes, String ours) {
        return codes.entrySet().stream().filter(each -> each.getValue().equals(ours)).map(Map.Entry::getKey).sorted().findFirst().orElse(null);
    }
}
