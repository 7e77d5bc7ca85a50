package jingwei.grid.division;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;
import jingwei.grid.LocalPlane;
import jingwei.standards.RegionCode;
import jingwei.standards.UnitGridCode;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/// 网格划分: from borders and lines to numbered cells of about one hectare that tile each community (BDR-03).
///
/// Faces of the lines over one and a half times the target are cut across their long side; what is under half is merged with the
/// neighbor over the longest border that is no main road and no community line. Cells are numbered west to east and north to south
/// inside their community.
public final class Division {

    private static final PrecisionModel MILLIMETERS = new PrecisionModel(1000);
    private static final GeometryFactory SHAPES = new GeometryFactory(MILLIMETERS);
    /// Cells larger than this part of the target are cut, smaller ones merged, merged ones stay below.
    private static final double CUT = 1.5;
    private static final double MERGE = 0.5;
    private static final double MERGED = 1.6;
    /// A row of cells, for numbering.
    private static final double ROW_METERS = 100;

    private final DivisionInput input;
    private final LocalPlane plane;
    private final DoubleConsumer progress;
    private final List<Border> borders = new ArrayList<>();
    private final STRtree borderTree = new STRtree();

    /// A community in meters, ready to be asked what lies in it.
    private record Border(RegionCode code, Geometry shape, IndexedPointInAreaLocator inside) {
    }

    /// 划分成果.
    ///
    /// @param cells    cells by code, in degrees
    /// @param dangles  ends of lines that close no cell, in degrees
    /// @param unmerged codes of cells under half the target whose borders may all not be crossed
    public record Divided(Map<UnitGridCode, Polygon> cells, List<Geometry> dangles, List<UnitGridCode> unmerged) {
    }

    private Division(DivisionInput input, DoubleConsumer progress) {
        this.input = input;
        this.progress = progress;
        Envelope all = new Envelope();
        input.communities().values().forEach(one -> all.expandToInclude(one.getEnvelopeInternal()));
        this.plane = LocalPlane.at(all.isNull() ? 34.6 : all.centre().y);
        input.communities().forEach((code, shape) -> {
            Geometry meters = plane.toMeters(shape);
            Border border = new Border(code, meters, new IndexedPointInAreaLocator(meters));
            borders.add(border);
            borderTree.insert(meters.getEnvelopeInternal(), border);
        });
    }

    /// @param progress hears how far it has come, 0 to 1; may throw to stop the work
    public static Divided divide(DivisionInput input, DoubleConsumer progress) {
        return new Division(input, progress).run();
    }

    private Divided run() {
        // The data of a line say whether it may be crossed: TRUE for borders and main lines.
        List<SegmentString> lines = new ArrayList<>();
        borders.forEach(border -> rings(border.shape(), lines));
        for (DivisionInput.GuideLine line : input.lines()) {
            lines.add(new NodedSegmentString(plane.toMeters((Geometry) line.shape()).getCoordinates(), line.main()));
        }
        Collection<SegmentString> noded = node(lines);
        progress.accept(0.05);
        Polygonizer faces = polygonize(noded);
        List<Geometry> dangles = new ArrayList<>();
        for (Object dangle : faces.getDangles()) {
            dangles.add(plane.toDegrees((Geometry) dangle));
        }
        List<SegmentString> cuts = new ArrayList<>();
        List<Polygon> all = sorted(faces);
        int done = 0;
        for (Polygon polygon : all) {
            if (community(polygon) != null) {
                new FaceCutter(input.targetSquareMeters(), CUT).cut(polygon, cuts);
            }
            if (++done % 50 == 0) {
                progress.accept(0.05 + 0.55 * done / all.size());
            }
        }
        cuts.addAll(noded);
        Collection<SegmentString> together = node(cuts);
        progress.accept(0.75);
        Set<Edge> closed = new HashSet<>();
        for (SegmentString one : together) {
            if (Boolean.TRUE.equals(one.getData())) {
                for (int i = 1; i < one.size(); i++) {
                    closed.add(Edge.of(one.getCoordinate(i - 1), one.getCoordinate(i)));
                }
            }
        }
        List<Cell> cells = new ArrayList<>();
        for (Polygon polygon : sorted(polygonize(together))) {
            RegionCode community = community(polygon);
            if (community != null) {
                cells.add(new Cell(community, polygon));
            }
        }
        progress.accept(0.85);
        List<Cell> merged = new CellMerger(cells, closed, input.targetSquareMeters() * MERGE, input.targetSquareMeters() * MERGED).merge();
        progress.accept(0.95);
        return number(merged, dangles);
    }

