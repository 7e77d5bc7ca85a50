package jingwei.grid.edit;

import java.util.List;
import jingwei.standards.UnitGridCode;
import org.locationtech.jts.geom.Coordinate;

/// 一步网格编辑; places are in CGCS2000 degrees, longitude first.
public sealed interface CellEdit {

    /// 移点: a corner, in every cell that has it.
    record Move(Coordinate from, Coordinate to) implements CellEdit {
    }

    /// 加点: a new corner on the edge between two corners, in both cells beside it.
    record Insert(Coordinate a, Coordinate b, Coordinate at) implements CellEdit {
    }

    /// 删点: a corner where no third cell meets.
    record Remove(Coordinate at) implements CellEdit {
    }

    /// 拆分: along a line from border to border; both parts get new codes.
    record Split(UnitGridCode cell, List<Coordinate> line) implements CellEdit {

        public Split {
            line = List.copyOf(line);
        }
    }

    /// 合并: cells of one community that hang together; the whole gets a new code.
    record Merge(List<UnitGridCode> cells) implements CellEdit {

        public Merge {
            cells = List.copyOf(cells);
        }
    }

    /// 换码: another code for the same ground.
    record Renumber(UnitGridCode cell, UnitGridCode code) implements CellEdit {
    }

    /// 备注: says why a cell is unusually small or large.
    record Remark(UnitGridCode cell, String note) implements CellEdit {
    }
}
