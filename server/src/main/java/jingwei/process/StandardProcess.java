package jingwei.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// 标准流程: the process of CJJ/T 106 as this house reads it, one page of text in the standards.
public final class StandardProcess {

    private static final String PAGE = "/standards/cjjt-106-2010/process.txt";

    private StandardProcess() {
    }

    public static ProcessDefinition read() {
        return switch (ProcessReader.read(text())) {
            case Reading.Read(ProcessDefinition definition) -> definition;
            case Reading.Unreadable(var faults) -> throw new IllegalStateException("the standard process: " + faults);
        };
    }

    public static String text() {
        try (InputStream page = StandardProcess.class.getResourceAsStream(PAGE)) {
            if (page == null) {
                throw new IllegalStateException("no " + PAGE);
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
