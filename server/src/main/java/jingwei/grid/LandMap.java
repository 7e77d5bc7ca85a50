package jingwei.grid;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jingwei.standards.Refusal;
import jingwei.standards.RegionCode;
import jingwei.standards.Text;
import jingwei.standards.UnitGridCode;
import org.jspecify.annotations.Nullable;

/// 网格图: an immutable picture of a platform's land in force now; locates points without asking the database.
///
/// It is made from plain lists, so a test or a story can have one without PostgreSQL.
public final class LandMap {

    private static final Comparator<UnitGrid> BY_CODE = Comparator.comparing(UnitGrid::code);

    private final Map<RegionCode, Region> regions = new TreeMap<>();
    private final List<UnitGrid> cells;
    private final Map<UnitGridCode, UnitGrid> cellByCode = new TreeMap<>();
    private final Map<String, DutyGrid> dutyGrids = new TreeMap<>();
    private final Map<UnitGridCode, DutyGrid> dutyGridOfCell = new TreeMap<>();
    private final List<Optional<Location>> locations;
    private final CellIndex index;

    private LandMap(Collection<Region> regions, Collection<UnitGrid> cells, Collection<DutyGrid> dutyGrids) {
        regions.stream().filter(Region::inForce).forEach(region -> this.regions.put(region.code(), region));
        this.cells = cells.stream().filter(cell -> cell.validTo() == null).sorted(BY_CODE).toList();
        this.cells.forEach(cell -> cellByCode.put(cell.code(), cell));
        dutyGrids.stream().filter(dutyGrid -> dutyGrid.validTo() == null).forEach(dutyGrid -> {
            this.dutyGrids.put(dutyGrid.code(), dutyGrid);
            dutyGrid.cells().forEach(cell -> dutyGridOfCell.put(cell, dutyGrid));
        });
        this.locations = new ArrayList<>(this.cells.stream().map(cell -> Optional.of(locationOf(cell))).toList());
        this.index = new CellIndex(this.cells);
    }

    /// Makes a picture of what is in force among the given; the ended are left out.
    public static LandMap of(Collection<Region> regions, Collection<UnitGrid> cells,
            Collection<DutyGrid> dutyGrids) {
        return new LandMap(regions, cells, dutyGrids);
    }

    /// Where the point lies; empty outside every cell. A point on a shared edge belongs to exactly one cell.
    public Optional<Location> locate(GeoPoint point) {
        int found = index.find(point.longitude(), point.latitude());
        return found < 0 ? Optional.empty() : locations.get(found);
    }

    /// Where the point lies. @throws jingwei.standards.RefusedException `outside-every-grid` (BDR-03)
    public Location locateOrRefuse(GeoPoint point) {
        return locate(point).orElseThrow(() -> Refusal.of(Refusal.Kind.UNPROCESSABLE, "outside-every-grid",
                Text.of("坐标 " + point.longitude() + "，" + point.latitude() + " 不在任何单元网格内",
                        "the point " + point.longitude() + ", " + point.latitude() + " lies in no unit grid"),
                Text.of("请在地图上把位置移到本平台的管理范围内；确属本范围的，请先补划单元网格",
                        "move the place into the area of this platform, or have the missing unit grid drawn first"))
                .under("BDR-03").asException());
    }

    /// Where a cell lies; empty for a code that is not in force.
    public Optional<Location> locationOf(UnitGridCode code) {
        return unitGrid(code).map(this::locationOf);
    }

    public Optional<UnitGrid> unitGrid(UnitGridCode code) {
        return Optional.ofNullable(cellByCode.get(code));
    }

    public Optional<DutyGrid> dutyGrid(String code) {
        return Optional.ofNullable(dutyGrids.get(code));
    }

    public Optional<DutyGrid> dutyGridOf(UnitGridCode cell) {
        return Optional.ofNullable(dutyGridOfCell.get(cell));
    }

    public Optional<Region> region(RegionCode code) {
        return Optional.ofNullable(regions.get(code));
    }

    /// All regions in force, by code.
    public List<Region> regions() {
        return List.copyOf(regions.values());
    }

    /// All unit grids in force, by code.
    public List<UnitGrid> cells() {
        return cells;
    }

    /// All duty grids in force, by code.
    public List<DutyGrid> dutyGrids() {
        return List.copyOf(dutyGrids.values());
    }

    /// Straight distance in meters, on the local plane at the middle latitude of the two points: wrong by less than 1 mm
    /// up to 1 km and by less than 10 cm up to 20 km.
    public static double distanceMeters(GeoPoint a, GeoPoint b) {
        LocalPlane plane = LocalPlane.at((a.latitude() + b.latitude()) / 2);
        return Math.hypot((a.longitude() - b.longitude()) * plane.metersPerLongitude(),
                (a.latitude() - b.latitude()) * plane.metersPerLatitude());
    }

    private Location locationOf(UnitGrid cell) {
        RegionCode community = cell.code().community();
        @Nullable DutyGrid dutyGrid = dutyGridOfCell.get(cell.code());
        return new Location(cell.code(), part(community), part(community.at(RegionCode.Level.SUBDISTRICT)),
                part(community.at(RegionCode.Level.DISTRICT)),
                dutyGrid == null ? null : new Location.Beat(dutyGrid.code(), dutyGrid.name()), cell.areaClass());
    }

    private Location.Part part(RegionCode code) {
        Region region = regions.get(code);
        return new Location.Part(code, region == null ? code.digits() : region.name());
    }
}
