package jingwei.component;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import jingwei.grid.GeoPoint;
import jingwei.standards.ClassCode;
import jingwei.standards.ComponentCode;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.standards.UnitGridCode;
import org.jspecify.annotations.Nullable;

/// 部件: one thing a city answers for, as it is now.
///
/// @param classCode       小类; must be the one the code contains
/// @param competentUnit   主管部门, id of a unit; null where unknown
/// @param owningUnit      权属单位, id of a unit; null where unknown
/// @param maintainingUnit 养护单位, id of a unit; null where unknown
/// @param unitGrid        the cell it stands in
/// @param source          数据来源: 实测, 地形图, 调绘, 其他
/// @param extra           what only its class has, by name, e.g. the name of a bus stop
public record ManagedComponent(ComponentCode code, ClassCode classCode, String name, @Nullable String competentUnit,
        @Nullable String owningUnit, @Nullable String maintainingUnit, UnitGridCode unitGrid, GeoPoint at,
        ComponentState state, LocalDate recordedOn, @Nullable LocalDate changedOn, String source,
        @Nullable String note, Map<String, String> extra) {

    /// Refuses a class that is not the code's own: `component-class-differs` (BDR-04).
    public ManagedComponent {
        extra = Collections.unmodifiableMap(new TreeMap<>(extra));
        if (code.classCode().filter(classCode::equals).isEmpty()) {
            throw Refusal.of(Refusal.Kind.UNPROCESSABLE, "component-class-differs",
                    Text.of("部件标识码 " + code + " 与小类 " + classCode.minor() + " 不符",
                            "the code " + code + " is not of the class " + classCode.minor()),
                    Text.of("标识码第 7 至 10 位就是小类代码，请核对", "digits 7 to 10 of the code are its class"))
                    .under("BDR-04").asException();
        }
    }

    public ManagedComponent in(ComponentState newState, LocalDate on) {
        return new ManagedComponent(code, classCode, name, competentUnit, owningUnit, maintainingUnit, unitGrid, at,
                newState, recordedOn, on, source, note, extra);
    }

    /// Moved to another place; the code stays.
    public ManagedComponent movedTo(GeoPoint place, UnitGridCode cell, LocalDate on) {
        return new ManagedComponent(code, classCode, name, competentUnit, owningUnit, maintainingUnit, cell, place,
                state, recordedOn, on, source, note, extra);
    }
}
