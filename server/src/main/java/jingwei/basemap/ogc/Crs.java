package jingwei.basemap.ogc;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jingwei.survey.Conversion;
import jingwei.survey.CoordinateSystem;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.util.GeometryTransformer;

/// 坐标参考系 of OGC API Features part 2: longitude first, CGCS2000 and its planes by their EPSG names. EPSG 4490 puts latitude first,
/// and its planes northing first, as their definitions say.
enum Crs {
    CRS84("http://www.opengis.net/def/crs/OGC/1.3/CRS84", "cgcs2000", false),
    EPSG_4490("http://www.opengis.net/def/crs/EPSG/0/4490", "cgcs2000", true),
    EPSG_3857("http://www.opengis.net/def/crs/EPSG/0/3857", "web-mercator", false),
    EPSG_4546("http://www.opengis.net/def/crs/EPSG/0/4546", "cgcs2000-gk3-cm111", true),
    EPSG_4547("http://www.opengis.net/def/crs/EPSG/0/4547", "cgcs2000-gk3-cm114", true);

    private final String uri;
    private final String word;
    private final boolean northFirst;

    Crs(String uri, String word, boolean northFirst) {
        this.uri = uri;
        this.word = word;
        this.northFirst = northFirst;
    }

    String uri() {
        return uri;
    }

    static List<String> all() {
        return Arrays.stream(values()).map(Crs::uri).toList();
    }

    /// The system of a URI; longitude first where none is asked for. @throws jingwei.standards.RefusedException `crs-unknown`
    static Crs of(@Nullable String asked) {
        if (asked == null) {
            return CRS84;
        }
        return Arrays.stream(values()).filter(crs -> crs.uri.equals(asked)).findFirst().orElseThrow(() ->
                OgcFeaturesController.malformed("crs-unknown", "不提供坐标参考系 " + asked, "the system " + asked + " is not served"));
    }

    Geometry from(Geometry degrees) {
        if (this == CRS84) {
            return degrees;
        }
        Conversion conversion = Conversion.of(CoordinateSystem.of(word), Map.of());
        return new GeometryTransformer() {
            @Override
            protected CoordinateSequence transformCoordinates(CoordinateSequence all, Geometry parent) {
                return createCoordinateSequence(Arrays.stream(all.toCoordinateArray()).map(conversion::fromDegrees)
                        .map(at -> northFirst ? new Coordinate(at.y, at.x) : at).toArray(Coordinate[]::new));
            }
        }.transform(degrees);
    }

    Envelope toDegrees(double a, double b, double c, double d) {
        Conversion conversion = Conversion.of(CoordinateSystem.of(word), Map.of());
        double west = northFirst ? b : a;
        double south = northFirst ? a : b;
        double east = northFirst ? d : c;
        double north = northFirst ? c : d;
        Envelope box = new Envelope();
        for (double x : new double[] {west, east}) {
            for (double y : new double[] {south, north}) {
                box.expandToInclude(conversion.toDegrees(new Coordinate(x, y)));
            }
        }
        return box;
    }
}