    /// The faces in an order of their own, each from its lowest corner: the polygonizer's order is another one each time.
    private static List<Polygon> sorted(Polygonizer polygonizer) {
        List<Polygon> faces = new ArrayList<>();
        for (Object face : polygonizer.getPolygons()) {
            faces.add((Polygon) ((Polygon) face).norm());
        }
        faces.sort(null);
        return faces;
    }

    private static void rings(Geometry shape, List<SegmentString> lines) {
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) shape.getGeometryN(i);
            lines.add(new NodedSegmentString(polygon.getExteriorRing().getCoordinates(), true));
            for (int j = 0; j < polygon.getNumInteriorRing(); j++) {
                lines.add(new NodedSegmentString(polygon.getInteriorRingN(j).getCoordinates(), true));
            }
        }
    }

    /// Nodes all lines together to the millimeter; of edges that coincide one is left, closed where any of them is.
    @SuppressWarnings("unchecked")
    private static Collection<SegmentString> node(List<SegmentString> lines) {
        SnapRoundingNoder noder = new SnapRoundingNoder(MILLIMETERS);
        noder.computeNodes(lines);
        Map<Edge, SegmentString> single = new HashMap<>();
        for (SegmentString one : (Collection<SegmentString>) noder.getNodedSubstrings()) {
            for (int i = 1; i < one.size(); i++) {
                Coordinate from = one.getCoordinate(i - 1);
                Coordinate to = one.getCoordinate(i);
                if (!from.equals2D(to)) {
                    single.merge(Edge.of(from, to), new NodedSegmentString(new Coordinate[] {from, to}, one.getData()),
                            (known, more) -> Boolean.TRUE.equals(known.getData()) ? known : more);
                }
            }
        }
        return single.values();
    }

    private static Polygonizer polygonize(Collection<SegmentString> noded) {
        Polygonizer polygonizer = new Polygonizer();
        noded.forEach(one -> polygonizer.add(SHAPES.createLineString(one.getCoordinates())));
        return polygonizer;
    }

    @org.jspecify.annotations.Nullable RegionCode community(Polygon polygon) {
        Coordinate at = polygon.getInteriorPoint().getCoordinate();
        for (Object one : borderTree.query(new Envelope(at))) {
            Border border = (Border) one;
            if (border.inside().locate(at) != Location.EXTERIOR) {
                return border.code();
            }
        }
        return null;
    }

    private Divided number(List<Cell> cells, List<Geometry> dangles) {
        Map<RegionCode, List<Cell>> inside = new TreeMap<>();
        cells.forEach(cell -> inside.computeIfAbsent(cell.community(), any -> new ArrayList<>()).add(cell));
        Map<UnitGridCode, Polygon> numbered = new TreeMap<>();
        List<UnitGridCode> unmerged = new ArrayList<>();
        inside.forEach((community, list) -> {
            double north = list.stream().mapToDouble(cell -> cell.middle().y).max().orElse(0);
            list.sort(Comparator.comparingLong((Cell cell) -> (long) ((north - cell.middle().y) / ROW_METERS))
                    .thenComparingDouble(cell -> cell.middle().x));
            int number = 0;
            for (Cell cell : list) {
                UnitGridCode code = UnitGridCode.of(community, ++number, UnitGridCode.LENGTH_2013);
                numbered.put(code, (Polygon) plane.toDegrees((Geometry) cell.shape().norm()));
                if (cell.area() < input.targetSquareMeters() * MERGE) {
                    unmerged.add(code);
                }
            }
        });
        return new Divided(numbered, dangles, unmerged);
    }

    /// A straight piece of border, the same from both sides.
    record Edge(Coordinate from, Coordinate to) {

        static Edge of(Coordinate a, Coordinate b) {
            return a.compareTo(b) < 0 ? new Edge(a, b) : new Edge(b, a);
        }

        double length() {
            return from.distance(to);
        }
    }

    /// A cell in meters.
    record Cell(RegionCode community, Polygon shape, double area, Coordinate middle) {

        Cell(RegionCode community, Polygon shape) {
            this(community, shape, shape.getNumInteriorRing() == 0 ? Area.ofRing(shape.getExteriorRing().getCoordinates()) : shape.getArea(),
                    shape.getCentroid().getCoordinate());
        }
    }
}
