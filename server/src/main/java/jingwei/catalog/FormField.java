package jingwei.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jingwei.standards.Text;
import org.jspecify.annotations.Nullable;

/// 补充栏目: one more question that the report of a minor class asks (APM-03).
///
/// @param key      the name under which answers are kept; issued once, whatever becomes of the label
/// @param label    Chinese label
/// @param choices  answers to choose from; of a choice only
/// @param listed   a column of exported lists
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FormField(String key, String label, Kind kind, @Nullable List<String> choices, boolean required, boolean listed) {

    /// 栏目类型.
    public enum Kind {
        TEXT, NUMBER, YES, CHOICE
    }

    private static final int LONGEST = 500;

    /// The choices, none for another kind.
    public List<String> choicesOrNone() {
        return choices == null ? List.of() : choices;
    }

    /// What is wrong with an answer; nothing where it is right.
    public Optional<Text> wrong(Object answer) {
        boolean right = switch (kind) {
            case TEXT -> answer instanceof String text && !text.isBlank() && text.length() <= LONGEST;
            case NUMBER -> answer instanceof Number number && Double.isFinite(number.doubleValue());
            case YES -> answer instanceof Boolean;
            case CHOICE -> answer instanceof String text && choicesOrNone().contains(text);
        };
        return right ? Optional.empty() : Optional.of(switch (kind) {
            case TEXT -> Text.of("“" + label + "”应为 1 到 " + LONGEST + " 字", label + " has 1 to " + LONGEST + " characters");
            case NUMBER -> Text.of("“" + label + "”应为数字", label + " is a number");
            case YES -> Text.of("“" + label + "”应为是或否", label + " is yes or no");
            case CHOICE -> Text.of("“" + label + "”应为 " + String.join("、", choicesOrNone()) + " 之一",
                    label + " is one of " + String.join(", ", choicesOrNone()));
        });
    }

    /// The field in words of JSON Schema 2020-12.
    Map<String, Object> schema() {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("title", label);
        said.put("type", switch (kind) {
            case TEXT, CHOICE -> "string";
            case NUMBER -> "number";
            case YES -> "boolean";
        });
        if (kind == Kind.TEXT) {
            said.put("minLength", 1);
            said.put("maxLength", LONGEST);
        }
        if (kind == Kind.CHOICE) {
            said.put("enum", choicesOrNone());
        }
        return said;
    }
}
