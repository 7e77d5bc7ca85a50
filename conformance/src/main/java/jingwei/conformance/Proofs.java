package jingwei.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jingwei.simulator.story.Story;

/// 证明: what proves a requirement: stories played over HTTP, and test classes that carry its id.
///
/// The marks are read from the sources of the tests, so that a test of any module counts without being on this one's path.
///
/// @param stories ids of stories by requirement
/// @param tests   names of test classes by requirement
public record Proofs(Map<String, SortedSet<String>> stories, Map<String, SortedSet<String>> tests) {

    private static final Pattern MARK = Pattern.compile("@Requirement\\(([^)]*)\\)");
    private static final Pattern ID = Pattern.compile("\"([^\"]+)\"");

    /// @param sources folders of test sources; one that does not exist is a fault
    public static Proofs collect(List<Story> stories, List<Path> sources) {
        Map<String, SortedSet<String>> byStory = new TreeMap<>();
        stories.forEach(story -> story.requirements().forEach(id -> add(byStory, id, story.id())));
        Map<String, SortedSet<String>> byTest = new TreeMap<>();
        sources.forEach(folder -> marks(folder).forEach((test, ids) -> ids.forEach(id -> add(byTest, id, test))));
        return new Proofs(byStory, byTest);
    }

    public SortedSet<String> stories(String id) {
        return stories.getOrDefault(id, new TreeSet<>());
    }

    public SortedSet<String> tests(String id) {
        return tests.getOrDefault(id, new TreeSet<>());
    }

    private static Map<String, List<String>> marks(Path folder) {
        Map<String, List<String>> marks = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith("Test.java")).sorted().toList()) {
                List<String> ids = MARK.matcher(Files.readString(file)).results()
                        .flatMap(mark -> ids(mark.group(1))).toList();
                marks.put(file.getFileName().toString().replace(".java", ""), ids);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return marks;
    }

    private static Stream<String> ids(String inside) {
        Matcher id = ID.matcher(inside);
        return id.results().map(found -> found.group(1)).toList().stream();
    }

    private static void add(Map<String, SortedSet<String>> proofs, String id, String proof) {
        proofs.computeIfAbsent(id, each -> new TreeSet<>()).add(proof);
    }
}
