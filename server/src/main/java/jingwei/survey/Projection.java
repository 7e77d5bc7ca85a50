package jingwei.survey;

import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.ProjCoordinate;

/// 投影: between a system's own numbers and degrees *of its own datum*; the datum is never stepped here.
final class Projection {

    private final CoordinateSystem system;
    private final org.locationtech.proj4j.proj.@org.jspecify.annotations.Nullable Projection mathematics;

    private Projection(CoordinateSystem system, org.locationtech.proj4j.proj.@org.jspecify.annotations.Nullable Projection mathematics) {
        this.system = system;
        this.mathematics = mathematics;
    }

    /// Not for use by several threads at once.
    static Projection of(CoordinateSystem system) {
        return switch (system.kind()) {
            case DEGREES -> new Projection(system, null);
            case GAUSS -> new Projection(system, parse(system.word(), String.format(Locale.ROOT,
                    "+proj=etmerc +lat_0=0 +lon_0=%s +k=1 +x_0=%d +y_0=0 +a=%s +b=%s +units=m +no_defs", system.meridian(),
                    500_000 + system.zone() * 1_000_000L, system.datum().semiMajor(),
                    // Both axes: given the flattening alone the library computes nonsense.
                    system.datum().semiMajor() * (1 - 1 / system.datum().inverseFlattening()))));
            case MERCATOR -> new Projection(system, parse(system.word(),
                    "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +no_defs"));
        };
    }

    private static org.locationtech.proj4j.proj.Projection parse(String name, String words) {
        CoordinateReferenceSystem made = new CRSFactory().createFromParameters(name, words);
        return made.getProjection();
    }

    Coordinate toDegrees(Coordinate given) {
        if (mathematics == null) {
            return given;
        }
        ProjCoordinate degrees = mathematics.inverseProject(new ProjCoordinate(given.x, given.y), new ProjCoordinate());
        return new Coordinate(degrees.x, degrees.y);
    }

    Coordinate fromDegrees(Coordinate degrees) {
        if (mathematics == null) {
            return degrees;
        }
        ProjCoordinate plane = mathematics.project(new ProjCoordinate(degrees.x, degrees.y), new ProjCoordinate());
        return new Coordinate(plane.x, plane.y);
    }

    /// Whether the numbers can be of this system at all: degrees within China, an easting of the right zone.
    boolean plausible(Coordinate given) {
        return switch (system.kind()) {
            case DEGREES -> given.x >= 73 && given.x <= 136 && given.y >= 3 && given.y <= 54;
            case GAUSS -> Math.abs(given.x - 500_000 - system.zone() * 1_000_000L) < 400_000 && given.y > 1_000_000
                    && given.y < 6_000_000;
            case MERCATOR -> given.x > 8_000_000 && given.x < 15_200_000 && given.y > 330_000 && given.y < 7_200_000;
        };
    }
}
