package jingwei.geocoding;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/// 基本地点: one named place with its kind, names, codes, position and time of validity (GEO-01).
///
/// Coordinates are CGCS2000 degrees, x = longitude. The technical key is `id`; codes of divisions change and are attributes.
///
/// @param standardName  full name by the place-name office; empty where none is known
/// @param aliases       other names, former ones too; each is searched
/// @param regionCode    district, 6 digits (4 for the city); empty where unknown or several
/// @param streetCode    subdistrict, 9 digits; empty where unknown
/// @param communityCode community, 12 digits; empty where unknown
/// @param roadId        road of a door plate, or what a building belongs to
/// @param plateNumber   as written on the plate, e.g. `439`, `439-2`, `甲12`
/// @param plateSide     side of the road: E, W, S, N, or a blank
/// @param longitude     NaN where only a geometry is known
/// @param geometry      centre line of a road, outline of an area
/// @param width         of a road, meters; NaN where unknown
/// @param validFrom     first day; null from always
/// @param validTo       day it ended; null while in force
/// @param parentId      所属地点: the building, quarter or landmark that a landmark, shop or building stands in; empty where none is told
/// @param succession    what became of it and what it was called before
public record Place(
        String id,
        PlaceKind kind,
        String name,
        String standardName,
        List<String> aliases,
        String regionCode,
        String streetCode,
        String communityCode,
        String roadId,
        String plateNumber,
        char plateSide,
        double longitude,
        double latitude,
        @Nullable Geometry geometry,
        double width,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        String source,
        String note,
        String parentId,
        Succession succession) {

    public Place {
        aliases = List.copyOf(aliases);
    }

    /// A place as the places file tells it, without its history.
    public Place(String id, PlaceKind kind, String name, String standardName, List<String> aliases, String regionCode, String streetCode,
            String communityCode, String roadId, String plateNumber, char plateSide, double longitude, double latitude, @Nullable Geometry geometry,
            double width, @Nullable LocalDate validFrom, @Nullable LocalDate validTo, String source, String note) {
        this(id, kind, name, standardName, aliases, regionCode, streetCode, communityCode, roadId, plateNumber, plateSide, longitude, latitude,
                geometry, width, validFrom, validTo, source, note, "", Succession.NONE);
    }

    /// The same place under these names, until that day, with that history.
    public Place as(String newName, String newStandardName, List<String> names, @Nullable LocalDate last, Succession history) {
        return new Place(id, kind, newName, newStandardName, names, regionCode, streetCode, communityCode, roadId, plateNumber, plateSide, longitude,
                latitude, geometry, width, validFrom, last, source, note, parentId, history);
    }

    /// The same place standing in another.
    public Place in(String parent) {
        return new Place(id, kind, name, standardName, aliases, regionCode, streetCode, communityCode, roadId, plateNumber, plateSide, longitude,
                latitude, geometry, width, validFrom, validTo, source, note, parent, succession);
    }

    public Place with(Succession history) {
        return as(name, standardName, aliases, validTo, history);
    }

    public boolean hasPoint() {
        return !Double.isNaN(longitude) && !Double.isNaN(latitude);
    }

    public boolean inForce(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }

    /// The longest division code known: community, else subdistrict, else district.
    public String code() {
        if (!communityCode.isEmpty()) {
            return communityCode;
        }
        return streetCode.isEmpty() ? regionCode : streetCode;
    }
}
