package jingwei.exchange.carriage;

import java.util.List;
import jingwei.tenancy.PlatformId;

/// 邮包: letters of one platform for another, in order; an empty one asks only whether the line is alive.
public record Bundle(PlatformId from, PlatformId to, List<Sealed> letters) {

    public Bundle {
        letters = List.copyOf(letters);
    }
}
