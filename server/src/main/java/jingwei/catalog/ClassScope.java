package jingwei.catalog;

import java.util.regex.Pattern;
import jingwei.standards.ClassCode;
import jingwei.standards.Refusal;
import jingwei.standards.Text;

/// 小类范围: which classes a line of the responsibility list speaks of: `all`, `event`, `component-01` or `component-0101`.
public record ClassScope(String text) {

    private static final Pattern SHAPE = Pattern.compile("all|(component|event)(-[0-9]{2}([0-9]{2})?)?");

    public ClassScope {
        if (!SHAPE.matcher(text).matches()) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "class-scope-malformed",
                    Text.of("“" + text + "”不是小类范围", "\"" + text + "\" is no range of classes"),
                    Text.of("写 all、component、event、大类 component-01 或小类 component-0101",
                            "write all, component, event, a major class component-01 or a minor class component-0101"))
                    .under("COL-05").asException();
        }
    }

    public boolean covers(ClassCode code) {
        return text.equals("all") || code.toString().startsWith(text);
    }

    /// The longer, the narrower.
    int narrowness() {
        return text.equals("all") ? 0 : text.replaceAll("[^0-9]", "").length() + 1;
    }
}
