package jingwei.basemap.update;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jingwei.grid.DutyGrid;
import jingwei.grid.GridKeeper;
import jingwei.grid.LandDraft;
import jingwei.grid.LandMap;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import jingwei.standards.UnitGridCode;
import org.locationtech.jts.geom.Coordinate;

/// 责任网格入库: a table of unit grids with the beat of each; complete for the platform.
final class BeatIntake implements Intake {

    private static final List<String> CELL = List.of("unitGrid", "单元网格", "单元网格编码");
    private static final List<String> BEAT = List.of("dutyGrid", "责任网格", "责任网格编码");
    private static final List<String> NAME = List.of("name", "dutyGridName", "责任网格名称", "名称");

    private final LandMap land;
    private final GridKeeper keeper;
    private final boolean write;
    private final FaultList faults;
    private final LocalDate today;
    private final Map<String, Set<UnitGridCode>> cells = new TreeMap<>();
    private final Map<String, String> names = new HashMap<>();

    BeatIntake(LandMap land, GridKeeper keeper, boolean write, FaultList faults, LocalDate today) {
        this.land = land;
        this.keeper = keeper;
        this.write = write;
        this.faults = faults;
        this.today = today;
    }

    @Override
    public void take(Arrival arrival) {
        String cell = arrival.text(CELL);
        String beat = arrival.text(BEAT);
        if (cell == null || beat == null) {
            faults.fault("id-missing", arrival.number(), "", Text.of("没有单元网格或责任网格编码", "no code of the cell or the beat"), null);
            return;
        }
        try {
            cells.computeIfAbsent(beat, any -> new TreeSet<>()).add(UnitGridCode.of(cell));
        } catch (RefusedException e) {
            faults.refused(e, arrival.number(), cell, null);
        }
        String name = arrival.text(NAME);
        if (name != null) {
            names.put(beat, name);
        }
    }

    @Override
    public LandUpdate.Counts finish() {
        List<DutyGrid> beats = cells.entrySet().stream().map(one -> new DutyGrid(one.getKey(), names.getOrDefault(one.getKey(),
                land.dutyGrid(one.getKey()).map(DutyGrid::name).orElse(one.getKey())), one.getValue(), today, null)).toList();
        LandDraft draft = new LandDraft(land.regions(), List.of(), land.cells(), beats);
        if (write) {
            keeper.importLand(draft, today);
        } else {
            keeper.check(draft).forEach(fault -> faults.fault(fault.kind().word(), 0, fault.code(), fault.what(), fault.where()));
        }
        long added = beats.stream().filter(beat -> land.dutyGrid(beat.code()).isEmpty()).count();
        long changed = beats.stream().filter(beat -> land.dutyGrid(beat.code()).filter(known -> !known.cells().equals(beat.cells())
                || !known.name().equals(beat.name())).isPresent()).count();
        long removed = land.dutyGrids().stream().filter(beat -> !cells.containsKey(beat.code())).count();
        return new LandUpdate.Counts(added, changed, removed, beats.size() - added - changed);
    }

    @Override
    public double fits(Coordinate degrees) {
        return 1;
    }
}
