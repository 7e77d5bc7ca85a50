package jingwei.grid.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jingwei.grid.DutyGrid;
import jingwei.grid.Region;
import jingwei.grid.RegionSuccessor;
import jingwei.grid.UnitGrid;
import jingwei.standards.AreaClass;
import jingwei.standards.RegionCode;
import jingwei.standards.UnitGridCode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads what is in force of the platform's land. Called inside a transaction of {@link LandStore}.
@Repository
class LandRows {

    private final JdbcClient database;

    LandRows(JdbcClient database) {
        this.database = database;
    }

    List<Region> regions() {
        return database.sql("SELECT * FROM grid.regions WHERE valid_to IS NULL ORDER BY code")
                .query((row, number) -> new Region(RegionCode.of(row.getString("code")), row.getString("name"),
                        row.getObject("valid_from", LocalDate.class), day(row, "valid_to")))
                .list();
    }

    List<RegionSuccessor> successors() {
        return database.sql("SELECT * FROM grid.region_successors ORDER BY changed_on, from_code, to_code")
                .query((row, number) -> new RegionSuccessor(region(row.getString("from_code")),
                        region(row.getString("to_code")), RegionSuccessor.Kind.valueOf(row.getString("kind")),
                        row.getObject("changed_on", LocalDate.class)))
                .list();
    }

    List<UnitGrid> cells() {
        WKBReader reader = new WKBReader();
        return database.sql("SELECT * FROM grid.unit_grids WHERE valid_to IS NULL ORDER BY code")
                .query((row, number) -> new UnitGrid(UnitGridCode.of(row.getString("code")),
                        outline(reader, row.getBytes("outline")), row.getDouble("area_m2"),
                        AreaClass.of(row.getString("area_class")), row.getString("note"), row.getString("edition"),
                        row.getObject("valid_from", LocalDate.class), day(row, "valid_to")))
                .list();
    }

    List<DutyGrid> dutyGrids() {
        Map<String, Set<UnitGridCode>> cells = new HashMap<>();
        database.sql("""
                SELECT c.duty_grid, c.unit_grid FROM grid.duty_grid_cells c
                JOIN grid.duty_grids d USING (platform, valid_from)
                WHERE d.code = c.duty_grid AND d.valid_to IS NULL
                """).query(row -> {
            cells.computeIfAbsent(row.getString(1), code -> new HashSet<>()).add(UnitGridCode.of(row.getString(2)));
        });
        return database.sql("SELECT * FROM grid.duty_grids WHERE valid_to IS NULL ORDER BY code")
                .query((row, number) -> new DutyGrid(row.getString("code"), row.getString("name"),
                        cells.getOrDefault(row.getString("code"), Set.of()),
                        row.getObject("valid_from", LocalDate.class), day(row, "valid_to")))
                .list();
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        Date day = row.getDate(column);
        return day == null ? null : day.toLocalDate();
    }

    private static @Nullable RegionCode region(String code) {
        return code.isEmpty() ? null : RegionCode.of(code);
    }

    private static Polygon outline(WKBReader reader, byte[] wkb) throws SQLException {
        try {
            return (Polygon) reader.read(wkb);
        } catch (ParseException e) {
            throw new SQLException("an outline in grid.unit_grids is no WKB polygon", e);
        }
    }
}
