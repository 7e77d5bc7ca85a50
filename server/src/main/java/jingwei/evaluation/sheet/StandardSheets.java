package jingwei.evaluation.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// 标准指标表: the sheets of the standards as this house reads them, text data of the standards module.
public final class StandardSheets {

    private static final Map<String, String> PAGES = Map.of(
            "cjt-292-2008", "/standards/cjt-292-2008/sheet.txt",
            "gbt-30428-4", "/standards/gbt-30428/sheet.txt");

    private StandardSheets() {
    }

    public static Map<String, String> all() {
        return Map.of("cjt-292-2008", text("cjt-292-2008"), "gbt-30428-4", text("gbt-30428-4"));
    }

    public static String text(String name) {
        String page = PAGES.get(name);
        if (page == null) {
            throw new IllegalStateException("no standard sheet " + name);
        }
        try (InputStream in = StandardSheets.class.getResourceAsStream(page)) {
            if (in == null) {
                throw new IllegalStateException("no " + page);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static IndicatorSheet read(String name) {
        return switch (SheetReader.read(text(name))) {
            case SheetReader.Reading.Read(IndicatorSheet sheet) -> sheet;
            case SheetReader.Reading.Faulty(var faults) -> throw new IllegalStateException("the standard sheet: " + faults);
        };
    }
}
