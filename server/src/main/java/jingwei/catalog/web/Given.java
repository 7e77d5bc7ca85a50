package jingwei.catalog.web;

import java.util.ArrayList;
import java.util.List;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import org.jspecify.annotations.Nullable;

/// 必填项: refuses a request that leaves a required field out, naming all of them at once.
final class Given {

    private Given() {
    }

    /// @param namesAndValues name, value, name, value …
    /// @throws RefusedException `field-missing`
    static void require(@Nullable Object... namesAndValues) {
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] == null || namesAndValues[i + 1] instanceof String text && text.isBlank()) {
                missing.add(String.valueOf(namesAndValues[i]));
            }
        }
        if (!missing.isEmpty()) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "field-missing",
                    Text.of("缺少必填项：" + String.join("、", missing),
                            "required fields are missing: " + String.join(", ", missing)),
                    Text.of("请补全后重试", "complete them and try again")).missing(missing).asException();
        }
    }
}
