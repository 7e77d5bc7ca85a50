package jingwei.tenancy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import jingwei.standards.Refusal;
import jingwei.standards.Text;

/// 平台标识: a short word such as `luoyang` or `xinan`, issued once and never reused.
public record PlatformId(@JsonValue String value) {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{1,30}");

    public PlatformId {
        if (!SHAPE.matcher(value).matches()) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "bad-platform-id",
                    Text.of("“" + value + "”不是平台标识", "\"" + value + "\" is no platform id"),
                    Text.of("用小写字母开头，只含小写字母、数字和连字符，2 到 31 个字符",
                            "start with a lower-case letter; lower-case letters, digits and hyphens, 2 to 31"))
                    .asException();
        }
    }

    @JsonCreator
    public static PlatformId of(String value) {
        return new PlatformId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
