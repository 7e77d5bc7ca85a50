package jingwei.geocoding.match;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jingwei.geocoding.text.Written;

/// 外地名: names of provinces, cities and counties, to notice that a text speaks of another city.
final class Foreign {

    private static final int LONGEST = 12;
    private static final List<String[]> ALL = load();

    private final Set<String> names = new HashSet<>();
    private final Set<String> home = new HashSet<>();
    /// Districts of other cities; they count at the beginning only.
    private final Set<String> districts = new HashSet<>();

    /// @param city code of the city served, its first four digits
    Foreign(String city) {
        for (String[] row : ALL) {
            String name = Written.key(row[2]);
            boolean own = city.length() >= 4 && (row[1].startsWith(city.substring(0, 4))
                    || row[0].equals("province") && city.startsWith(row[1]));
            if (own) {
                home.add(name);
                if (row[0].equals("province")) {
                    home.add(name.substring(0, name.length() - 1));
                }
            } else if (row[0].equals("county") && name.length() >= 3 && name.endsWith("区")) {
                districts.add(name);
            } else if (!row[0].equals("county") || name.length() >= 3 && (name.endsWith("市") || name.endsWith("县"))) {
                names.add(name);
                if (!row[0].equals("county") && name.length() == 3) {
                    names.add(name.substring(0, 2));
                }
                if (row[0].equals("province")) {
                    names.add(name.replaceFirst("(省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)$", ""));
                }
            }
        }
        names.removeAll(home);
        districts.removeAll(home);
    }

    /// Code of the city of that name without 市; blank where there is none. Places without codes still name their city.
    static String code(String city) {
        return city.isEmpty() ? "" : ALL.stream().filter(row -> row[0].equals("city") && Written.key(row[2]).equals(city + "市")).map(row -> row[1])
                .findFirst().orElse("");
    }

    private static List<String[]> load() {
        List<String[]> rows = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(Objects.requireNonNull(
                Foreign.class.getResourceAsStream("/geocoding/divisions.tsv")), StandardCharsets.UTF_8))) {
            lines.lines().skip(1).forEach(line -> rows.add(line.split("\t")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /// Index behind the name of another city that begins there, or -1. A name without 市 or 省 counts at the beginning only.
    int end(Written text, int from) {
        int end = end(names, text, from);
        return end < 0 && from == 0 ? end(districts, text, from) : end;
    }

    /// Index behind the name of the own province or city that begins there, or -1.
    int homeEnd(Written text, int from) {
        return end(home, text, from);
    }

    private static int end(Set<String> known, Written text, int from) {
        for (int length = Math.min(LONGEST, text.length() - from); length >= 2; length--) {
            if ((length > 2 || from == 0 || text.at(from + 1) == '县') && known.contains(text.text(from, from + length))) {
                return from + length;
            }
        }
        return -1;
    }
}
