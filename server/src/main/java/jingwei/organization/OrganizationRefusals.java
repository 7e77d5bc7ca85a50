package jingwei.organization;

import java.util.List;
import jingwei.standards.Refusal;
import jingwei.standards.Refusal.Kind;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;

/// 机构岗位维护的拒绝.
final class OrganizationRefusals {

    private OrganizationRefusals() {
    }

    static RefusedException otherAxis(Post wanted, List<Post> held) {
        String names = String.join("、", held.stream().map(Post::name).toList());
        return Refusal.of(Kind.CONFLICT, "other-axis",
                Text.of("此人已在另一个轴任职" + (names.isEmpty() ? "" : "（" + names + "）") + "，不能再任“" + wanted.name() + "”",
                        "the person sits on another axis already and cannot hold " + wanted.id()),
                Text.of("先结束另一轴的任岗，或另派他人；两轴分立按自然人判断，换账号也不行",
                        "end the other holding first or choose somebody else; the axes are separated by person, "
                                + "whatever the account")).under("SEC-01").asException();
    }

    static RefusedException otherSide(Post wanted, List<Post> held) {
        if (!wanted.kind().administers() || held.stream().noneMatch(post -> post.kind().administers())) {
            return otherAxis(wanted, held);
        }
        return Refusal.of(Kind.CONFLICT, "other-administrator",
                Text.of("此人已任“" + held.getFirst().name() + "”，不能再任“" + wanted.name() + "”：系统、安全、审计三员不得兼任",
                        "the person holds " + held.getFirst().id() + " and cannot hold " + wanted.id()
                                + ": the system, security and audit administrators are three people"),
                Text.of("请另派他人", "choose somebody else")).under("SEC-05").asException();
    }

    static RefusedException own() {
        return Refusal.of(Kind.NOT_ALLOWED, "own-appointment",
                Text.of("不能任免自己的岗位", "nobody appoints or dismisses himself"),
                Text.of("请由另一位有任免权的管理员办理", "ask another administrator who appoints")).under("SEC-05").asException();
    }

    static RefusedException tasksWaiting(Post post, long left) {
        return Refusal.of(Kind.CONFLICT, "tasks-waiting",
                Text.of("“" + post.name() + "”还有 " + left + " 件案件待办，离任后无人接手",
                        left + " cases wait at " + post.id() + ", and nobody would be left for them"),
                Text.of("请同时指定接任人，案件随岗位移交", "name a successor; the cases stay with the post"))
                .under("APM-01").missing(List.of("successor")).asException();
    }

    static RefusedException postAxis(PostKind kind, Unit unit) {
        return Refusal.of(Kind.CONFLICT, "post-axis",
                Text.of("“" + kind.text().zh() + "”岗位不能设在“" + unit.name() + "”：两者不在同一轴",
                        "a post of kind " + kind.word() + " cannot belong to " + unit.id() + ": not the same axis"),
                Text.of("把岗位设在同轴的机构下", "put the post into an organization of its own axis"))
                .under("SEC-01").asException();
    }

    static RefusedException teamAxis() {
        return Refusal.of(Kind.UNPROCESSABLE, "team-parent",
                Text.of("班组必须隶属监督中心、指挥中心、责任单位或它们的班组",
                        "a team belongs to a supervision center, a command center, a responsible unit or a team of one"),
                Text.of("请选择上级机构", "choose the organization above it")).under("SEC-01")
                .missing(List.of("parent")).asException();
    }

    static RefusedException circle(String id) {
        return Refusal.of(Kind.UNPROCESSABLE, "organization-circle",
                Text.of("机构“" + id + "”不能隶属它自己的下级", id + " cannot stand below itself"),
                Text.of("请选择别的上级机构", "choose another organization above it")).under("APM-01").asException();
    }

    static RefusedException noSuch(String what, String en, String id) {
        return Refusal.of(Kind.NOT_FOUND, "no-such-" + en, Text.of("没有在用的" + what + "“" + id + "”",
                        "there is no " + en + " " + id + " in force"),
                Text.of("请核对标识，或先建立", "check the id, or make it first")).under("APM-01").asException();
    }

    static RefusedException taken(String id) {
        return Refusal.of(Kind.CONFLICT, "organization-taken",
                Text.of("标识“" + id + "”或名称已被使用；标识一经发出不再改用",
                        "the id " + id + " or the name is taken; an id is issued once"),
                Text.of("请换一个标识或名称", "choose another id or name")).under("APM-01").asException();
    }

    static RefusedException inUse(String id, List<String> left) {
        return Refusal.of(Kind.CONFLICT, "organization-in-use",
                Text.of("“" + id + "”还有在用的下级、岗位或任岗：" + String.join("、", left),
                        id + " still has: " + String.join(", ", left)),
                Text.of("先撤销或移走它们，再撤销本项", "end or move those first, then end this one"))
                .under("APM-01").missing(left).asException();
    }

    static RefusedException alreadyHeld(Post post) {
        return Refusal.of(Kind.CONFLICT, "already-held", Text.of("此人已任“" + post.name() + "”",
                        "the person holds " + post.id() + " already"),
                Text.of("无须再次任命", "nothing is left to do")).under("APM-01").asException();
    }

    static RefusedException malformed(String field) {
        return Refusal.of(Kind.MALFORMED, "field-malformed",
                Text.of("“" + field + "”缺失或格式不对", field + " is missing or malformed"),
                Text.of("标识用小写字母开头，只含小写字母、数字和连字符，最多 40 个字符；名称不能为空；星期至少一天",
                        "an id starts with a lower-case letter and holds lower-case letters, digits and hyphens, "
                                + "40 at most; a name is not empty; weekdays are one or more"))
                .missing(List.of(field)).asException();
    }
}
