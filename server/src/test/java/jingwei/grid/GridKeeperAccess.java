package jingwei.grid;

import java.util.List;

/// The proof of the land, for tests of other packages.
public final class GridKeeperAccess {

    private GridKeeperAccess() {
    }

    public static List<LandFault> faults(LandDraft draft) {
        return LandProof.faults(draft);
    }
}
