package jingwei.grid;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import jingwei.grid.store.LandStore;
import jingwei.standards.RegionCode;
import jingwei.standards.UnitGridCode;
import jingwei.tenancy.PerPlatform;
import org.springframework.stereotype.Component;

/// 本平台的土地: the picture of the platform being served, kept in memory and renewed when its tables change.
@Component
public class Land {

    private final PerPlatform<LandMap> pictures;
    private final LandStore store;

    Land(LandStore store, Clock clock) {
        this.store = store;
        this.pictures = new PerPlatform<>(clock, store::revision, store::load);
    }

    /// The picture in force now. Take it once a piece of work, so that all of it speaks of the same land.
    public LandMap current() {
        return pictures.get();
    }

    /// Grows with every change of the platform's land; 0 where nothing was imported yet.
    public long revision() {
        return store.revision();
    }

    /// 区划沿革: what became of the regions' codes.
    public List<RegionSuccessor> successors() {
        return store.successors();
    }

    /// 网格沿革: where the ground of a cell came from or went to, the newest change first.
    public List<CellSuccession> successions(UnitGridCode code) {
        return store.successions(code);
    }

    /// Every code a community ever gave to a cell, ended ones too: none is given twice.
    public Set<String> codesUsed(RegionCode community) {
        return store.codesUsed(community);
    }

    /// The open transaction has changed the land.
    void changed() {
        pictures.changed();
    }
}
