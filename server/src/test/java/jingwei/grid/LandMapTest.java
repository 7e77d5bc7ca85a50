package jingwei.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import jingwei.grid.town.Town;
import jingwei.grid.town.TownPlan;
import jingwei.simulator.Requirement;
import jingwei.standards.RefusedException;
import jingwei.standards.UnitGridCode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.triangulate.polygon.PolygonTriangulator;

/// Locating in a drawn town of 480 cells: inside, on edges, outside, and points that are none (BDR-03).
@Requirement({"BDR-03", "ACC-03"})
class LandMapTest {

    private static final Town TOWN = Town.draw(7, TownPlan.luoyang());
    private static final LandMap MAP = TOWN.map();
    private static final GeometryFactory FACTORY = new GeometryFactory();

    @Property(tries = 2000)
    void everyInteriorPointOfACellLocatesToThatCell(@ForAll @IntRange(max = 479) int which,
            @ForAll @IntRange(max = 5) int triangle, @ForAll @DoubleRange(min = 0.01, max = 0.98) double a,
            @ForAll @DoubleRange(min = 0.01, max = 0.98) double b) {
        UnitGrid cell = MAP.cells().get(which);
        var triangles = PolygonTriangulator.triangulate(cell.outline());
        Coordinate[] corners = triangles.getGeometryN(triangle % triangles.getNumGeometries()).getCoordinates();
        double first = a * (1 - 1e-6);
        double second = b * (1 - first);
        double third = 1 - first - second;
        Coordinate at = new Coordinate(
                corners[0].x * first + corners[1].x * second + corners[2].x * third,
                corners[0].y * first + corners[1].y * second + corners[2].y * third);
        if (cell.outline().getExteriorRing().distance(FACTORY.createPoint(at)) > 1e-10) {
            assertThat(MAP.locate(new GeoPoint(at.x, at.y)).orElseThrow().unitGrid()).isEqualTo(cell.code());
        }
    }

    @Test
    void aThousandPointsInsideAndOutsideAreLocatedAsTheGeometryLibrarySays() {
        Random random = new Random(1);
        Envelope box = new Envelope();
        MAP.cells().forEach(cell -> box.expandToInclude(cell.outline().getEnvelopeInternal()));
        box.expandBy(0.005);
        for (int i = 0; i < 1000; i++) {
            double x = random.nextDouble(box.getMinX(), box.getMaxX());
            double y = random.nextDouble(box.getMinY(), box.getMaxY());
            Point point = FACTORY.createPoint(new Coordinate(x, y));
            List<UnitGridCode> expected = MAP.cells().stream().filter(cell -> cell.outline().contains(point))
                    .map(UnitGrid::code).toList();
            assertThat(MAP.locate(new GeoPoint(x, y)).stream().map(Location::unitGrid).toList()).isEqualTo(expected);
        }
    }

    @Test
    void aPointOnASharedEdgeBelongsToOneOfTheTwoWhateverTheOrderOfTheCells() {
        for (List<GeoPoint> street : TOWN.streets()) {
            for (int i = 1; i < street.size(); i++) {
                for (double part : new double[] {0, 0.25, 0.5, 1}) {
                    GeoPoint from = street.get(i - 1);
                    GeoPoint to = street.get(i);
                    GeoPoint on = new GeoPoint(from.longitude() + part * (to.longitude() - from.longitude()),
                            from.latitude() + part * (to.latitude() - from.latitude()));
                    Point point = FACTORY.createPoint(new Coordinate(on.longitude(), on.latitude()));
                    UnitGridCode found = MAP.locateOrRefuse(on).unitGrid();
                    assertThat(MAP.unitGrid(found).orElseThrow().outline().distance(point)).isLessThan(1e-9);
                }
            }
        }
        CellIndex forward = new CellIndex(MAP.cells());
        CellIndex backward = new CellIndex(MAP.cells().reversed());
        int last = MAP.cells().size() - 1;
        Set<String> border = border();
        for (List<GeoPoint> street : TOWN.streets()) {
            GeoPoint from = street.get(0);
            GeoPoint to = street.get(1);
            double x = (from.longitude() + to.longitude()) / 2;
            double y = (from.latitude() + to.latitude()) / 2;
            if (!border.contains(street.toString())) {
                assertThat(forward.find(x, y)).isEqualTo(last - backward.find(x, y)).isNotNegative();
            }
        }
    }

