package jingwei.process;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import jingwei.standards.Text;

/// 环节: the seven stages of CJJ/T 106, the coarse word that every platform shares whatever its states are called.
public enum Stage {
    COLLECTION("信息收集", "information collection"),
    CREATION("案卷建立", "case creation"),
    DISPATCH("任务派遣", "task dispatch"),
    HANDLING("任务处理", "task handling"),
    FEEDBACK("处理反馈", "handling feedback"),
    CHECK("核查结案", "check and close"),
    EVALUATION("综合评价", "evaluation");

    private final Text text;

    Stage(String zh, String en) {
        this.text = Text.of(zh, en);
    }

    public Text text() {
        return text;
    }

    /// The word used in definitions and in the contract.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Stage> ofWord(String word) {
        for (Stage stage : values()) {
            if (stage.word().equals(word)) {
                return Optional.of(stage);
            }
        }
        return Optional.empty();
    }
}
