package jingwei.benchmark.address;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jingwei.geocoding.Answer;
import jingwei.geocoding.Found;
import jingwei.geocoding.Grade;

/// Says whether an answer is good, and whether a bad one claimed confidence.
final class Judge {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    /// @param wrong the first answer is outside the tolerance although its grade claims confidence
    record Verdict(boolean good, boolean wrong) {
    }

    private Judge() {
    }

    static Verdict of(Asked asked, Answer answer) {
        List<Found> found = switch (answer) {
            case Answer.Spots spots -> spots.found();
            case Answer.Nothing nothing -> List.of();
        };
        Grade grade = found.isEmpty() ? Grade.REFUSED : found.getFirst().grade();
        boolean good = switch (asked.wanted()) {
            case Asked.Wanted.Spot spot -> !found.isEmpty() && near(found.getFirst(), spot);
            case Asked.Wanted.Id id -> !found.isEmpty() && found.getFirst().places().stream().anyMatch(id.any()::contains);
            case Asked.Wanted.All all -> {
                Set<String> listed = new HashSet<>();
                found.stream().limit(Math.max(1, all.ids().size()) + 2).forEach(one -> listed.addAll(one.places()));
                yield listed.containsAll(all.ids().subList(0, Math.min(all.ids().size(), 8)));
            }
            case Asked.Wanted.None none -> found.isEmpty() || grade == Grade.CONFLICT || grade == Grade.REFUSED;
        };
        return new Verdict(good, !good && grade.confident());
    }

    private static boolean near(Found found, Asked.Wanted.Spot spot) {
        double x = (found.longitude() - DrawnCity.WEST) * DrawnCity.PER_LONGITUDE;
        double y = (found.latitude() - DrawnCity.SOUTH) * DrawnCity.PER_LATITUDE;
        return Math.hypot(x - spot.x(), y - spot.y()) <= spot.tolerance();
    }
}
