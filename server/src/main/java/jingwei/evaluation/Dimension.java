package jingwei.evaluation;

import java.util.Locale;
import java.util.Optional;
import jingwei.standards.Text;

/// 统计维度 (STA-01): by what a free statistic is split.
public enum Dimension {
    DAY("日期", "day"), WEEK("周", "week"), MONTH("月份", "month"),
    DISTRICT("区县", "district"), SUBDISTRICT("街道", "subdistrict"), COMMUNITY("社区", "community"), CELL("单元网格", "unit grid"),
    DUTY_GRID("责任网格", "duty grid"), UNIT("责任单位", "unit"), KIND("部件或事件", "component or event"),
    MAJOR("大类", "major class"), CLASS("小类", "minor class"), SOURCE("问题来源", "source"), STAGE("环节", "stage"),
    POST("岗位", "post"), PERSON("人员", "person"), PLATFORM("平台", "platform");

    private final Text text;

    Dimension(String zh, String en) {
        this.text = Text.of(zh, en);
    }

    public Text text() {
        return text;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Dimension> ofWord(String word) {
        for (Dimension dimension : values()) {
            if (dimension.word().equals(word)) {
                return Optional.of(dimension);
            }
        }
        return Optional.empty();
    }
}
