package jingwei.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jingwei.standards.UnitGridCode;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/// 网格沿革: which cells took the ground of a cell that ended or was reshaped, so that old codes lead to new ones (BDR-03).
///
/// @param share part of the old cell's ground that went to the new one, 0 to 1
public record CellSuccession(UnitGridCode from, UnitGridCode to, Kind kind, double share) {

    /// 沿革类型.
    public enum Kind {
        RENUMBERED, SPLIT, MERGED, RESHAPED
    }

    /// Less than this is the noise of drawing.
    private static final double NOISE = 0.01;

    /// What became of the cells of the old division that are not in the new one as they were.
    public static List<CellSuccession> between(List<UnitGrid> before, List<UnitGrid> after) {
        Map<UnitGridCode, UnitGrid> fresh = new HashMap<>();
        after.forEach(cell -> fresh.put(cell.code(), cell));
        List<UnitGrid> gone = before.stream().filter(cell -> !fresh.containsKey(cell.code())
                || !fresh.get(cell.code()).outline().equalsExact(cell.outline())).toList();
        if (gone.isEmpty()) {
            return List.of();
        }
        STRtree tree = new STRtree();
        after.forEach(cell -> tree.insert(cell.outline().getEnvelopeInternal(), cell));
        List<CellSuccession> raw = new ArrayList<>();
        Map<UnitGridCode, Set<UnitGridCode>> from = new HashMap<>();
        Map<UnitGridCode, Set<UnitGridCode>> to = new HashMap<>();
        Set<UnitGridCode> stayed = new HashSet<>();
        for (UnitGrid old : gone) {
            for (Object one : tree.query(old.outline().getEnvelopeInternal())) {
                UnitGrid next = (UnitGrid) one;
                Geometry common = old.outline().intersection(next.outline());
                double share = common.getArea() / old.outline().getArea();
                if (share > NOISE) {
                    if (next.code().equals(old.code()) && share > 0.5) {
                        stayed.add(old.code());
                    }
                    raw.add(new CellSuccession(old.code(), next.code(), Kind.RESHAPED, share));
                    to.computeIfAbsent(old.code(), any -> new HashSet<>()).add(next.code());
                    from.computeIfAbsent(next.code(), any -> new HashSet<>()).add(old.code());
                }
            }
        }
        return raw.stream().map(one -> {
            boolean split = to.get(one.from()).size() > 1;
            boolean merged = from.get(one.to()).size() > 1;
            // A cell that kept most of its ground under its code was reshaped, whoever got the rest.
            Kind kind = stayed.contains(one.from()) ? Kind.RESHAPED : split ? Kind.SPLIT : merged ? Kind.MERGED
                    : one.from().equals(one.to()) ? Kind.RESHAPED : Kind.RENUMBERED;
            return new CellSuccession(one.from(), one.to(), kind, Math.min(1, one.share()));
        }).toList();
    }
}
