package jingwei.standards;

/// 可信度: how sure we are of a transcribed row, because the printed standards were not at hand.
///
/// Only `HIGH` counts as verified; everything else is shown as `unverified` on the conformance page.
public enum Confidence {
    /// Two independent sources agree, or one direct source without contradiction.
    HIGH("high", "H", "高"),
    /// One source, or one source and the transcriber's own knowledge.
    MEDIUM("medium", "M", "中"),
    /// Inferred.
    LOW("low", "L", "低"),
    /// Our own rule: there is nothing to verify it against.
    OURS("ours", "-", "自定");

    private final String word;
    private final String letter;
    private final String zh;

    Confidence(String word, String letter, String zh) {
        this.word = word;
        this.letter = letter;
        this.zh = zh;
    }

    public String word() {
        return word;
    }

    public String zh() {
        return zh;
    }

    /// 未核实: not yet checked against the printed standard.
    public boolean unverified() {
        return this != HIGH;
    }

    /// Reads `high`, `H` or `高` and so on; anything else is refused as `confidence-unknown`.
    public static Confidence of(String text) {
        for (Confidence each : values()) {
            if (each.word.equals(text) || each.letter.equals(text) || each.zh.equals(text)) {
                return each;
            }
        }
        throw Refusal.of(
                        Refusal.Kind.MALFORMED,
                        "confidence-unknown",
                        Text.of("可信度“" + text + "”无法识别。", "The confidence “" + text + "” is not known."),
                        Text.of("请填 high、medium、low 或 ours。", "Write high, medium, low or ours."))
                .asException();
    }
}
