package jingwei.situation.web;

import java.util.List;
import jingwei.grid.GeoPoint;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import org.jspecify.annotations.Nullable;

/// 问题的检查: what the wall's questions and settings must satisfy, and the refusals of what they do not.
final class Ask {

    private Ask() {
    }

    static RefusedException missing(String code, String clause, String zh, String en, String remedyZh, String remedyEn) {
        return Refusal.of(Refusal.Kind.NOT_FOUND, code, Text.of(zh, en), Text.of(remedyZh, remedyEn)).under(clause).asException();
    }

    static RefusedException wrong(String code, String clause, String zh, String en, String remedyZh, String remedyEn) {
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, code, Text.of(zh, en), Text.of(remedyZh, remedyEn)).under(clause).asException();
    }

    /// A text of some length at most. @throws RefusedException `incomplete`, `text-too-long`
    static String text(@Nullable String given, String field, int longest, String clause) {
        if (given == null || given.isBlank()) {
            throw Refusal.of(Refusal.Kind.UNPROCESSABLE, "incomplete", Text.of("缺少 " + field, field + " is missing"),
                    Text.of("请补充后再提交", "add it and send again")).under(clause).missing(List.of(field)).asException();
        }
        if (given.length() > longest) {
            throw wrong("text-too-long", clause, field + " 超过 " + longest + " 字", field + " has more than " + longest + " characters",
                    "请缩短", "make it shorter");
        }
        return given.strip();
    }

    /// A place in degrees. @throws RefusedException `incomplete`, `point-out-of-range`
    static GeoPoint point(@Nullable Double longitude, @Nullable Double latitude, String clause) {
        if (longitude == null || latitude == null) {
            throw Refusal.of(Refusal.Kind.UNPROCESSABLE, "incomplete", Text.of("缺少经纬度", "longitude or latitude is missing"),
                    Text.of("请补充后再提交", "add them and send again")).under(clause)
                    .missing(List.of("longitude", "latitude")).asException();
        }
        if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
            throw wrong("point-out-of-range", clause, "经纬度 " + longitude + "，" + latitude + " 不成立",
                    longitude + ", " + latitude + " is no place on earth", "经度在 ±180、纬度在 ±90 以内（CGCS2000）",
                    "longitude is within ±180, latitude within ±90 (CGCS2000)");
        }
        return new GeoPoint(longitude, latitude);
    }

    /// A short word in lower case. @throws RefusedException `incomplete`, `bad-code`
    static String code(@Nullable String given, String field, String clause) {
        String code = text(given, field, 64, clause);
        if (!code.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw wrong("bad-code", clause, "“" + code + "”不是代号", "\"" + code + "\" is no code",
                    "代号用字母、数字、点、横线，不超过 64 位", "letters, digits, dots and dashes, 64 at most");
        }
        return code;
    }
}
