package jingwei.grid.division;

import java.util.List;
import org.locationtech.jts.algorithm.MinimumAreaRectangle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/// Halves a face across its long side until each part is about the target, and keeps the cut lines only.
final class FaceCutter {

    /// How far a cut goes on beyond the border: rounding to the millimeter otherwise leaves its end short of it.
    private static final double BEYOND_METERS = 0.012;
    private static final int STEPS = 24;
    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final double target;
    private final double most;

    FaceCutter(double target, double most) {
        this.target = target;
        this.most = most;
    }

    void cut(Geometry face, List<SegmentString> cuts) {
        for (int i = 0; i < face.getNumGeometries(); i++) {
            if (face.getGeometryN(i) instanceof Polygon polygon && polygon.getArea() > target * most) {
                halve(polygon, Math.max(2, (int) Math.round(polygon.getArea() / target)), cuts);
            }
        }
    }

    private void halve(Polygon face, int parts, List<SegmentString> cuts) {
        Coordinate[] box = MinimumAreaRectangle.getMinimumRectangle(face).getCoordinates();
        if (box.length < 5) {
            return;
        }
        boolean first = box[0].distance(box[1]) >= box[1].distance(box[2]);
        Coordinate origin = box[0];
        Coordinate end = first ? box[1] : box[3];
        Coordinate side = first ? box[3] : box[1];
        double length = origin.distance(end);
        double ux = (end.x - origin.x) / length;
        double uy = (end.y - origin.y) / length;
        double width = origin.distance(side);
        double vx = (side.x - origin.x) / Math.max(width, 1e-9);
        double vy = (side.y - origin.y) / Math.max(width, 1e-9);
        double wanted = face.getArea() * (parts / 2) / parts;
        double low = 0;
        double high = length;
        for (int i = 0; i < STEPS; i++) {
            double middle = (low + high) / 2;
            if (areaBefore(face, origin, ux, uy, middle) < wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double at = (low + high) / 2;
        LineString across = SHAPES.createLineString(new Coordinate[] {
            new Coordinate(origin.x + ux * at - vx, origin.y + uy * at - vy),
            new Coordinate(origin.x + ux * at + vx * (width + 1), origin.y + uy * at + vy * (width + 1))});
        Geometry pieces = OverlayNGRobust.overlay(face, across, OverlayNG.INTERSECTION);
        for (int i = 0; i < pieces.getNumGeometries(); i++) {
            if (pieces.getGeometryN(i) instanceof LineString piece && piece.getLength() > 0.01) {
                Coordinate a = piece.getCoordinateN(0);
                Coordinate b = piece.getCoordinateN(piece.getNumPoints() - 1);
                double dx = (b.x - a.x) / piece.getLength() * BEYOND_METERS;
                double dy = (b.y - a.y) / piece.getLength() * BEYOND_METERS;
                cuts.add(new NodedSegmentString(new Coordinate[] {new Coordinate(a.x - dx, a.y - dy),
                    new Coordinate(b.x + dx, b.y + dy)}, false));
            }
        }
        if (parts > 2 || face.getArea() > 2 * target * most) {
            Geometry before = OverlayNGRobust.overlay(face, side(origin, ux, uy, vx, vy, -1, at, width), OverlayNG.INTERSECTION);
            Geometry behind = OverlayNGRobust.overlay(face, side(origin, ux, uy, vx, vy, at, length + 1, width), OverlayNG.INTERSECTION);
            cut(before, cuts);
            cut(behind, cuts);
        }
    }

    private static Polygon side(Coordinate origin, double ux, double uy, double vx, double vy, double from, double to, double width) {
        Coordinate[] ring = new Coordinate[5];
        double[][] corners = {{from, -1}, {to, -1}, {to, width + 1}, {from, width + 1}};
        for (int i = 0; i < 5; i++) {
            double[] corner = corners[i % 4];
            ring[i] = new Coordinate(origin.x + ux * corner[0] + vx * corner[1], origin.y + uy * corner[0] + vy * corner[1]);
        }
        return SHAPES.createPolygon(ring);
    }

    /// Area of the part that lies before a line across; clipped ring by ring, which is exact for areas.
    private static double areaBefore(Polygon face, Coordinate origin, double ux, double uy, double at) {
        double area = Math.abs(before(face.getExteriorRing().getCoordinates(), origin, ux, uy, at));
        for (int i = 0; i < face.getNumInteriorRing(); i++) {
            area -= Math.abs(before(face.getInteriorRingN(i).getCoordinates(), origin, ux, uy, at));
        }
        return area;
    }

    private static double before(Coordinate[] ring, Coordinate origin, double ux, double uy, double at) {
        double twice = 0;
        double firstX = 0;
        double firstY = 0;
        double lastX = 0;
        double lastY = 0;
        boolean any = false;
        for (int i = 0; i + 1 < ring.length; i++) {
            double ax = ring[i].x - origin.x;
            double ay = ring[i].y - origin.y;
            double bx = ring[i + 1].x - origin.x;
            double by = ring[i + 1].y - origin.y;
            double da = at - (ax * ux + ay * uy);
            double db = at - (bx * ux + by * uy);
            for (int step = 0; step < 2; step++) {
                double x;
                double y;
                if (step == 0) {
                    if (da >= 0 == db >= 0) {
                        continue;
                    }
                    double part = da / (da - db);
                    x = ax + part * (bx - ax);
                    y = ay + part * (by - ay);
                } else {
                    if (db < 0) {
                        continue;
                    }
                    x = bx;
                    y = by;
                }
                if (any) {
                    twice += lastX * y - x * lastY;
                } else {
                    firstX = x;
                    firstY = y;
                    any = true;
                }
                lastX = x;
                lastY = y;
            }
        }
        return (twice + lastX * firstY - firstX * lastY) / 2;
    }
}
