package jingwei.survey;

import java.util.Map;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/// 坐标转换: from one system of the list to CGCS2000 degrees and back, saying how exact it is (BDR-08).
///
/// Not for use by several threads at once.
public final class Conversion {

    private static final double INTERNET_METERS = 10;

    private final CoordinateSystem system;
    private final Projection projection;
    private final @Nullable DatumStep step;
    private final @Nullable Projection oldPlane;
    private final @Nullable Projection newPlane;

    private Conversion(CoordinateSystem system, @Nullable DatumStep step) {
        this.system = system;
        this.projection = Projection.of(system);
        this.step = step;
        if (step instanceof DatumStep.Plane plane) {
            oldPlane = Projection.of(plane(system.datum(), plane.meridian()));
            newPlane = Projection.of(plane(Datum.CGCS2000, plane.meridian()));
        } else {
            oldPlane = null;
            newPlane = null;
        }
    }

    /// @param steps the platform's parameters, by datum
    /// @throws jingwei.standards.RefusedException `datum-step-missing` where the system's datum needs parameters and has none
    public static Conversion of(CoordinateSystem system, Map<Datum, DatumStep> steps) {
        DatumStep step = steps.get(system.datum());
        if (system.datum().needsParameters() && step == null) {
            throw Refusal.of(Refusal.Kind.UNPROCESSABLE, "datum-step-missing",
                    Text.of("没有配置从“" + system.datum().zh() + "”到 CGCS2000 的转换参数",
                            "no parameters are configured from " + system.datum() + " to CGCS2000"),
                    Text.of("请在“坐标转换”中用至少 4 个控制点拟合，或填入测绘部门提供的七参数；本系统不使用通用参数",
                            "fit them from at least 4 control points, or enter the surveying office's seven parameters"))
                    .missing(java.util.List.of(system.datum().name())).under("BDR-08").asException();
        }
        return new Conversion(system, system.datum().needsParameters() ? step : null);
    }

    static CoordinateSystem plane(Datum datum, double meridian) {
        return new CoordinateSystem("plane", "", datum, CoordinateSystem.Kind.GAUSS, meridian, 0);
    }

    public CoordinateSystem system() {
        return system;
    }

    /// Expected error of the conversion itself, meters.
    public double accuracyMeters() {
        return switch (system.datum()) {
            case GCJ_02, BD_09 -> INTERNET_METERS;
            case CGCS2000, XIAN_80, BEIJING_54, CITY -> step == null ? 0.001 : step.accuracyMeters();
        };
    }

    /// Whether the numbers can be of this system at all.
    public boolean plausible(Coordinate given) {
        return projection.plausible(given);
    }

    public Coordinate toDegrees(Coordinate given) {
        Coordinate own = projection.toDegrees(given);
        return switch (system.datum()) {
            case CGCS2000 -> own;
            case GCJ_02 -> InternetShift.fromGcj(own);
            case BD_09 -> InternetShift.fromBd(own);
            case XIAN_80, BEIJING_54, CITY -> switch (step) {
                case DatumStep.Seven seven -> Geocentric.step(own, system.datum(), Datum.CGCS2000, seven);
                case DatumStep.Plane plane -> newPlane.toDegrees(forward(plane, oldPlane.fromDegrees(own)));
                case null -> throw new IllegalStateException("no step");
            };
        };
    }

    public Coordinate fromDegrees(Coordinate degrees) {
        return switch (system.datum()) {
            case CGCS2000 -> projection.fromDegrees(degrees);
            case GCJ_02 -> InternetShift.toGcj(degrees);
            case BD_09 -> InternetShift.toBd(degrees);
            case XIAN_80, BEIJING_54, CITY -> projection.fromDegrees(inverse(degrees));
        };
    }

    /// A copy of the shape in CGCS2000 degrees.
    public Geometry toDegrees(Geometry given) {
        Geometry copy = given.copy();
        copy.apply(new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence all, int i) {
                Coordinate degrees = toDegrees(new Coordinate(all.getX(i), all.getY(i)));
                all.setOrdinate(i, 0, degrees.x);
                all.setOrdinate(i, 1, degrees.y);
            }

            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public boolean isGeometryChanged() {
                return true;
            }
        });
        return copy;
    }

    /// By steps of its own forward way: exact to far below a millimeter after three.
    private Coordinate inverse(Coordinate degrees) {
        Coordinate guess = new Coordinate(degrees);
        Conversion forward = new Conversion(new CoordinateSystem("own", "", system.datum(), CoordinateSystem.Kind.DEGREES,
                Double.NaN, 0), step);
        for (int i = 0; i < 5; i++) {
            Coordinate there = forward.toDegrees(guess);
            guess = new Coordinate(guess.x + degrees.x - there.x, guess.y + degrees.y - there.y);
        }
        return guess;
    }

    static Coordinate forward(DatumStep.Plane by, Coordinate at) {
        double x = at.x - by.middleX();
        double y = at.y - by.middleY();
        double cos = by.scale() * Math.cos(by.turn());
        double sin = by.scale() * Math.sin(by.turn());
        return new Coordinate(by.middleX() + by.dx() + cos * x - sin * y, by.middleY() + by.dy() + sin * x + cos * y);
    }
}
