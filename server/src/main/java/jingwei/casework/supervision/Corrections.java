package jingwei.casework.supervision;

import java.util.Set;
import jingwei.casework.Case;
import jingwei.casework.Field;
import jingwei.casework.Particulars;
import jingwei.casework.act.Situation;
import jingwei.casework.act.Where;
import org.jspecify.annotations.Nullable;

/// 更正: class, condition, component and place may be corrected by the supervision axis until the case is filed.
final class Corrections {

    /// What may be corrected, and the opinion that says why.
    static final Set<Field> FIELDS = Set.of(Field.OPINION, Field.CLASS_CODE, Field.CONDITION, Field.COMPONENT, Field.POINT,
            Field.ADDRESS);

    private Corrections() {
    }

    static Case apply(Situation situation, Particulars given) {
        Case corrected = situation.theCase();
        if (given.point() != null) {
            corrected = corrected.withSpot(Where.spot(situation, given.point(),
                    either(given.fix(), corrected.spot().fix()), either(given.address(), corrected.spot().address())));
        }
        if (given.classCode() != null || given.condition() != null || given.component() != null) {
            Case.Subject known = corrected.subject();
            boolean sameClass = given.classCode() == null || given.classCode().equals(known.classCode().toString());
            corrected = corrected.withSubject(Where.subject(situation, withClass(given,
                    sameClass ? known.classCode().toString() : given.classCode(),
                    either(given.condition(), sameClass ? known.condition() : null),
                    either(given.component(), sameClass ? known.component() : null))));
        }
        return corrected;
    }

    private static <T> @Nullable T either(@Nullable T given, @Nullable T known) {
        return given != null ? given : known;
    }

    private static Particulars withClass(Particulars p, @Nullable String classCode, @Nullable Integer condition,
            @Nullable String component) {
        return new Particulars(p.opinion(), p.reason(), p.evidence(), p.source(), p.reporter(), p.description(),
                classCode, condition, component, p.point(), p.fix(), p.address(), p.collector(), p.unit(),
                p.supporting(), p.limit(), p.until(), p.original(), p.into(), p.parts(), p.order(), p.number(),
                p.closing(), p.extra());
    }
}
