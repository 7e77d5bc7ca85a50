package jingwei.grid;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jingwei.standards.Divisions;
import jingwei.standards.RegionCode;

/// 区划来源: the real regions of Luoyang or one of its counties, with the validity and succession the two editions tell.
///
/// The days are those of the editions (2016-07-31 and 2023-06-30), not of the decrees that changed a code: a code is known
/// to have been in force on the first and to have ended by the second.
///
/// @param regions    in force and ended
/// @param successors what became of each code
public record RegionHistory(List<Region> regions, List<RegionSuccessor> successors) {

    private static final LocalDate EARLIER = Divisions.State.Y2016.day();
    private static final LocalDate LATER = Divisions.State.Y2023.day();

    public RegionHistory {
        regions = List.copyOf(regions);
        successors = List.copyOf(successors);
    }

    /// The regions that lie in the given one (a city or a district), itself included.
    public static RegionHistory of(RegionCode top) {
        Divisions before = Divisions.load(Divisions.State.Y2016);
        Divisions after = Divisions.load(Divisions.State.Y2023);
        List<Region> regions = new ArrayList<>();
        if (top.equals(Divisions.LUOYANG)) {
            regions.add(new Region(top, "洛阳市", EARLIER, null));
        }
        for (Divisions.Division old : before.all()) {
            if (top.contains(old.code()) && !kept(old, after)) {
                regions.add(new Region(old.code(), old.name(), EARLIER, LATER));
            }
        }
        for (Divisions.Division division : after.all()) {
            if (top.contains(division.code())) {
                regions.add(new Region(division.code(), division.name(), kept(division, before) ? EARLIER : LATER,
                        null));
            }
        }
        List<RegionSuccessor> successors = Divisions.changes().stream()
                .filter(change -> inside(top, change))
                .map(change -> new RegionSuccessor(change.code2016(), change.code2023(), kind(change.change()), LATER))
                .toList();
        return new RegionHistory(regions, successors);
    }

    private static boolean kept(Divisions.Division division, Divisions other) {
        return other.find(division.code()).filter(known -> known.name().equals(division.name())).isPresent();
    }

    private static boolean inside(RegionCode top, Divisions.CodeChange change) {
        RegionCode before = change.code2016();
        RegionCode after = change.code2023();
        return before != null && top.contains(before) || after != null && top.contains(after);
    }

    private static RegionSuccessor.Kind kind(Divisions.Change change) {
        return switch (change) {
            case SAME -> RegionSuccessor.Kind.SAME;
            case RENAMED -> RegionSuccessor.Kind.RENAMED;
            case MOVED -> RegionSuccessor.Kind.MOVED;
            case DROPPED -> RegionSuccessor.Kind.DROPPED;
            case NEW -> RegionSuccessor.Kind.NEW;
        };
    }
}
