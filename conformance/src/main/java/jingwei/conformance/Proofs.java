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

/// 证明: what proves a requirement: stories played over HTTP, tests that meet the system from outside (over HTTP or in the
/// browser), and tests inside the server that carry its id.
///
/// The marks are read from the sources of the tests, so that a test of any module counts without being on this one's path; a
/// browser test says `@Requirement("ACC-01")` in a comment.
///
/// @param stories ids of stories by requirement
/// @param outside names of tests from outside, by requirement
/// @param inside  names of tests inside the server, by requirement
public record Proofs(Map<String, SortedSet<String>> stories, Map<String, SortedSet<String>> outside,
        Map<String, SortedSet<String>> inside) {

    private static final Pattern MARK = Pattern.compile("@Requirement\\(([^)]*)\\)");
    private static final Pattern ID = Pattern.compile("\"([^\"]+)\"");

    /// @param outside folders of test sources that meet the system from outside; one that does not exist is a fault
    /// @param inside  folders of the server's own test sources
    public static Proofs collect(List<Story> stories, List<Path> outside, List<Path> inside) {
        Map<String, SortedSet<String>> byStory = new TreeMap<>();
        stories.forEach(story -> story.requirements().forEach(id -> add(byStory, id, story.id())));
        return new Proofs(byStory, byTest(outside), byTest(inside));
    }

    public SortedSet<String> stories(String id) {
        return stories.getOrDefault(id, new TreeSet<>());
    }

    public SortedSet<String> outside(String id) {
        return outside.getOrDefault(id, new TreeSet<>());
    }

    public SortedSet<String> inside(String id) {
        return inside.getOrDefault(id, new TreeSet<>());
    }

    private static Map<String, SortedSet<String>> byTest(List<Path> sources) {
        Map<String, SortedSet<String>> byTest = new TreeMap<>();
        sources.forEach(folder -> marks(folder).forEach((test, ids) -> ids.forEach(id -> add(byTest, id, test))));
        return byTest;
    }

    private static Map<String, List<String>> marks(Path folder) {
        Map<String, List<String>> marks = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Proofs::isTest).sorted().toList()) {
                List<String> ids = MARK.matcher(Files.readString(file)).results()
                        .flatMap(mark -> ids(mark.group(1))).toList();
                marks.put(file.getFileName().toString().replace(".java", "").replace(".mjs", ""), ids);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return marks;
    }

    private static boolean isTest(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith("Test.java") || name.endsWith(".test.mjs");
    }

    private static Stream<String> ids(String inside) {
        Matcher id = ID.matcher(inside);
        return id.results().map(found -> found.group(1)).toList().stream();
    }

    private static void add(Map<String, SortedSet<String>> proofs, String id, String proof) {
        proofs.computeIfAbsent(id, each -> new TreeSet<>()).add(proof);
    }
}
