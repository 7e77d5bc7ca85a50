package jingwei.intake;

import java.util.List;
import jingwei.casework.CaseLine;
import jingwei.casework.CaseRoom;
import jingwei.casework.Performer;
import jingwei.grid.GeoPoint;
import jingwei.organization.Axis;
import jingwei.organization.PostKind;
import jingwei.standards.ClassCode;
import org.springframework.stereotype.Component;

/// 受理席: who may sit here: the supervision center, but no collector.
@Component
public class Desk {

    private final CaseRoom room;

    Desk(CaseRoom room) {
        this.room = room;
    }

    /// @throws jingwei.standards.RefusedException `intake-not-yours`
    public Performer speaker() {
        Performer speaker = room.speaker();
        if (speaker.post().axis() != Axis.SUPERVISION || speaker.post().kind() == PostKind.COLLECTOR) {
            throw IntakeRefusals.notYours();
        }
        return speaker;
    }

    /// 疑似重复 (ACC-09) before there is a case: of the class, near the point, nearest first.
    public List<CaseLine> duplicates(String classCode, GeoPoint point) {
        return room.probableDuplicates(ClassCode.of(classCode), point);
    }
}
