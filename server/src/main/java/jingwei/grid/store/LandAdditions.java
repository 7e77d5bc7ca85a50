package jingwei.grid.store;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import jingwei.grid.CellSuccession;
import jingwei.grid.DutyGrid;
import jingwei.grid.Region;
import jingwei.grid.RegionSuccessor;
import jingwei.grid.UnitGrid;
import jingwei.standards.RegionCode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Writes an import, row by row in batches. Called inside the transaction of {@link LandStore}.
@Repository
class LandAdditions {

    private static final int BATCH = 500;

    private final JdbcTemplate database;

    LandAdditions(JdbcTemplate database) {
        this.database = database;
    }

    /// Regions whose end is known already from an older edition; a repeated import changes nothing.
    void endedRegions(String platform, List<Region> regions) {
        regions("ON CONFLICT DO NOTHING", platform, regions);
    }

    void regions(String platform, List<Region> regions) {
        regions("", platform, regions);
    }

    private void regions(String conflict, String platform, List<Region> regions) {
        batch("""
                INSERT INTO grid.regions (platform, code, level, parent, name, valid_from, valid_to)
                VALUES (?, ?, ?, ?, ?, ?, ?) %s
                """.formatted(conflict), regions, (row, region) -> {
            row.setString(1, platform);
            row.setString(2, region.code().digits());
            row.setString(3, region.code().level().name());
            row.setString(4, region.code().parent().map(RegionCode::digits).orElse(null));
            row.setString(5, region.name());
            row.setDate(6, day(region.validFrom()));
            row.setDate(7, day(region.validTo()));
        });
    }

    void successors(String platform, List<RegionSuccessor> successors) {
        batch("""
                INSERT INTO grid.region_successors (platform, from_code, to_code, kind, changed_on)
                VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """, successors, (row, successor) -> {
            row.setString(1, platform);
            row.setString(2, successor.from() == null ? "" : successor.from().digits());
            row.setString(3, successor.to() == null ? "" : successor.to().digits());
            row.setString(4, successor.kind().name());
            row.setDate(5, day(successor.at()));
        });
    }

    void cells(String platform, List<UnitGrid> cells, LocalDate from) {
        WKBWriter writer = new WKBWriter();
        batch("""
                INSERT INTO grid.unit_grids
                  (platform, code, valid_from, community, outline, area_m2, area_class, note, edition)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, cells, (row, cell) -> {
            row.setString(1, platform);
            row.setString(2, cell.code().digits());
            row.setDate(3, day(from));
            row.setString(4, cell.code().community().digits());
            row.setBytes(5, writer.write(cell.outline()));
            row.setDouble(6, cell.areaSquareMeters());
            row.setString(7, cell.areaClass().name());
            row.setString(8, cell.note());
            row.setString(9, cell.edition());
        });
    }

    void cellSuccessors(String platform, List<CellSuccession> successions, LocalDate on) {
        batch("""
                INSERT INTO grid.unit_grid_successors (platform, from_code, to_code, changed_on, kind, share)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (platform, from_code, to_code, changed_on) DO UPDATE SET kind = excluded.kind, share = excluded.share
                """, successions, (row, one) -> {
            row.setString(1, platform);
            row.setString(2, one.from().digits());
            row.setString(3, one.to().digits());
            row.setDate(4, day(on));
            row.setString(5, one.kind().name());
            row.setDouble(6, one.share());
        });
    }

    void dutyGrids(String platform, List<DutyGrid> dutyGrids, LocalDate from) {
        batch("INSERT INTO grid.duty_grids (platform, code, valid_from, name) VALUES (?, ?, ?, ?)", dutyGrids,
                (row, dutyGrid) -> {
                    row.setString(1, platform);
                    row.setString(2, dutyGrid.code());
                    row.setDate(3, day(from));
                    row.setString(4, dutyGrid.name());
                });
        for (DutyGrid dutyGrid : dutyGrids) {
            batch("""
                    INSERT INTO grid.duty_grid_cells (platform, duty_grid, valid_from, unit_grid) VALUES (?, ?, ?, ?)
                    """, dutyGrid.cells(), (row, cell) -> {
                row.setString(1, platform);
                row.setString(2, dutyGrid.code());
                row.setDate(3, day(from));
                row.setString(4, cell.digits());
            });
        }
    }

    void endDutyGrids(List<String> codes, LocalDate on) {
        batch("DELETE FROM grid.duty_grid_cells WHERE duty_grid = ? AND valid_from = ?", codes, (row, code) -> {
            row.setString(1, code);
            row.setDate(2, day(on));
        });
        end("grid.duty_grids", codes, on);
    }

    /// Ends rows on a day; a row that began the same day was never in force for a day and goes without trace.
    void end(String table, List<String> codes, LocalDate on) {
        batch("DELETE FROM " + table + " WHERE code = ? AND valid_from = ? AND valid_to IS NULL", codes,
                (row, code) -> {
                    row.setString(1, code);
                    row.setDate(2, day(on));
                });
        batch("UPDATE " + table + " SET valid_to = ? WHERE code = ? AND valid_to IS NULL", codes, (row, code) -> {
            row.setDate(1, day(on));
            row.setString(2, code);
        });
    }

    private <T> void batch(String sql, Collection<T> items, Setter<T> setter) {
        database.batchUpdate(sql, items, BATCH, setter::set);
    }

    private interface Setter<T> {

        void set(PreparedStatement row, T item) throws SQLException;
    }

    private static @Nullable Date day(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }
}
