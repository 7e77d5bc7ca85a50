package jingwei.exchange.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jingwei.casework.ActPerformed;
import jingwei.casework.Case;
import jingwei.exchange.store.LinkTables.Link;
import jingwei.exchange.store.ExchangeSettings;
import jingwei.exchange.store.ExchangeSettings.Whose;
import jingwei.organization.Organizations;
import jingwei.organization.Post;
import jingwei.organization.PostKind;
import jingwei.process.Act;
import jingwei.standards.LimitUnit;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import jingwei.workcalendar.Calendars;
import jingwei.workcalendar.PlatformClock;
import jingwei.workcalendar.WorkCalendar;
import org.springframework.stereotype.Component;

/// 两级权限: what a platform may not decide alone about a case another one gave it, and who commands in which area. Said inside
/// the act's transaction, so that a refused act has not happened (workflow.md chapter 6).
@Component
class Borders {

    private static final Set<Act> CLOSING = EnumSet.of(Act.CLOSE, Act.CLOSE_SHORT, Act.APPROVE_SETTLEMENT);
    private static final Set<Act> ENDING = EnumSet.of(Act.ANNUL, Act.REFUSE_FILING, Act.DECLINE, Act.MERGE, Act.MARK_DUPLICATE);

    /// A letter is seldom longer on its way; after a cut line a shorter limit has to be given.
    private static final Duration ON_THE_WAY = Duration.ofMinutes(30);

    private final ExchangeSettings settings;
    private final Organizations organizations;
    private final PlatformClock clock;
    private final Calendars calendars;

    Borders(ExchangeSettings settings, Organizations organizations, PlatformClock clock, Calendars calendars) {
        this.settings = settings;
        this.organizations = organizations;
        this.clock = clock;
        this.calendars = calendars;
    }

    /// @throws RefusedException `giver-closes`, `giver-agrees-first`, `giver-grants-holds`, `beyond-the-giver`
    void holdTaker(ActPerformed performed, Link link) {
        Act act = performed.act().act();
        Case after = performed.after();
        PostKind kind = organizations.current().post(performed.act().post()).map(Post::kind).orElseThrow();
        if (kind == PostKind.SUPERVISION_GATEWAY || kind == PostKind.COMMAND_GATEWAY) {
            return;
        }
        if (CLOSING.contains(act) && !link.has("closed")) {
            throw refuse("giver-closes", "这是" + link.partner() + "交办的案件，由交办方核查结案",
                    "the platform that gave this case closes it", "完成后系统会自动上报，请等交办方的结案通知",
                    "the result is reported by itself; wait for its notice");
        }
        if (ENDING.contains(act) && !link.has("return")) {
            throw refuse("giver-agrees-first", "这是" + link.partner() + "交办的案件，未经其同意不能“" + act.text().zh() + "”",
                    "the platform that gave this case has not agreed", "请在“数据交换”里申请退回，说明理由", "ask to give it back first");
        }
        if (act == Act.GRANT_HOLD && after.isHeld() && !link.has("hold")) {
            throw refuse("giver-grants-holds", "交办案件的挂账须先由交办方同意", "a hold of a given case is for the giver to grant",
                    "申请已自动报送交办方，请等答复", "it has been asked; wait for its decision");
        }
        Instant due = link.due();
        Instant own = after.handlingDue().orElse(null);
        if (due == null || own == null || !own.isAfter(due)) {
            return;
        }
        if ((act == Act.GRANT_EXTENSION || act == Act.DISPATCH && due.isAfter(clock.now())) && longer(after, due, own)) {
            throw refuse("beyond-the-giver", "截止时间会晚于交办方给定的 " + local(due), "the deadline would be later than the giver's " + due,
                    act == Act.DISPATCH ? "请给出更短的时限，或先向交办方申请延期" : "请等交办方同意延期，或同意较短的时限",
                    "give a shorter limit, or wait until the giver has granted more");
        }
    }

    /// 同长的时限不算多给: the giver's own limit, begun here, ends later by the time the case was on the way and on the desk. Only what goes beyond
    /// that is more than was given; the giver's clock runs on by its own limit whatever is dispatched here.
    private boolean longer(Case taken, Instant due, Instant own) {
        Case.Assignment dispatched = Objects.requireNonNull(taken.assignment(), "a dispatched case has its unit");
        LimitUnit unit = dispatched.limit().unit();
        WorkCalendar calendar = calendars.current();
        Duration waited = calendar.elapsed(taken.begunAt(), dispatched.at(), unit);
        return calendar.elapsed(due, own, unit).compareTo(waited.plus(ON_THE_WAY)) > 0;
    }

    /// Who commands in the case's area. @throws RefusedException `they-command-here`, `we-command-here`
    void holdArea(ActPerformed performed, boolean toPartner) {
        Act act = performed.act().act();
        Optional<ExchangeSettings.Area> area = settings.area(performed.after().spot().community());
        if (area.isEmpty() || performed.after().reported().number() != null) {
            return;
        }
        if (act == Act.DISPATCH && area.get().command() == Whose.THEIRS) {
            throw refuse("they-command-here", "此区域由" + area.get().partner() + "指挥，本级不直接派遣责任单位",
                    area.get().partner() + " commands in this area", "请“转协同平台”", "transfer the case to it");
        }
        if (act == Act.TRANSFER && toPartner && area.get().command() == Whose.OURS) {
            throw refuse("we-command-here", "此区域由本级指挥，不转协同平台", "this platform commands in this area",
                    "请派遣责任单位，或由管理员改运行模式", "dispatch to a unit, or have the operating model changed");
        }
    }

    /// Whether the partner alone supervises where the case lies: its check is then the check.
    boolean theySupervise(Case c) {
        return settings.area(c.spot().community()).filter(area -> area.supervision() == Whose.THEIRS).isPresent();
    }

    private static String local(Instant at) {
        return at.atZone(java.time.ZoneId.of("Asia/Shanghai")).toLocalDateTime().withNano(0).toString().replace('T', ' ');
    }

    private static RefusedException refuse(String code, String zh, String en, String remedyZh, String remedyEn) {
        return Refusal.of(Refusal.Kind.CONFLICT, code, Text.of(zh, en), Text.of(remedyZh, remedyEn)).under("COL-15").asException();
    }
}
