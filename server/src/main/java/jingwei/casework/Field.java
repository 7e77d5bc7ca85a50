package jingwei.casework;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import jingwei.standards.Text;
import org.jspecify.annotations.Nullable;

/// 办理表单的栏目: the fields of {@link Particulars}, by the name they carry in the contract.
public enum Field {
    OPINION("意见", "opinion", Particulars::opinion),
    REASON("理由", "reason", Particulars::reason),
    EVIDENCE("影音", "evidence", Particulars::evidence),
    SOURCE("来源", "source", Particulars::source),
    REPORTER("举报人", "reporter", Particulars::reporter),
    DESCRIPTION("问题描述", "description", Particulars::description),
    CLASS_CODE("小类", "class", Particulars::classCode),
    CONDITION("立案条件", "filing condition", Particulars::condition),
    COMPONENT("部件", "component", Particulars::component),
    POINT("位置", "position", Particulars::point),
    FIX("定位原值", "raw fix", Particulars::fix),
    ADDRESS("地点描述", "address", Particulars::address),
    COLLECTOR("采集员", "collector", Particulars::collector),
    UNIT("主办单位", "lead unit", Particulars::unit),
    SUPPORTING("协办单位", "supporting units", Particulars::supporting),
    LIMIT("时限", "limit", Particulars::limit),
    UNTIL("截止时间", "until", Particulars::until),
    ORIGINAL("原案件", "original case", Particulars::original),
    INTO("并入案件", "case merged into", Particulars::into),
    PARTS("分案", "parts", Particulars::parts),
    ORDER("督办单", "order", Particulars::order),
    NUMBER("对方编号", "the other platform's number", Particulars::number),
    CLOSING("结案方式", "way of closing", Particulars::closing),
    EXTRA("补充栏目", "further answers", Particulars::extra);

    private final Text text;
    private final Function<Particulars, @Nullable Object> value;

    Field(String zh, String en, Function<Particulars, @Nullable Object> value) {
        this.text = Text.of(zh, en);
        this.value = value;
    }

    public Text text() {
        return text;
    }

    /// The name in the contract: `classCode`.
    public String key() {
        String[] words = name().toLowerCase(Locale.ROOT).split("_");
        return words.length == 1 ? words[0]
                : words[0] + Character.toUpperCase(words[1].charAt(0)) + words[1].substring(1);
    }

    /// The fields that carry a value; blank text and empty lists are no value.
    public static Set<Field> given(Particulars particulars) {
        Set<Field> given = EnumSet.noneOf(Field.class);
        for (Field field : values()) {
            Object value = field.value.apply(particulars);
            if (value instanceof String text ? !text.isBlank()
                    : value instanceof java.util.List<?> list ? !list.isEmpty()
                    : value instanceof java.util.Map<?, ?> map ? !map.isEmpty() : value != null) {
                given.add(field);
            }
        }
        return given;
    }
}
