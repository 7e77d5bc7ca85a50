package jingwei.evaluation;

import java.util.Locale;
import java.util.Optional;
import jingwei.organization.PostKind;
import jingwei.standards.Text;
import org.jspecify.annotations.Nullable;

/// 评价对象: areas at every level, units, the four posts, and the firms that collect (EVA-01, EVA-10).
public enum Subject {
    CITY("全市", "city", null),
    DISTRICT("区县", "district", null),
    SUBDISTRICT("街道", "subdistrict", null),
    COMMUNITY("社区", "community", null),
    CELL("单元网格", "unit grid", null),
    DUTY_GRID("责任网格", "duty grid", null),
    UNIT("责任单位", "responsible unit", null),
    COLLECTOR("信息采集员", "collector", PostKind.COLLECTOR),
    OPERATOR("受理员", "operator", PostKind.OPERATOR),
    SHIFT_LEADER("值班长", "shift leader", PostKind.SHIFT_LEADER),
    DISPATCHER("派遣员", "dispatcher", PostKind.DISPATCHER),
    FIRM("采集公司", "collection firm", null);

    private final Text text;
    private final @Nullable PostKind post;

    Subject(String zh, String en, @Nullable PostKind post) {
        this.text = Text.of(zh, en);
        this.post = post;
    }

    public Text text() {
        return text;
    }

    /// The kind of post evaluated; empty for areas, units and firms.
    public Optional<PostKind> post() {
        return Optional.ofNullable(post);
    }

    public boolean isArea() {
        return switch (this) {
            case CITY, DISTRICT, SUBDISTRICT, COMMUNITY, CELL, DUTY_GRID -> true;
            case UNIT, COLLECTOR, OPERATOR, SHIFT_LEADER, DISPATCHER, FIRM -> false;
        };
    }

    /// The word in sheets and in the contract: `duty-grid`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Subject> ofWord(String word) {
        for (Subject subject : values()) {
            if (subject.word().equals(word)) {
                return Optional.of(subject);
            }
        }
        return Optional.empty();
    }
}