    /// Streets that have a cell on one side only: there is no second cell to disagree.
    private static Set<String> border() {
        Set<String> border = new TreeSet<>();
        for (List<GeoPoint> street : TOWN.streets()) {
            GeoPoint middle = street.get(1);
            Point point = FACTORY.createPoint(new Coordinate(middle.longitude(), middle.latitude()));
            if (MAP.cells().stream().filter(cell -> cell.outline().intersects(point)).count() < 2) {
                border.add(street.toString());
            }
        }
        return border;
    }

    @Test
    void aLocationNamesTheWholeLineFromCellToDistrict() {
        UnitGrid cell = MAP.unitGrid(UnitGridCode.of("410303001001001")).orElseThrow();
        Point inside = cell.outline().getInteriorPoint();
        Location location = MAP.locateOrRefuse(new GeoPoint(inside.getX(), inside.getY()));
        assertThat(location.community().name()).isEqualTo("军民巷社区居民委员会");
        assertThat(location.subdistrict().name()).isEqualTo("王城路街道");
        assertThat(location.district().name()).isEqualTo("西工区");
        assertThat(location.dutyGrid()).isNotNull();
        assertThat(MAP.dutyGrid(location.dutyGrid().code()).orElseThrow().cells()).contains(cell.code());
    }

    @Test
    void aPointOutsideEveryCellIsRefused() {
        assertThat(MAP.locate(new GeoPoint(112.5, 34.6))).isEmpty();
        assertThat(MAP.locate(new GeoPoint(-170, -80))).isEmpty();
        assertThatThrownBy(() -> MAP.locateOrRefuse(new GeoPoint(112.5, 34.6)))
                .isInstanceOfSatisfying(RefusedException.class, e -> {
                    assertThat(e.refusal().code()).isEqualTo("outside-every-grid");
                    assertThat(e.refusal().clause()).isEqualTo("BDR-03");
                });
        assertThat(LandMap.of(List.of(), List.of(), List.of()).locate(new GeoPoint(112.44, 34.67))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"34.67, 112.44, coordinates-swapped", "NaN, 34.67, point-malformed",
        "112.44, Infinity, point-malformed", "181, 34, point-malformed", "112, 91, point-malformed"})
    void whatIsNoPointIsRefused(double longitude, double latitude, String code) {
        assertThatThrownBy(() -> new GeoPoint(longitude, latitude)).isInstanceOfSatisfying(RefusedException.class,
                e -> assertThat(e.refusal().code()).isEqualTo(code));
    }

    @Test
    void whatHasEndedIsNotOnTheMap() {
        UnitGrid cell = MAP.cells().getFirst();
        UnitGrid ended = new UnitGrid(cell.code(), cell.outline(), cell.areaSquareMeters(), cell.areaClass(), null,
                "x", LocalDate.of(2020, 1, 1), LocalDate.of(2021, 1, 1));
        LandMap map = LandMap.of(List.of(), List.of(ended), List.of());
        assertThat(map.cells()).isEmpty();
        assertThat(map.unitGrid(cell.code())).isEmpty();
    }

    @Test
    void distancesAgreeWithTheGeodesicOfTheEllipsoid() {
        GeoPoint here = new GeoPoint(112.44, 34.67);
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            double spread = i % 2 == 0 ? 0.007 : 0.12;
            GeoPoint there = new GeoPoint(112.44 + random.nextDouble(-spread, spread),
                    34.67 + random.nextDouble(-spread, spread));
            double exact = Vincenty.meters(here, there);
            assertThat(LandMap.distanceMeters(here, there)).isCloseTo(exact, within(exact < 1000 ? 0.001 : 0.10));
        }
        assertThat(LandMap.distanceMeters(here, here)).isZero();
    }
}
