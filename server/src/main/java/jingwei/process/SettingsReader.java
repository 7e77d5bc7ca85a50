package jingwei.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jingwei.organization.PostKind;
import jingwei.standards.RefusedException;
import jingwei.standards.TimeLimit;
import org.jspecify.annotations.Nullable;

/// Reads the section `settings` of a process page. Every setting must stand there: a definition has no silent defaults.
final class SettingsReader {

    private final List<Breach> faults;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, List<PostKind>> chains = new HashMap<>();

    SettingsReader(List<Breach> faults) {
        this.faults = faults;
    }

    void read(int number, List<String> columns) {
        if (columns.size() < 2) {
            faults.add(Breach.unreadable(number, "设置一行应有：名称 值", "a setting has: name, value"));
            return;
        }
        String name = columns.getFirst();
        if (name.startsWith("chain ")) {
            chain(number, name.substring(6).strip(), columns.get(1));
        } else {
            values.put(name, columns.get(1));
        }
        lines.put(name, number);
    }

    private void chain(int number, String petition, String posts) {
        List<PostKind> kinds = new ArrayList<>();
        for (String word : posts.split("\\s+")) {
            PostKind.ofWord(word).ifPresentOrElse(kinds::add, () -> faults.add(Breach.unreadable(number,
                    "不认识的岗位“" + word + "”", "unknown post \"" + word + "\"")));
        }
        chains.put(petition, List.copyOf(kinds));
    }

    /// The settings, or null when one is missing or wrong (the fault is told).
    @Nullable ProcessSettings finish() {
        int before = faults.size();
        Set<String> verifyFirst = new HashSet<>(Arrays.asList(word("verify-first").split("\\s+")));
        boolean shortFlow = choice("short-flow", "on", "off");
        boolean continueClock = choice("rework-clock", "continue", "new");
        TimeLimit refusal = limit("refusal-time");
        int[] lights = numbers("lights", 2);
        int extensions = numbers("extensions-at-most", 1)[0];
        int holds = numbers("holds-at-most", 1)[0];
        int days = numbers("hold-at-most-days", 1)[0];
        int[] duplicate = numbers("duplicate-within", 2);
        for (String petition : List.of("return", "extension", "extension-2", "hold")) {
            if (!chains.containsKey(petition)) {
                missing("chain " + petition);
            }
        }
        if (faults.size() > before || refusal == null) {
            return null;
        }
        return new ProcessSettings(verifyFirst, shortFlow, continueClock, refusal, lights[0], lights[1], chains,
                extensions, holds, days, duplicate[0], duplicate[1]);
    }

    private String word(String name) {
        String value = values.get(name);
        if (value == null) {
            missing(name);
            return "";
        }
        return value;
    }

    private boolean choice(String name, String yes, String no) {
        String value = word(name);
        if (!value.isEmpty() && !value.equals(yes) && !value.equals(no)) {
            wrong(name, value);
        }
        return value.equals(yes);
    }

    private @Nullable TimeLimit limit(String name) {
        String value = word(name);
        try {
            return value.isEmpty() ? null : TimeLimit.of(value);
        } catch (RefusedException e) {
            wrong(name, value);
            return null;
        }
    }

    /// The numbers in a value; words between them (`30 m 3 days`) are for the reader.
    private int[] numbers(String name, int count) {
        String value = word(name);
        int[] found = Arrays.stream(value.split("\\D+")).filter(part -> !part.isEmpty() && part.length() < 7)
                .mapToInt(Integer::parseInt).toArray();
        if (!value.isEmpty() && found.length != count) {
            wrong(name, value);
        }
        return Arrays.copyOf(found, count);
    }

    private void missing(String name) {
        faults.add(Breach.unreadable(0, "缺少设置“" + name + "”", "the setting \"" + name + "\" is missing"));
    }

    private void wrong(String name, String value) {
        faults.add(Breach.unreadable(lines.getOrDefault(name, 0), "设置“" + name + "”的值“" + value + "”不对",
                "the setting \"" + name + "\" cannot be \"" + value + "\""));
    }
}
