package jingwei.grid;

import java.time.LocalDate;
import java.util.List;
import jingwei.grid.store.LandStore;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 网格维护: the only writer of regions, unit grids and duty grids (BDR-02).
@Component
public class GridKeeper {

    private static final int FAULTS_SHOWN = 50;

    private final LandStore store;
    private final Land land;

    GridKeeper(LandStore store, Land land) {
        this.store = store;
        this.land = land;
    }

    /// What is wrong with a draft; empty for one that may be imported. Writes nothing.
    public List<LandFault> check(LandDraft draft) {
        return LandProof.faults(draft);
    }

    /// 导入: puts the draft in force from that day, all of it or nothing.
    ///
    /// What was in force and is not in the draft, or differs from it, ends on that day and stays in the tables.
    ///
    /// @throws jingwei.standards.RefusedException `land-faulty`, naming each fault, and `land-earlier-than-known` for a day
    ///         before the last import (BDR-03)
    @Transactional
    public void importLand(LandDraft draft, LocalDate from) {
        importLand(draft, from, List.of());
    }

    /// As {@link #importLand(LandDraft, LocalDate)}, with what became of cells that ended or were reshaped.
    @Transactional
    public void importLand(LandDraft draft, LocalDate from, List<CellSuccession> successions) {
        List<LandFault> faults = check(draft);
        if (!faults.isEmpty()) {
            throw Refusal.of(Refusal.Kind.UNPROCESSABLE, "land-faulty",
                    Text.of("网格成果有 " + faults.size() + " 处差错，未导入", "the land has " + faults.size()
                            + " faults; nothing was imported"),
                    Text.of("请按所列差错修改后重新导入", "correct the faults listed and import again"))
                    .missing(faults.stream().limit(FAULTS_SHOWN)
                            .map(fault -> fault.kind().word() + " " + fault.what().zh()).toList())
                    .under("BDR-03").asException();
        }
        store.lastChange().filter(last -> last.isAfter(from)).ifPresent(last -> {
            throw Refusal.of(Refusal.Kind.CONFLICT, "land-earlier-than-known",
                    Text.of("生效日期 " + from + " 早于上次导入的 " + last,
                            "the day " + from + " is before the last import of " + last),
                    Text.of("请填不早于 " + last + " 的日期", "give a day not before " + last))
                    .under("BDR-03").asException();
        });
        store.replace(draft, from);
        store.succeed(successions, from);
        land.changed();
    }
}
