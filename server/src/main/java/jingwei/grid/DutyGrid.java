package jingwei.grid;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.Collections;
import jingwei.standards.UnitGridCode;
import org.jspecify.annotations.Nullable;

/// 责任网格: a collector's beat, made of whole unit grids; a unit grid lies in one duty grid at most.
///
/// @param code    the platform's own code, never reused
/// @param validTo day it ended; null while in force
public record DutyGrid(String code, String name, Set<UnitGridCode> cells, LocalDate validFrom,
        @Nullable LocalDate validTo) {

    public DutyGrid {
        cells = Collections.unmodifiableSet(new TreeSet<>(cells));
    }

    public static DutyGrid of(String code, String name, Set<UnitGridCode> cells, LocalDate validFrom) {
        return new DutyGrid(code, name, cells, validFrom, null);
    }
}
