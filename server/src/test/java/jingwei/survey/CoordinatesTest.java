package jingwei.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import jingwei.simulator.Requirement;
import jingwei.standards.RefusedException;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

/// The closed list of systems: known points, there and back, fitted steps, and what is not what it says (BDR-08).
@Requirement("BDR-08")
class CoordinatesTest {

    private static final Coordinate PLACE = new Coordinate(112.4290, 34.6702);
    /// Made up: some hundred meters, as between Xi'an 80 and CGCS2000.
    private static final DatumStep.Seven TRUTH = new DatumStep.Seven(110, -60, 20, 1.2, -0.8, 2.1, 3.5, 0.1);

    @Test
    void internetCoordinatesAgreeWithTheirTestVector() {
        Coordinate gcj = InternetShift.toGcj(PLACE);
        assertThat(gcj.x).isCloseTo(112.4353071947, within(1e-10));
        assertThat(gcj.y).isCloseTo(34.6692612030, within(1e-10));
        Coordinate bd = InternetShift.toBd(PLACE);
        assertThat(bd.x).isCloseTo(112.4416961215, within(1e-10));
        assertThat(bd.y).isCloseTo(34.6755852355, within(1e-10));
        assertThat(InternetShift.fromGcj(gcj).distance(PLACE)).isLessThan(1e-9);
        assertThat(InternetShift.fromBd(bd).distance(PLACE)).isLessThan(1e-9);
    }

    @Test
    void gaussKruegerAgreesWithTheSeriesWorkedOutByHand() {
        for (double meridian : new double[] {111, 114, 112.5}) {
            String word = meridian == 112.5 ? "cgcs2000-cm112.5" : "cgcs2000-gk3-cm" + (int) meridian;
            Conversion conversion = Conversion.of(CoordinateSystem.of(word), Map.of());
            for (Coordinate at : List.of(PLACE, new Coordinate(111.2, 33.8), new Coordinate(113.0, 35.1))) {
                Coordinate plane = conversion.fromDegrees(at);
                Coordinate series = Krueger.project(at, meridian);
                assertThat(plane.distance(series)).as(word + at).isLessThan(0.0005);
                assertThat(conversion.toDegrees(plane).distance(at)).isLessThan(1e-9);
            }
        }
    }

    @Test
    void everySystemOfTheListGoesThereAndBack() {
        Map<Datum, DatumStep> steps = Map.of(Datum.XIAN_80, TRUTH, Datum.BEIJING_54, TRUTH, Datum.CITY, TRUTH);
        for (CoordinateSystem system : CoordinateSystem.all()) {
            Conversion conversion = Conversion.of(system, steps);
            Coordinate given = conversion.fromDegrees(PLACE);
            assertThat(conversion.toDegrees(given).distance(PLACE)).as(system.word()).isLessThan(1e-9);
            if (system.kind() != CoordinateSystem.Kind.GAUSS || Math.abs(system.meridian() - PLACE.x) < 4) {
                assertThat(conversion.plausible(given)).as(system.word()).isTrue();
            }
        }
        assertThat(CoordinateSystem.all()).hasSizeGreaterThan(30);
    }

    @Test
    void aDatumWithoutParametersIsRefused() {
        assertThatThrownBy(() -> Conversion.of(CoordinateSystem.of("xian80-gk3-cm111"), Map.of()))
                .isInstanceOfSatisfying(RefusedException.class, e ->
                        assertThat(e.refusal().code()).isEqualTo("datum-step-missing"));
        assertThatThrownBy(() -> CoordinateSystem.of("epsg:4326"))
                .isInstanceOfSatisfying(RefusedException.class, e ->
                        assertThat(e.refusal().code()).isEqualTo("coordinate-system-unknown"));
    }

    @Test
    void controlPointsFitAStepAndShowWhatDoesNotFit() {
        CoordinateSystem city = CoordinateSystem.of("city");
        List<ControlPoint> points = points(city, 12, new Random(3));
        ControlPoint wrong = points.get(4);
        points.set(4, new ControlPoint("错点", wrong.x() + 3, wrong.y(), wrong.longitude(), wrong.latitude()));
        PlaneFit fit = PlaneFit.of(city, points);
        assertThat(fit.thrownOut()).singleElement().satisfies(one -> {
            assertThat(one.point()).isEqualTo("错点");
            assertThat(one.meters()).isCloseTo(3, within(0.05));
        });
        assertThat(fit.residuals()).hasSize(11);
        assertThat(fit.max()).isLessThan(0.01);
        Conversion fitted = Conversion.of(city, Map.of(Datum.CITY, fit.step()));
        Conversion exact = Conversion.of(city, Map.of(Datum.CITY, TRUTH));
        Coordinate given = exact.fromDegrees(PLACE);
        assertThat(fitted.toDegrees(given).distance(PLACE)).isLessThan(1e-7);
        assertThat(fitted.accuracyMeters()).isEqualTo(fit.max());
    }

