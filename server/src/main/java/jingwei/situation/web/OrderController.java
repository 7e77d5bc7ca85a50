package jingwei.situation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import jingwei.casework.CaseNumber;
import jingwei.casework.CaseRoom;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.notice.Notices;
import jingwei.notice.Recipient;
import jingwei.organization.Axis;
import jingwei.organization.Organization;
import jingwei.organization.Organizations;
import jingwei.organization.OrganizationKind;
import jingwei.organization.Post;
import jingwei.organization.PostKind;
import jingwei.organization.Unit;
import jingwei.situation.store.MessageTables;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.workcalendar.PlatformClock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// 大屏指令 (CMD-10): a message from the wall to a collector or a unit. It moves no case; a supervision order on a case is an act
/// and goes the way of acts. Collectors are the supervision center's to command, units the command center's; leaders reach both.
@RestController
@RequestMapping("/api/situation/messages")
@Tag(name = "overview")
class OrderController {

    private static final int LONGEST = 500;
    private static final int NEWEST = 100;

    private final MessageTables tables;
    private final Organizations organizations;
    private final Notices notices;
    private final CaseRoom cases;
    private final PlatformClock clock;

    OrderController(MessageTables tables, Organizations organizations, Notices notices, CaseRoom cases, PlatformClock clock) {
        this.tables = tables;
        this.organizations = organizations;
        this.notices = notices;
        this.cases = cases;
        this.clock = clock;
    }

    /// 新指令. @param to a collector's post or a unit, @param number a case it speaks of; may be left out
    @Schema(name = "NewWallMessage")
    record NewMessage(@Nullable String to, @Nullable String text, @Nullable String number) {
    }

    @GetMapping
    @Permit(Permission.SITUATION_ORDER)
    @Operation(summary = "已发指令，最新在前 messages sent from the wall, newest first")
    List<MessageTables.Message> list() {
        return tables.newest(NEWEST);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.SITUATION_ORDER)
    @Transactional
    @Operation(summary = "向采集员或单位发指令 send a message to a collector or a unit",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(value = """
                            {"to": "collector-1", "text": "请到王城公园东门复看", "number": null}"""))))
    MessageTables.Message send(@RequestBody NewMessage message) {
        Post from = cases.speaker().post();
        String to = Ask.code(message.to(), "to", "CMD-10");
        String text = Ask.text(message.text(), "text", LONGEST, "CMD-10");
        String number = message.number() == null || message.number().isBlank() ? null : known(message.number());
        Organization organization = organizations.current();
        Post post = organization.post(to).filter(Post::inForce).orElse(null);
        Unit unit = post == null ? organization.unit(to).filter(Unit::inForce).orElse(null) : null;
        List<Post> receivers = post != null ? List.of(post) : unit != null ? organization.handlersOf(unit.id()) : List.of();
        boolean collector = post != null && post.kind() == PostKind.COLLECTOR;
        boolean handling = unit != null && unit.kind() == OrganizationKind.UNIT;
        if (!collector && !handling || receivers.isEmpty()) {
            throw Ask.wrong("no-such-receiver", "CMD-10", "“" + to + "”不是采集员岗位或有人的责任单位",
                    "\"" + to + "\" is no collector's post and no unit that has handlers", "请在地图或单位排名中选择", "choose one on the map or in the ranking");
        }
        refuseWrongAxis(Objects.requireNonNull(from.axis()), collector);
        receivers.forEach(one -> notices.send(new Recipient.ToPost(one.id()), Text.of("指令（" + from.name() + "）：" + text,
                "order from " + from.id() + ": " + text), number == null ? null : "/office/cases/" + number));
        return tables.append(from.id(), collector ? "post" : "unit", to, text, number, clock.now());
    }

    private String known(String number) {
        CaseNumber wanted = CaseNumber.of(number);
        return cases.find(wanted, cases.speaker()).orElseThrow(() -> Ask.missing("no-such-case", "CMD-10", "没有案件 " + number,
                "there is no case " + number, "请核对编号，或不填", "check the number, or leave it out")).number().value();
    }

    private static void refuseWrongAxis(Axis axis, boolean collector) {
        Axis own = collector ? Axis.SUPERVISION : Axis.COMMAND;
        if (axis != own && axis != Axis.LEADERSHIP) {
            throw Refusal.of(Refusal.Kind.NOT_ALLOWED, "not-your-axis",
                    collector ? Text.of("采集员由监督中心指挥，指挥中心不直接指派", "collectors are commanded by the supervision center")
                            : Text.of("责任单位由指挥中心指挥，监督中心不直接指派", "units are commanded by the command center"),
                    collector ? Text.of("请交监督中心的值班长或受理员发出", "let a shift leader or an operator send it")
                            : Text.of("请交指挥中心的派遣员发出；对案件可以督办、催办", "let a dispatcher send it; a case can be expedited"))
                    .under(collector ? "A1" : "A2").whoCould(collector ? List.of("值班长", "受理员", "监督中心主任", "领导")
                            : List.of("派遣员", "指挥中心主任", "领导")).asException();
        }
    }
}
