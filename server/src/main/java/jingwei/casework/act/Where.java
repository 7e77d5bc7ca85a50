package jingwei.casework.act;

import jingwei.casework.Case;
import jingwei.casework.Particulars;
import jingwei.casework.Surroundings;
import jingwei.catalog.FilingCondition;
import jingwei.grid.GeoPoint;
import jingwei.grid.Location;
import jingwei.standards.ClassCode;
import jingwei.standards.ClassKind;
import org.jspecify.annotations.Nullable;

/// 定位与归类: derives the areas from the point (ACC-03) and the owners from the component (ACQ-05).
public final class Where {

    private Where() {
    }

    /// @throws jingwei.standards.RefusedException `outside-every-grid`
    public static Case.Spot spot(Situation situation, GeoPoint point, @Nullable GeoPoint fix, @Nullable String address) {
        Location location = situation.around().land().locateOrRefuse(point);
        Location.Beat beat = location.dutyGrid();
        return new Case.Spot(point, fix, address == null ? location.community().name() : address,
                location.unitGrid().toString(), location.community().code().toString(),
                location.subdistrict().code().toString(), location.district().code().toString(),
                beat == null ? null : beat.code(), location.areaClass());
    }

    /// @throws jingwei.standards.RefusedException `unknown-class`, `unknown-component`, `component-of-other-class`
    public static Case.Subject subject(Situation situation, Particulars particulars) {
        ClassCode code = ClassCode.of(particulars.classCode());
        if (situation.around().sheet().entry(code).isEmpty()) {
            throw Refusals.wrong("unknown-class", "APM-04", "分类中没有小类 " + code, "the catalog has no class " + code,
                    "请从分类目录中选择", "choose a class of the catalog");
        }
        if (particulars.condition() != null) {
            condition(situation, code, particulars.condition());
        }
        if (particulars.component() == null) {
            return new Case.Subject(code, particulars.condition(), null, null, null);
        }
        Surroundings.KnownComponent component = situation.around().component(particulars.component())
                .orElseThrow(() -> Refusals.wrong("unknown-component", "ACQ-05",
                        "没有标识码为 " + particulars.component() + " 的部件",
                        "there is no component " + particulars.component(), "请在地图上重新选取部件，或不填标识码",
                        "pick the component on the map again, or leave the code out"));
        if (code.kind() != ClassKind.COMPONENT || !component.minorClass().equals(code.minor())) {
            throw Refusals.wrong("component-of-other-class", "ACQ-05",
                    "部件 " + component.code() + " 的小类是 " + component.minorClass() + "，不是 " + code.minor(),
                    "the component is of class " + component.minorClass(), "请改小类或重新选取部件",
                    "change the class or pick another component");
        }
        return new Case.Subject(code, particulars.condition(), component.code(), component.owner(),
                component.maintainer());
    }

    /// A filing condition of the sheet in force. @throws jingwei.standards.RefusedException `unknown-condition`
    static FilingCondition condition(Situation situation, ClassCode code, int number) {
        return situation.around().sheet().condition(code, number)
                .orElseThrow(() -> Refusals.wrong("unknown-condition", "ACC-07",
                        "立案结案规范中小类 " + code + " 没有第 " + number + " 项立案条件",
                        "the sheet has no condition " + number + " for " + code, "请从该小类的立案条件中选择",
                        "choose one of the conditions of the class"));
    }
}
