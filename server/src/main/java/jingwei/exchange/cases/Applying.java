package jingwei.exchange.cases;

import jingwei.tenancy.PlatformId;

/// 正在办理来信: what a letter brought is not told back to the platform it came from.
final class Applying {

    static final ScopedValue<PlatformId> FROM = ScopedValue.newInstance();

    private Applying() {
    }

    static boolean from(PlatformId partner) {
        return FROM.isBound() && FROM.get().equals(partner);
    }
}
