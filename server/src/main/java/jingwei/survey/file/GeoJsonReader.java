package jingwei.survey.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// GeoJSON: a collection of features, one at a time; the `id` of a feature becomes the attribute `id`.
final class GeoJsonReader implements RecordReader {

    private static final JsonMapper JSON = new JsonMapper();

    private final JsonParser parser;
    private boolean inside;
    private long number;

    GeoJsonReader(Path file) throws IOException {
        this.parser = JSON.createParser(new java.io.BufferedInputStream(java.nio.file.Files.newInputStream(file), 1 << 16));
    }

    @Override
    public @Nullable SurveyRecord next() throws IOException {
        try {
            if (!inside && !enter()) {
                throw FileRefusal.broken("GeoJSON", "没有 features no features");
            }
            JsonToken token = parser.nextToken();
            if (token != JsonToken.START_OBJECT) {
                return null;
            }
            number++;
            JsonNode feature = parser.readValueAsTree();
            Map<String, String> attributes = new LinkedHashMap<>();
            if (feature.hasNonNull("id")) {
                attributes.put("id", feature.get("id").asString());
            }
            feature.path("properties").propertyStream().filter(one -> !one.getValue().isNull())
                    .forEach(one -> attributes.put(one.getKey(),
                            one.getValue().isValueNode() ? one.getValue().asString() : one.getValue().toString()));
            JsonNode shape = feature.path("geometry");
            try {
                return new SurveyRecord(number, shape.isObject() ? GeoJsonShape.read(shape) : null, attributes);
            } catch (IllegalArgumentException e) {
                return new SurveyRecord(number, null, attributes, "图形读不出 the shape cannot be read");
            }
        } catch (JacksonException e) {
            throw FileRefusal.broken("GeoJSON", "第 " + (number + 1) + " 个要素附近不是 JSON near feature " + (number + 1));
        }
    }

    private boolean enter() {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.PROPERTY_NAME && "features".equals(parser.currentName())) {
                inside = parser.nextToken() == JsonToken.START_ARRAY;
                return inside;
            }
            if (token == JsonToken.PROPERTY_NAME) {
                parser.nextToken();
                parser.skipChildren();
            }
        }
        return false;
    }

    @Override
    public long total() {
        return -1;
    }

    /// The format is of degrees by its own rule; CGCS2000 and WGS 84 are the same to a decimeter.
    @Override
    public Optional<String> system() {
        return Optional.of("cgcs2000");
    }

    @Override
    public List<String> columns() {
        return List.of();
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
