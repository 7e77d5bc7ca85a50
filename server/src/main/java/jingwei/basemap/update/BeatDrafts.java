package jingwei.basemap.update;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jingwei.component.Components;
import jingwei.grid.DutyGrid;
import jingwei.grid.Land;
import jingwei.grid.LandMap;
import jingwei.grid.Region;
import jingwei.grid.UnitGrid;
import jingwei.grid.division.BeatComposer;
import jingwei.identity.SignedIn;
import jingwei.standards.Refusal;
import jingwei.standards.RegionCode;
import jingwei.standards.Text;
import jingwei.standards.UnitGridCode;
import org.springframework.stereotype.Component;

/// 责任网格草案: proposes beats of about the same load from the cells in force, as an update like any other (BDR-01, BDR-05).
///
/// The load of a cell is what stands in it and the ground to be walked: one for each component, one for each thousand square meters.
@Component
public class BeatDrafts {

    private static final double GROUND = 1000;
    private static final int MOST = 5000;

    private final Land land;
    private final Components components;
    private final Updates updates;

    BeatDrafts(Land land, Components components, Updates updates) {
        this.land = land;
        this.components = components;
        this.updates = updates;
    }

    /// @param count about how many beats there should be
    /// @throws jingwei.standards.RefusedException `beats-out-of-range`, `beats-without-cells`
    public LandUpdate propose(UUID id, int count, String note, SignedIn who) {
        LandMap map = land.current();
        if (map.cells().isEmpty()) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "beats-without-cells", Text.of("还没有单元网格，不能划分责任网格", "there are no unit grids yet"),
                    Text.of("请先划分并发布单元网格", "divide and publish unit grids first")).under("BDR-01").asException();
        }
        if (count < 1 || count > Math.min(MOST, map.cells().size())) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "beats-out-of-range", Text.of("责任网格数应为 1 至 " + Math.min(MOST, map.cells().size()),
                            "the number of beats is out of range"),
                    Text.of("请按监督员人数填写", "give about the number of collectors")).under("BDR-01").asException();
        }
        Map<UnitGridCode, Double> load = load(map);
        double wanted = load.values().stream().mapToDouble(Double::doubleValue).sum() / count;
        return updates.draft(id, "duty-grids", LandUpdate.Mode.REPLACE, "beats.csv", table(map, BeatComposer.compose(map.cells(), load, wanted)),
                note.isBlank() ? "按负荷划分责任网格" : note, who);
    }

    private Map<UnitGridCode, Double> load(LandMap map) {
        Map<UnitGridCode, Double> load = new HashMap<>();
        for (UnitGrid cell : map.cells()) {
            load.put(cell.code(), cell.areaSquareMeters() / GROUND);
        }
        components.countByCell().forEach((cell, number) -> load.computeIfPresent(cell, (code, known) -> known + number));
        return load;
    }

    /// A beat keeps the code and name of the one it has most cells of; a new one goes on behind the highest number of its subdistrict.
    private static byte[] table(LandMap map, List<Set<UnitGridCode>> beats) {
        StringBuilder rows = new StringBuilder("unitGrid,dutyGrid,name\n");
        Set<String> taken = new HashSet<>();
        Map<RegionCode, Integer> last = new HashMap<>();
        map.dutyGrids().forEach(beat -> beat.cells().stream().findFirst().ifPresent(cell -> last.merge(subdistrict(cell), number(beat, cell), Math::max)));
        for (Set<UnitGridCode> beat : beats) {
            Map<String, Integer> shared = new HashMap<>();
            beat.forEach(cell -> map.dutyGridOf(cell).ifPresent(known -> shared.merge(known.code(), 1, Integer::sum)));
            DutyGrid kept = shared.entrySet().stream().filter(one -> !taken.contains(one.getKey()))
                    .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                    .flatMap(one -> map.dutyGrid(one.getKey())).orElse(null);
            RegionCode home = subdistrict(beat.iterator().next());
            int number = kept == null ? last.merge(home, 1, Integer::sum) : 0;
            String code = kept == null ? home.digits() + String.format("%03d", number) : kept.code();
            String name = kept == null ? map.region(home).map(Region::name).orElse(home.digits()) + "第" + number + "责任网格" : kept.name();
            taken.add(code);
            beat.forEach(cell -> rows.append(cell).append(',').append(code).append(",\"").append(name.replace("\"", "\"\"")).append("\"\n"));
        }
        return rows.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static RegionCode subdistrict(UnitGridCode cell) {
        return cell.community().at(RegionCode.Level.SUBDISTRICT);
    }

    private static int number(DutyGrid beat, UnitGridCode cell) {
        String home = subdistrict(cell).digits();
        String rest = beat.code().startsWith(home) ? beat.code().substring(home.length()) : "";
        return rest.matches("\\d{1,6}") ? Integer.parseInt(rest) : 0;
    }
}
