package jingwei.demonstration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import jingwei.catalog.desk.Phrases;

/// 示范知识库 (COL-21): laws in short, duty lists, rules and plans, in words of our own, so that the knowledge base of the demonstration is not
/// empty. A paper is a head `=== KIND | title | source` and the lines below it.
final class Library {

    private static final String HEAD = "=== ";

    private Library() {
    }

    static List<Phrases.KnowledgePaper> papers() {
        return Arrays.stream(text().split("(?m)^" + HEAD)).map(String::strip).filter(part -> !part.isEmpty()).map(Library::paper).toList();
    }

    private static Phrases.KnowledgePaper paper(String part) {
        int end = part.indexOf('\n');
        String[] head = part.substring(0, end).split(" \\| ");
        return new Phrases.KnowledgePaper(UUID.nameUUIDFromBytes(head[1].getBytes(StandardCharsets.UTF_8)), Phrases.Kind.valueOf(head[0]),
                head[1], part.substring(end).strip(), head[2]);
    }

    private static String text() {
        try (InputStream stream = Objects.requireNonNull(Library.class.getResourceAsStream("/demonstration/papers.txt"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
