package jingwei.basemap.update;

import java.util.ArrayList;
import java.util.List;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/// Collects what a check finds; keeps the first of them and counts all.
final class FaultList {

    static final int KEPT = 5000;

    private final List<UpdateFault> kept = new ArrayList<>();
    private long faults;
    private long warnings;

    void fault(String kind, long record, String subject, Text what, @Nullable Geometry place) {
        faults++;
        keep(UpdateFault.Severity.FAULT, kind, record, subject, what, place);
    }

    void warning(String kind, long record, String subject, Text what, @Nullable Geometry place) {
        warnings++;
        keep(UpdateFault.Severity.WARNING, kind, record, subject, what, place);
    }

    void refused(RefusedException e, long record, String subject, @Nullable Geometry place) {
        Refusal refusal = e.refusal();
        fault(refusal.code(), record, subject, refusal.what(), place);
    }

    private void keep(UpdateFault.Severity severity, String kind, long record, String subject, Text what,
            @Nullable Geometry place) {
        if (kept.size() < KEPT) {
            kept.add(new UpdateFault(kept.size() + 1, severity, kind, record, subject, what, place, false, null));
        }
    }

    List<UpdateFault> kept() {
        return kept;
    }

    long faults() {
        return faults;
    }

    long warnings() {
        return warnings;
    }
}
