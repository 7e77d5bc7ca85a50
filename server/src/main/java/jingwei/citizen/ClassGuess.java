package jingwei.citizen;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jingwei.catalog.ClassEntry;
import jingwei.catalog.Sheet;

/// 由文字看类别: which class the words speak of, by the two-character words they share with its name. A guess for the operator,
/// who decides when he accepts (T07).
final class ClassGuess {

    private ClassGuess() {
    }

    /// The best class of the sheet; empty where nothing is shared.
    static Optional<ClassEntry> of(Sheet sheet, String words) {
        return sheet.entries().stream().filter(entry -> !sheet.conditions(entry.code()).isEmpty())
                .filter(entry -> shared(entry.name().zh(), words) > 0)
                .max(Comparator.<ClassEntry>comparingDouble(entry -> shared(entry.name().zh(), words)
                        + (words.contains(entry.name().zh()) ? 10 : 0)).thenComparing(entry -> -entry.name().zh().length()));
    }

    /// Share of the name's two-character words that occur.
    private static double shared(String name, String words) {
        List<String> pairs = java.util.stream.IntStream.range(0, Math.max(0, name.length() - 1))
                .mapToObj(at -> name.substring(at, at + 2)).toList();
        return pairs.isEmpty() ? 0 : (double) pairs.stream().filter(words::contains).count() / pairs.size();
    }
}
