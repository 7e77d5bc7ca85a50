package jingwei.grid.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import jingwei.grid.CellSuccession;
import jingwei.grid.DutyGrid;
import jingwei.grid.LandDraft;
import jingwei.grid.LandMap;
import jingwei.grid.Region;
import jingwei.grid.RegionSuccessor;
import jingwei.grid.UnitGrid;
import jingwei.standards.RegionCode;
import jingwei.standards.UnitGridCode;
import jingwei.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// 网格库: the tables of the grid room, for the platform being served.
@Repository
public class LandStore {

    private final JdbcClient database;
    private final LandRows rows;
    private final LandAdditions additions;

    LandStore(JdbcClient database, LandRows rows, LandAdditions additions) {
        this.database = database;
        this.rows = rows;
        this.additions = additions;
    }

    /// Grows with every change of the platform's land; 0 where nothing was imported yet.
    @Transactional(readOnly = true)
    public long revision() {
        return database.sql("SELECT number FROM grid.revisions").query(Long.class).optional().orElse(0L);
    }

    @Transactional(readOnly = true)
    public Optional<LocalDate> lastChange() {
        return database.sql("SELECT changed_on FROM grid.revisions").query(LocalDate.class).optional();
    }

    @Transactional(readOnly = true)
    public LandMap load() {
        return LandMap.of(rows.regions(), rows.cells(), rows.dutyGrids());
    }

    @Transactional(readOnly = true)
    public List<RegionSuccessor> successors() {
        return rows.successors();
    }

    /// Ends what the draft does not repeat and adds what is new in it; one import at a time (row lock on the revision).
    @Transactional
    public void replace(LandDraft draft, LocalDate from) {
        String platform = Tenancy.current().value();
        database.sql("""
                INSERT INTO grid.revisions (platform, number, changed_on) VALUES (:platform, 1, :on)
                ON CONFLICT (platform) DO UPDATE SET number = grid.revisions.number + 1, changed_on = excluded.changed_on
                """).param("platform", platform).param("on", from).update();
        additions.endedRegions(platform, draft.regions().stream().filter(region -> !region.inForce()).toList());
        Change<Region> regions = Change.between(rows.regions(),
                draft.regions().stream().filter(Region::inForce).toList(), region -> region.code().digits(),
                (known, fresh) -> known.name().equals(fresh.name()));
        additions.end("grid.regions", regions.ended(), from);
        additions.regions(platform, regions.added());
        additions.successors(platform, draft.successors());

        Change<UnitGrid> cells = Change.between(rows.cells(), draft.cells(), cell -> cell.code().digits(),
                LandStore::same);
        additions.end("grid.unit_grids", cells.ended(), from);
        additions.cells(platform, cells.added(), from);

        Change<DutyGrid> beats = Change.between(rows.dutyGrids(), draft.dutyGrids(), DutyGrid::code,
                (known, fresh) -> known.name().equals(fresh.name()) && known.cells().equals(fresh.cells()));
        additions.endDutyGrids(beats.ended(), from);
        additions.dutyGrids(platform, beats.added(), from);
    }

    @Transactional
    public void succeed(List<CellSuccession> successions, LocalDate on) {
        additions.cellSuccessors(Tenancy.current().value(), successions, on);
    }

    /// 网格沿革 of one code, as predecessor or successor, the newest first.
    @Transactional(readOnly = true)
    public List<CellSuccession> successions(UnitGridCode code) {
        return database.sql("""
                SELECT from_code, to_code, kind, share FROM grid.unit_grid_successors
                WHERE from_code = :code OR to_code = :code ORDER BY changed_on DESC, from_code, to_code
                """).param("code", code.digits())
                .query((row, number) -> new CellSuccession(UnitGridCode.of(row.getString(1)), UnitGridCode.of(row.getString(2)),
                        CellSuccession.Kind.valueOf(row.getString(3)), row.getDouble(4)))
                .list();
    }

    @Transactional(readOnly = true)
    public Set<String> codesUsed(RegionCode community) {
        return Set.copyOf(database.sql("SELECT DISTINCT code FROM grid.unit_grids WHERE community = :community")
                .param("community", community.digits()).query(String.class).list());
    }

    private static boolean same(UnitGrid known, UnitGrid fresh) {
        return known.outline().equalsExact(fresh.outline()) && known.areaClass() == fresh.areaClass()
                && Objects.equals(known.note(), fresh.note());
    }

    /// What an import changes of one kind: the codes that end and what is added.
    private record Change<T>(List<String> ended, List<T> added) {

        static <T> Change<T> between(List<T> before, List<T> after, Function<T, String> code,
                BiPredicate<T, T> same) {
            Map<String, T> known = before.stream().collect(Collectors.toMap(code, Function.identity()));
            List<T> added = after.stream().filter(fresh -> {
                T old = known.get(code.apply(fresh));
                return old == null || !same.test(old, fresh);
            }).toList();
            Map<String, T> kept = after.stream().collect(Collectors.toMap(code, Function.identity()));
            added.forEach(fresh -> kept.remove(code.apply(fresh)));
            return new Change<>(known.keySet().stream().filter(each -> !kept.containsKey(each)).sorted().toList(),
                    added);
        }
    }
}
