package jingwei.grid.edit;

import java.util.List;
import java.util.Set;
import jingwei.grid.CellSuccession;
import jingwei.grid.UnitGrid;
import jingwei.standards.RegionCode;
import jingwei.standards.UnitGridCode;

/// 编辑结果: what differs from the cells in force.
///
/// @param changed     new and reshaped cells
/// @param ended       codes that are no longer there
/// @param successions what became of the old codes
/// @param communities all cells, as they will be, of every community that is touched
public record EditedCells(List<UnitGrid> changed, Set<UnitGridCode> ended, List<CellSuccession> successions, List<UnitGrid> communities) {

    public EditedCells {
        changed = List.copyOf(changed);
        ended = Set.copyOf(ended);
        successions = List.copyOf(successions);
        communities = List.copyOf(communities);
    }

    /// Codes of the communities touched.
    public Set<RegionCode> touched() {
        return Set.copyOf(communities.stream().map(cell -> cell.code().community()).toList());
    }
}
