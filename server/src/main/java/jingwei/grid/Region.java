package jingwei.grid;

import java.time.LocalDate;
import jingwei.standards.RegionCode;
import org.jspecify.annotations.Nullable;

/// 行政区划: a district, subdistrict or community with the time its code was in force. Level and parent follow from the code.
///
/// @param validFrom first day, as far as the editions at hand tell
/// @param validTo   day the code ended; null while in force
public record Region(RegionCode code, String name, LocalDate validFrom, @Nullable LocalDate validTo) {

    public boolean inForce() {
        return validTo == null;
    }
}
