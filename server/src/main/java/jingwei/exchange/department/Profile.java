package jingwei.exchange.department;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jingwei.standards.Text;

/// 对接样板: what a department sends, by our names of its fields; the share's mapping says what the department calls them.
public enum Profile {
    /// 12345 both ways: orders and satisfaction in, what became of them out.
    HOTLINE("12345 热线", "12345 hotline", List.of("id"), List.of("description", "classCode", "longitude", "latitude", "address", "reporterName",
            "reporterPhone", "wantsReply", "grade", "solved")),
    /// 公安标准地址: into the places as proposals.
    ADDRESSES("公安标准地址", "police addresses", List.of("id", "kind", "name", "longitude", "latitude"), List.of("standardName", "aliases",
            "regionCode", "streetCode", "communityCode", "roadId", "plateNumber", "note")),
    /// 施工占道公告: they explain what people report.
    WORKS("施工占道公告", "notices of works", List.of("id", "kind", "name", "begins", "ends"), List.of("holder", "phone", "shape", "longitude",
            "latitude", "meters", "withdrawn")),
    /// 规划控制线.
    CONTROL_LINES("规划控制线", "planning control lines", List.of("id", "kind", "name", "shape"), List.of("holder", "begins", "ends", "meters",
            "withdrawn"));

    private final Text text;
    private final List<String> needed;
    private final List<String> known;

    Profile(String zh, String en, List<String> needed, List<String> more) {
        this.text = Text.of(zh, en);
        this.needed = needed;
        this.known = java.util.stream.Stream.concat(needed.stream(), more.stream()).toList();
    }

    public Text text() {
        return text;
    }

    public List<String> needed() {
        return needed;
    }

    public List<String> known() {
        return known;
    }

    public static Optional<Profile> ofWord(String word) {
        for (Profile each : values()) {
            if (each.name().equals(word.toUpperCase(Locale.ROOT).replace('-', '_'))) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
