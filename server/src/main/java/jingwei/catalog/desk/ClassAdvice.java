package jingwei.catalog.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jingwei.catalog.ClassEntry;
import jingwei.catalog.FilingCondition;
import jingwei.catalog.Sheet;
import jingwei.standards.Text;

/// 小类建议: which classes the words of a caller speak of, each with the words that led to it (ACC-02).
///
/// Two-character pieces of the words are looked for in the class's name and in its filing conditions; a hit in the name
/// weighs more, and a piece that half the catalogue bears weighs little. The desk decides.
public final class ClassAdvice {

    private static final int NAME = 5;

    private ClassAdvice() {
    }

    /// @param condition number of the condition that fits best; null where none does
    /// @param reason    which words were found where
    public record Advice(String classCode, Text name, String majorName, Integer condition, double score, Text reason) {
    }

    /// The best first, six at most.
    public static List<Advice> of(Sheet sheet, String words) {
        Set<String> pieces = pieces(words);
        List<Advice> found = new ArrayList<>();
        List<ClassEntry> entries = sheet.entries();
        for (ClassEntry entry : entries) {
            Set<String> inName = hits(pieces, entry.name().zh() + " " + entry.name().en().toLowerCase(Locale.ROOT));
            double score = inName.stream().mapToDouble(piece -> NAME * weight(entries, piece)).sum();
            FilingCondition best = null;
            Set<String> bestHits = Set.of();
            for (FilingCondition condition : sheet.conditions(entry.code())) {
                Set<String> hits = hits(pieces, condition.text());
                if (best == null || hits.size() > bestHits.size()) {
                    best = condition;
                    bestHits = hits;
                }
            }
            score += bestHits.size();
            if (score >= 1 && (!inName.isEmpty() || bestHits.size() > 1)) {
                found.add(new Advice(entry.code().toString(), entry.name(), entry.majorName().zh(),
                        best == null || bestHits.isEmpty() && sheet.conditions(entry.code()).size() > 1 ? null : (Integer) best.number(),
                        Math.round(score * 10) / 10.0, reason(inName, bestHits)));
            }
        }
        return found.stream().sorted(Comparator.comparingDouble(Advice::score).reversed().thenComparing(Advice::classCode))
                .limit(6).toList();
    }

    private static Text reason(Set<String> inName, Set<String> inCondition) {
        List<String> zh = new ArrayList<>();
        List<String> en = new ArrayList<>();
        if (!inName.isEmpty()) {
            zh.add("名称含“" + String.join("、", inName) + "”");
            en.add("the name has " + String.join(", ", inName));
        }
        if (!inCondition.isEmpty()) {
            zh.add("立案条件含“" + String.join("、", inCondition) + "”");
            en.add("a filing condition has " + String.join(", ", inCondition));
        }
        return Text.of(String.join("；", zh), String.join("; ", en));
    }

    private static double weight(List<ClassEntry> entries, String piece) {
        long bearing = entries.stream().filter(entry -> entry.name().zh().contains(piece)).count();
        return bearing == 0 ? 1 : 1 / Math.sqrt(bearing);
    }

    private static Set<String> hits(Set<String> pieces, String text) {
        Set<String> hits = new LinkedHashSet<>();
        pieces.stream().filter(text::contains).forEach(hits::add);
        return hits;
    }

    /// Two Chinese characters that stand together, or a Latin word of three letters or more.
    private static Set<String> pieces(String words) {
        Set<String> pieces = new LinkedHashSet<>();
        String plain = words.length() > 500 ? words.substring(0, 500) : words;
        for (int i = 0; i + 1 < plain.length(); i++) {
            if (Character.isIdeographic(plain.charAt(i)) && Character.isIdeographic(plain.charAt(i + 1))) {
                pieces.add(plain.substring(i, i + 2));
            }
        }
        for (String word : plain.toLowerCase(Locale.ROOT).split("[^a-z]+")) {
            if (word.length() > 2) {
                pieces.add(word);
            }
        }
        return pieces;
    }
}
