package jingwei.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Coordinate;

/// 坐标系核对: asks whether a sample of coordinates fits the known land as it was declared, or clearly better read otherwise:
/// swapped, as GCJ-02 or BD-09, in a neighboring zone (BDR-08).
///
/// How well a point fits is for the caller to say: in a cell of the grid, near a road, at the known place of the same code.
public final class SystemCheck {

    /// Fewer points prove nothing.
    public static final int LEAST = 12;
    /// A reading must fit by this much more of the sample than the declared one.
    private static final double CLEARLY = 0.25;
    private static final double HARDLY = 0.1;

    private final Map<Datum, DatumStep> steps;
    private final Fit fit;

    /// How well a point fits the known land.
    public interface Fit {

        /// 0 for not at all, to 1.
        double of(Coordinate degrees);
    }

    public SystemCheck(Map<Datum, DatumStep> steps, Fit fit) {
        this.steps = steps;
        this.fit = fit;
    }

    /// The doubt about a sample, the most telling one; empty where the declaration holds.
    public Optional<SystemDoubt> doubt(CoordinateSystem declared, List<Coordinate> given) {
        if (given.size() < LEAST) {
            return Optional.empty();
        }
        Conversion asDeclared = Conversion.of(declared, steps);
        double before = share(asDeclared, given, at -> at);
        List<SystemDoubt> others = new ArrayList<>();
        others.add(new SystemDoubt(SystemDoubt.Kind.SWAPPED, declared.word(),
                share(asDeclared, given, at -> new Coordinate(at.y, at.x)), before));
        if (declared.kind() == CoordinateSystem.Kind.DEGREES && declared.datum() == Datum.CGCS2000) {
            for (String word : List.of("gcj-02", "bd-09")) {
                others.add(new SystemDoubt(SystemDoubt.Kind.INTERNET, word,
                        share(Conversion.of(CoordinateSystem.of(word), steps), given, at -> at), before));
            }
        }
        if (declared.datum() == Datum.GCJ_02 || declared.datum() == Datum.BD_09) {
            others.add(new SystemDoubt(SystemDoubt.Kind.INTERNET, "cgcs2000",
                    share(Conversion.of(CoordinateSystem.CGCS2000, steps), given, at -> at), before));
        }
        declared.neighbors().forEach(other -> others.add(new SystemDoubt(SystemDoubt.Kind.OTHER_ZONE, other.word(),
                share(Conversion.of(other, steps), given, at -> at), before)));
        Optional<SystemDoubt> best = others.stream().max(java.util.Comparator.comparingDouble(SystemDoubt::fits))
                .filter(other -> other.fits() > before + CLEARLY);
        return best.isEmpty() && before < HARDLY
                ? Optional.of(new SystemDoubt(SystemDoubt.Kind.ELSEWHERE, "", before, before)) : best;
    }

    private double share(Conversion conversion, List<Coordinate> given, UnaryOperator<Coordinate> read) {
        double sum = 0;
        for (Coordinate at : given) {
            Coordinate here = read.apply(at);
            sum += conversion.plausible(here) ? fit.of(conversion.toDegrees(here)) : 0;
        }
        return sum / given.size();
    }
}
