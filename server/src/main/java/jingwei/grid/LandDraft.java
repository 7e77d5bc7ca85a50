package jingwei.grid;

import java.util.List;

/// 网格成果: what an import brings: regions with their succession, cells and duty grids, complete for the platform.
///
/// What is in force and not in the draft ends with the import; nothing is deleted.
public record LandDraft(List<Region> regions, List<RegionSuccessor> successors, List<UnitGrid> cells,
        List<DutyGrid> dutyGrids) {

    public LandDraft {
        regions = List.copyOf(regions);
        successors = List.copyOf(successors);
        cells = List.copyOf(cells);
        dutyGrids = List.copyOf(dutyGrids);
    }
}
