package jingwei.exchange.cases;

import jingwei.casework.ActRequest;
import jingwei.casework.Case;
import jingwei.casework.CaseRoom;
import jingwei.process.Act;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/// 部门来件立卷: a report another department sends, begun by the supervision side's exchange post (T03).
@Component
public class DepartmentReports {

    private final CaseRoom room;
    private final Gateways gateways;

    DepartmentReports(CaseRoom room, Gateways gateways) {
        this.room = room;
        this.gateways = gateways;
    }

    /// @param said particulars of the import
    /// @throws jingwei.standards.RefusedException whatever the act refuses, `no-exchange-post`
    public Case begin(ObjectNode said) {
        return room.perform(ActRequest.begin(Act.IMPORT, gateways.particulars(said, List.of())), gateways.supervision()).theCase();
    }
}
