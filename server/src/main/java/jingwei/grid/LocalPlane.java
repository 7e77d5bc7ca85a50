package jingwei.grid;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryTransformer;

/// 局部平面: meters around a latitude, on the central meridian 112°30′E that runs through Luoyang.
///
/// Zones 37 and 38 of the 3-degree projection meet in the city and are wrong by 212–255 ppm there, so nothing is measured in
/// them. This plane is equirectangular with the two radii of curvature of the CGCS2000 ellipsoid at its latitude: a straight
/// line in degrees stays straight in meters, so that a coverage without gaps stays one. Lengths beside the plane's own
/// latitude are wrong by 0.11 % for each 10 km north or south of it; a cell is therefore measured at its own latitude.
///
/// @param latitude              the plane's own latitude, degrees
/// @param metersPerLongitude    meters of one degree of longitude
/// @param metersPerLatitude     meters of one degree of latitude
public record LocalPlane(double latitude, double metersPerLongitude, double metersPerLatitude) {

    /// 中央子午线 of the local plane, degrees east.
    public static final double CENTRAL_MERIDIAN = 112.5;

    private static final double SEMI_MAJOR = 6_378_137.0;
    private static final double FLATTENING = 1 / 298.257222101;
    private static final double ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);

    public static LocalPlane at(double latitude) {
        double sine = Math.sin(Math.toRadians(latitude));
        double w = 1 - ECCENTRICITY_SQUARED * sine * sine;
        double acrossMeridian = SEMI_MAJOR / Math.sqrt(w);
        double alongMeridian = acrossMeridian * (1 - ECCENTRICITY_SQUARED) / w;
        return new LocalPlane(latitude,
                Math.toRadians(acrossMeridian * Math.cos(Math.toRadians(latitude))), Math.toRadians(alongMeridian));
    }

    /// Meters east (x) of the central meridian and north (y) of the plane's latitude.
    public Coordinate toMeters(Coordinate degrees) {
        return new Coordinate((degrees.x - CENTRAL_MERIDIAN) * metersPerLongitude,
                (degrees.y - latitude) * metersPerLatitude);
    }

    public Coordinate toDegrees(double east, double north) {
        return new Coordinate(CENTRAL_MERIDIAN + east / metersPerLongitude, latitude + north / metersPerLatitude);
    }

    /// The outline in meters.
    public Polygon toMeters(Polygon degrees) {
        return degrees.getFactory().createPolygon(meters(degrees));
    }

    /// Any shape in meters back to degrees.
    public Geometry toDegrees(Geometry meters) {
        return moved(meters, at -> toDegrees(at.x, at.y));
    }

    /// Any shape in degrees to meters.
    public Geometry toMeters(Geometry degrees) {
        return moved(degrees, this::toMeters);
    }

    private static Geometry moved(Geometry shape, UnaryOperator<Coordinate> how) {
        return new GeometryTransformer() {
            @Override
            protected CoordinateSequence transformCoordinates(CoordinateSequence all, Geometry parent) {
                return createCoordinateSequence(Arrays.stream(all.toCoordinateArray()).map(how).toArray(Coordinate[]::new));
            }
        }.transform(shape);
    }

    /// Area of a cell, measured at its own latitude.
    static double areaSquareMeters(Polygon degrees) {
        return Area.ofRing(at(degrees.getEnvelopeInternal().centre().y).meters(degrees));
    }

    private Coordinate[] meters(Polygon degrees) {
        return Arrays.stream(degrees.getExteriorRing().getCoordinates()).map(this::toMeters)
                .toArray(Coordinate[]::new);
    }
}
