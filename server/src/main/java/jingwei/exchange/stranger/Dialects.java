package jingwei.exchange.stranger;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// 现成的方言: the two generations of message that are known (2013, 2015), as files to begin from.
@Component
public class Dialects {

    private static final List<String> SHIPPED = List.of("gateway-2013", "gateway-2015");

    private final JsonMapper json;

    Dialects(JsonMapper json) {
        this.json = json.rebuild().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    }

    public List<Dialect> shipped() {
        return SHIPPED.stream().map(this::shipped).toList();
    }

    public Dialect shipped(String id) {
        if (!SHIPPED.contains(id)) {
            throw Dialect.refuse("没有现成的方言“" + id + "”，可用 " + String.join("、", SHIPPED));
        }
        try (InputStream file = new ClassPathResource("exchange/dialects/" + id + ".json").getInputStream()) {
            return read(new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @throws jingwei.standards.RefusedException `bad-dialect`
    public Dialect read(String text) {
        try {
            return Objects.requireNonNull(json.readValue(text, Dialect.class)).checked();
        } catch (JacksonException | NullPointerException e) {
            String why = e instanceof JacksonException broken ? broken.getOriginalMessage() : "空文件";
            throw Dialect.refuse(why == null || why.length() < 200 ? String.valueOf(why) : why.substring(0, 200));
        }
    }

    String write(Dialect dialect) {
        return json.writeValueAsString(dialect);
    }
}
