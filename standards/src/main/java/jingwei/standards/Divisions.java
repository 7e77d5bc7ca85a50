package jingwei.standards;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// 行政区划: the districts, subdistricts and communities of Luoyang (洛阳) on one of two days, and what became of each code.
///
/// The older state is that of the notice's years, the newer one follows the reform of March 2021. The city itself, 4103, is
/// the parent of the districts and no row of its own. Requirement BDR-01.
public final class Divisions {

    /// 时点: the day a list shows.
    public enum State {
        /// Before the reform: 吉利区, 孟津县, 偃师市.
        Y2016(LocalDate.of(2016, 7, 31)),
        /// After the reform: 孟津区, 偃师区.
        Y2023(LocalDate.of(2023, 6, 30));

        private final LocalDate day;

        State(LocalDate day) {
            this.day = day;
        }

        public LocalDate day() {
            return day;
        }
    }

    /// 区划: one region.
    ///
    /// @param name official Chinese name
    public record Division(RegionCode code, String name) {

        public RegionCode.Level level() {
            return code.level();
        }
    }

    /// 变更: what happened to a code between the two days.
    public enum Change {
        SAME,
        RENAMED,
        MOVED,
        NEW,
        DROPPED
    }

    /// 代码变更: one region's codes and names on both days.
    ///
    /// @param code2016 null for a region that is new
    /// @param code2023 null for a region that was dropped
    public record CodeChange(
            RegionCode.Level level,
            @Nullable RegionCode code2016,
            String name2016,
            @Nullable RegionCode code2023,
            String name2023,
            Change change) {}

    /// 洛阳市: the city all these regions lie in.
    public static final RegionCode LUOYANG = RegionCode.of("4103");

    private final State state;
    private final Map<RegionCode, Division> all;

    private Divisions(State state, Map<RegionCode, Division> all) {
        this.state = state;
        this.all = all;
    }

    public static Divisions load(State state) {
        String path = "standards/luoyang/divisions_" + state.day() + ".csv";
        Map<RegionCode, Division> all = new TreeMap<>();
        for (Table.Row row :
                Table.bundled(path, "level", "code", "name", "parent_code").rows()) {
            RegionCode code = RegionCode.of(row.get("code"));
            boolean sound = code.level() == level(row.get("level"))
                    && code.parent().equals(Optional.of(RegionCode.of(row.get("parent_code"))));
            if (!sound || all.put(code, new Division(code, row.get("name"))) != null) {
                throw new IllegalStateException(path + " line " + row.line());
            }
        }
        return new Divisions(state, all);
    }

    public State state() {
        return state;
    }

    /// Every region, by code.
    public List<Division> all() {
        return List.copyOf(all.values());
    }

    public Optional<Division> find(RegionCode code) {
        return Optional.ofNullable(all.get(code));
    }

    /// 下级: the regions one level below, by code; of the city {@link #LUOYANG} its districts and counties.
    public List<Division> children(RegionCode code) {
        return all.values().stream()
                .filter(each -> each.code().parent().equals(Optional.of(code)))
                .toList();
    }

    /// 全名: the names from the district down, such as 西工区王城路街道.
    public Optional<String> fullName(RegionCode code) {
        return find(code).map(each -> each.code()
                        .parent()
                        .flatMap(this::fullName)
                        .orElse("")
                + each.name());
    }

    /// What became of every code between the two days.
    public static List<CodeChange> changes() {
        List<CodeChange> changes = new ArrayList<>();
        for (Table.Row row : Table.bundled(
                        "standards/luoyang/code_changes_2016_2023.csv",
                        "level",
                        "code_2016",
                        "name_2016",
                        "code_2023",
                        "name_2023",
                        "kind")
                .rows()) {
            changes.add(new CodeChange(
                    level(row.get("level")),
                    code(row.get("code_2016")),
                    row.get("name_2016"),
                    code(row.get("code_2023")),
                    row.get("name_2023"),
                    Change.valueOf(row.get("kind").toUpperCase(java.util.Locale.ROOT))));
        }
        return changes;
    }

    /// 后继代码: the codes of 2023 a code of 2016 became. For a region dropped at its own level these are the regions its
    /// parts were moved to: 偃师市 410381 became 偃师区 410307. Empty where nothing is known to have followed.
    public static Set<RegionCode> successorsOf(RegionCode code2016, List<CodeChange> changes) {
        Set<RegionCode> successors = new LinkedHashSet<>();
        for (CodeChange change : changes) {
            if (code2016.equals(change.code2016()) && change.code2023() != null) {
                successors.add(change.code2023());
            }
        }
        if (successors.isEmpty()) {
            for (CodeChange change : changes) {
                RegionCode before = change.code2016();
                RegionCode after = change.code2023();
                if (before != null && after != null && code2016.contains(before)) {
                    successors.add(after.at(code2016.level()));
                }
            }
        }
        return successors;
    }

    private static @Nullable RegionCode code(String text) {
        return text.isEmpty() ? null : RegionCode.of(text);
    }

    private static RegionCode.Level level(String word) {
        return switch (word) {
            case "county" -> RegionCode.Level.DISTRICT;
            case "street" -> RegionCode.Level.SUBDISTRICT;
            case "community" -> RegionCode.Level.COMMUNITY;
            default -> throw new IllegalStateException("level: " + word);
        };
    }
}