    /// Points given across central meridians are projected to one meridian first: no meter of error over the city.
    @Test
    void aFitAcrossMeridiansIsAsExact() {
        CoordinateSystem xian = CoordinateSystem.of("xian80-gk3-cm114");
        PlaneFit fit = PlaneFit.of(xian, points(xian, 10, new Random(5)));
        assertThat(fit.max()).isLessThan(0.01);
        assertThat(fit.thrownOut()).isEmpty();
    }

    @Test
    void threePointsFitNothing() {
        CoordinateSystem city = CoordinateSystem.of("city");
        assertThatThrownBy(() -> PlaneFit.of(city, points(city, 3, new Random(1))))
                .isInstanceOfSatisfying(RefusedException.class, e ->
                        assertThat(e.refusal().code()).isEqualTo("control-points-too-few"));
        List<ControlPoint> together = points(city, 5, new Random(1)).stream()
                .map(point -> new ControlPoint(point.name(), 500_000, 3_800_000, 112.5, 34.6)).toList();
        assertThatThrownBy(() -> PlaneFit.of(city, together)).isInstanceOfSatisfying(RefusedException.class, e ->
                assertThat(e.refusal().code()).isEqualTo("control-points-together"));
    }

    @Test
    void coordinatesThatAreNotWhatTheySayAreFound() {
        // Streets every 100 m; a lamp stands within 9 m of one.
        SystemCheck check = new SystemCheck(Map.of(), CoordinatesTest::nearAStreet);
        List<Coordinate> lamps = lamps(new Random(8));
        CoordinateSystem degrees = CoordinateSystem.CGCS2000;
        assertThat(check.doubt(degrees, lamps)).isEmpty();
        assertThat(check.doubt(degrees, lamps.stream().map(at -> new Coordinate(at.y, at.x)).toList()).orElseThrow().kind())
                .isEqualTo(SystemDoubt.Kind.SWAPPED);
        assertThat(check.doubt(degrees, lamps.stream().map(InternetShift::toGcj).toList()).orElseThrow())
                .satisfies(doubt -> assertThat(doubt.likely()).isEqualTo("gcj-02"));
        assertThat(check.doubt(degrees, lamps.stream().map(InternetShift::toBd).toList()).orElseThrow())
                .satisfies(doubt -> assertThat(doubt.likely()).isEqualTo("bd-09"));
        Conversion zone38 = Conversion.of(CoordinateSystem.of("cgcs2000-gk3-cm114"), Map.of());
        assertThat(check.doubt(CoordinateSystem.of("cgcs2000-gk3-cm111"), lamps.stream().map(zone38::fromDegrees).toList())
                .orElseThrow()).satisfies(doubt -> {
                    assertThat(doubt.kind()).isEqualTo(SystemDoubt.Kind.OTHER_ZONE);
                    assertThat(doubt.likely()).isEqualTo("cgcs2000-gk3-cm114");
                });
        assertThat(check.doubt(degrees, lamps.stream().map(at -> new Coordinate(at.x + 3, at.y)).toList()).orElseThrow().kind())
                .isEqualTo(SystemDoubt.Kind.ELSEWHERE);
    }

    private static double nearAStreet(Coordinate at) {
        if (Math.abs(at.x - PLACE.x) > 0.05 || Math.abs(at.y - PLACE.y) > 0.05) {
            return 0;
        }
        double x = (at.x - PLACE.x) / 0.0011;
        double y = (at.y - PLACE.y) / 0.0009;
        return Math.min(Math.abs(x - Math.rint(x)), Math.abs(y - Math.rint(y))) < 0.1 ? 1 : 0.2;
    }

    private static List<Coordinate> lamps(Random random) {
        List<Coordinate> lamps = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            boolean along = random.nextBoolean();
            double x = random.nextInt(-30, 30) + (along ? random.nextDouble(-0.09, 0.09) : random.nextDouble());
            double y = random.nextInt(-30, 30) + (along ? random.nextDouble() : random.nextDouble(-0.09, 0.09));
            lamps.add(new Coordinate(PLACE.x + x * 0.0011, PLACE.y + y * 0.0009));
        }
        return lamps;
    }

    private static List<ControlPoint> points(CoordinateSystem system, int count, Random random) {
        Conversion exact = Conversion.of(system, Map.of(system.datum(), TRUTH));
        List<ControlPoint> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Coordinate degrees = new Coordinate(112.25 + random.nextDouble() * 0.5, 34.5 + random.nextDouble() * 0.3);
            Coordinate given = exact.fromDegrees(degrees);
            points.add(new ControlPoint("K" + i, given.x, given.y, degrees.x, degrees.y));
        }
        return points;
    }
}
