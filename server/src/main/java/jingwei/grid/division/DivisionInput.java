package jingwei.grid.division;

import java.util.List;
import java.util.Map;
import jingwei.standards.RegionCode;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/// 划分资料: borders of communities and lines that cells should follow, all in degrees.
///
/// @param communities        outlines by code; together they should tile the land
/// @param lines              roads, banks, railways, walls
/// @param targetSquareMeters wanted area of a cell, about 10,000
public record DivisionInput(Map<RegionCode, Geometry> communities, List<GuideLine> lines, double targetSquareMeters) {

    /// One line of a layer.
    ///
    /// @param main whether no cell may lie on both sides of it: an arterial road, a river, a railway
    public record GuideLine(LineString shape, boolean main) {
    }

    public DivisionInput {
        // In the order of codes, so that the same input always gives the same cells.
        communities = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(communities));
        lines = List.copyOf(lines);
    }
}
