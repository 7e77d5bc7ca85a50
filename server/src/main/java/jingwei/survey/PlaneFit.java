package jingwei.survey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import org.locationtech.jts.geom.Coordinate;

/// 四参数拟合: fits the step between two planes of the same central meridian from control points, by least squares (BDR-08).
///
/// Both sides are projected to that meridian exactly first: fitted across meridians four parameters leave 1.3 m over a city.
///
/// @param step      the parameters; their accuracy is the largest residual of the points kept
/// @param rms       root mean square of the residuals kept, meters
/// @param residuals each point kept, the worst first
/// @param thrownOut points far off the rest, with the residual that threw them out
public record PlaneFit(DatumStep.Plane step, double rms, double max, List<Residual> residuals, List<Residual> thrownOut) {

    /// The least number of points a fit may stand on.
    public static final int LEAST = 4;
    private static final double MERIDIAN = 112.5;
    /// A point is thrown out when it is this many times worse than the rest together, and worse than 5 cm.
    private static final double OFF = 4;
    private static final double NOISE_METERS = 0.05;

    public PlaneFit {
        residuals = List.copyOf(residuals);
        thrownOut = List.copyOf(thrownOut);
    }

    /// 残差. @param meters how far the converted point lies from where it should
    public record Residual(String point, double meters) {
    }

    /// @throws RefusedException `control-points-too-few` with fewer than four points left, `control-points-together` where
    ///                          they lie too close to tell a turn
    public static PlaneFit of(CoordinateSystem from, List<ControlPoint> points) {
        Projection given = Projection.of(from);
        Projection old = Projection.of(Conversion.plane(from.datum(), MERIDIAN));
        Projection fresh = Projection.of(Conversion.plane(Datum.CGCS2000, MERIDIAN));
        List<Pair> kept = new ArrayList<>(points.stream().map(point -> new Pair(point.name(),
                old.fromDegrees(given.toDegrees(new Coordinate(point.x(), point.y()))),
                fresh.fromDegrees(new Coordinate(point.longitude(), point.latitude())))).toList());
        List<Residual> thrownOut = new ArrayList<>();
        while (true) {
            if (kept.size() < LEAST) {
                throw tooFew(kept.size(), thrownOut);
            }
            DatumStep.Plane step = solve(kept);
            List<Residual> residuals = kept.stream().map(pair -> pair.residual(step))
                    .sorted(Comparator.comparingDouble(Residual::meters).reversed()).toList();
            Residual worst = residuals.getFirst();
            if (kept.size() > LEAST && worst.meters() > NOISE_METERS) {
                List<Pair> rest = kept.stream().filter(pair -> !pair.name().equals(worst.point())).toList();
                DatumStep.Plane without = solve(rest);
                double others = rms(rest.stream().map(pair -> pair.residual(without)).toList());
                Pair suspect = kept.stream().filter(pair -> pair.name().equals(worst.point())).findFirst().orElseThrow();
                Residual off = suspect.residual(without);
                if (off.meters() > OFF * Math.max(others, NOISE_METERS / OFF)) {
                    thrownOut.add(off);
                    kept.remove(suspect);
                    continue;
                }
            }
            double max = worst.meters();
            return new PlaneFit(new DatumStep.Plane(step.meridian(), step.middleX(), step.middleY(), step.dx(), step.dy(),
                    step.scale(), step.turn(), max), rms(residuals), max, residuals, thrownOut);
        }
    }

    private record Pair(String name, Coordinate old, Coordinate fresh) {

        Residual residual(DatumStep.Plane step) {
            return new Residual(name, Conversion.forward(step, old).distance(fresh));
        }
    }

    private static double rms(List<Residual> residuals) {
        return Math.sqrt(residuals.stream().mapToDouble(one -> one.meters() * one.meters()).average().orElse(0));
    }

    private static DatumStep.Plane solve(List<Pair> pairs) {
        double mx = pairs.stream().mapToDouble(pair -> pair.old().x).average().orElseThrow();
        double my = pairs.stream().mapToDouble(pair -> pair.old().y).average().orElseThrow();
        double fx = pairs.stream().mapToDouble(pair -> pair.fresh().x).average().orElseThrow();
        double fy = pairs.stream().mapToDouble(pair -> pair.fresh().y).average().orElseThrow();
        double along = 0;
        double across = 0;
        double spread = 0;
        for (Pair pair : pairs) {
            double x = pair.old().x - mx;
            double y = pair.old().y - my;
            double u = pair.fresh().x - fx;
            double v = pair.fresh().y - fy;
            along += x * u + y * v;
            across += x * v - y * u;
            spread += x * x + y * y;
        }
        if (spread / pairs.size() < 100 * 100) {
            throw Refusal.of(Refusal.Kind.UNPROCESSABLE, "control-points-together",
                    Text.of("控制点挤在一起，定不出旋转和尺度", "the control points lie too close together to tell turn and scale"),
                    Text.of("请选分布在全市四周的控制点", "choose points spread over the whole city")).under("BDR-08").asException();
        }
        double a = along / spread;
        double b = across / spread;
        return new DatumStep.Plane(MERIDIAN, mx, my, fx - mx, fy - my, Math.hypot(a, b), Math.atan2(b, a), 0);
    }

    private static RefusedException tooFew(int left, List<Residual> thrownOut) {
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, "control-points-too-few",
                Text.of("可用的控制点只有 " + left + " 个，至少要 " + LEAST + " 个" + (thrownOut.isEmpty() ? "" : "；已剔除 "
                                + thrownOut.stream().map(Residual::point).toList()),
                        "only " + left + " control points are left; at least " + LEAST + " are needed"),
                Text.of("请补充控制点，并核对被剔除的点", "add control points and check those thrown out")).under("BDR-08").asException();
    }
}
