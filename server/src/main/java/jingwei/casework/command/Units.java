package jingwei.casework.command;

import jingwei.casework.act.Refusals;
import jingwei.casework.act.Situation;
import jingwei.organization.Axis;
import jingwei.organization.PostKind;
import jingwei.organization.Unit;

/// 责任单位的选择: a case goes only to a unit that handles and can be reached.
final class Units {

    private Units() {
    }

    /// @param platform whether another platform is meant, not a unit of this one
    static void fit(Situation situation, String id, boolean platform) {
        var organization = situation.around().organization();
        Unit unit = organization.unit(id).filter(u -> u.inForce() && u.axis() == Axis.HANDLING)
                .orElseThrow(() -> Refusals.wrong("no-such-unit", "COL-04", "没有责任单位 " + id,
                        "there is no responsible unit " + id, "请从责任单位名录中选择", "choose from the responsible units"));
        boolean partner = !organization.postsOfOrganization(id, PostKind.PARTNER).isEmpty();
        if (platform != partner) {
            throw Refusals.wrong(platform ? "not-a-platform" : "is-a-platform", "T16",
                    platform ? unit.name() + " 不是协同平台" : unit.name() + " 是另一个平台，请用“转协同平台”",
                    platform ? id + " is no other platform" : id + " is another platform; transfer to it",
                    "请改选单位或动作", "choose another unit or act");
        }
        if (!unit.joined() && !situation.theCase().trial()) {
            throw Refusals.wrong("unit-not-joined", "COL-04", unit.name() + " 尚未接入，正式运行时不能派遣",
                    id + " has not joined yet; only a platform on trial dispatches to it by printed order",
                    "请先为该单位建立岗位和账号", "give the unit its posts and accounts first");
        }
    }
}
