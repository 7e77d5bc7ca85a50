package jingwei.standards;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// 分类对照: which class of GB/T 30428.2-2013 a class of CJ/T 214-2007 became.
///
/// For statistics across editions and for letters to a platform that uses the other one. A case keeps the class it was
/// filed under. Requirements EXC-05, APM-04.
public final class ClassMapping {

    /// 对照行: one class and its successor.
    ///
    /// @param from       class of CJ/T 214-2007
    /// @param to         class of GB/T 30428.2-2013; null where there is none
    /// @param match      exact, renamed, moved, split, merged, or why there is none
    /// @param confidence how sure the pair is
    public record Line(
            ClassCode from, String fromName, @Nullable ClassCode to, String toName, String match, Confidence confidence) {}

    private final List<Line> lines;

    private ClassMapping(List<Line> lines) {
        this.lines = List.copyOf(lines);
    }

    public static ClassMapping load() {
        List<Line> lines = new ArrayList<>();
        for (Table.Row row : Table.bundled(
                        Edition.GBT_30428.path("mapping-from-cjt-214-2007.csv"),
                        "kind",
                        "cjt214_code",
                        "cjt214_name_zh",
                        "gbt30428_code",
                        "gbt30428_name_zh",
                        "match",
                        "confidence")
                .rows()) {
            ClassKind kind = ClassKind.of(row.get("kind"));
            String to = row.get("gbt30428_code");
            lines.add(new Line(
                    new ClassCode(kind, row.get("cjt214_code")),
                    row.get("cjt214_name_zh"),
                    to.isEmpty() ? null : new ClassCode(kind, to),
                    row.get("gbt30428_name_zh"),
                    row.get("match"),
                    Confidence.of(row.get("confidence"))));
        }
        return new ClassMapping(lines);
    }

    public List<Line> lines() {
        return lines;
    }

    /// The successor of a class of CJ/T 214-2007, none where the mapping knows none.
    public Optional<ClassCode> successorOf(ClassCode cjt214) {
        return lines.stream()
                .filter(each -> each.from().equals(cjt214))
                .findFirst()
                .map(Line::to);
    }

    /// The classes of CJ/T 214-2007 that became this class: several where classes were merged.
    public List<ClassCode> predecessorsOf(ClassCode gbt30428) {
        return lines.stream()
                .filter(each -> gbt30428.equals(each.to()))
                .map(Line::from)
                .toList();
    }
}
