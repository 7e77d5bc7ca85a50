package jingwei.exchange.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import jingwei.exchange.Outbox;
import jingwei.exchange.cases.CaseRepair;
import jingwei.exchange.cases.Inbox;
import jingwei.exchange.store.InboxTables;
import jingwei.exchange.store.LinkTables;
import jingwei.exchange.store.LinkTables.Link;
import jingwei.exchange.store.OutboxTables;
import jingwei.exchange.web.ExchangeViews.LetterView;
import jingwei.exchange.web.ExchangeViews.LinkView;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.tenancy.PlatformId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// 信件案头: both boxes, one case's correspondence as a conversation, resending, and what waits for a person.
@RestController
@RequestMapping("/api/exchange")
@Tag(name = "exchange")
class LetterDeskController {

    private static final int MOST = 200;

    private final OutboxTables outbox;
    private final InboxTables inbox;
    private final LinkTables links;
    private final Outbox post;
    private final Inbox applying;
    private final CaseRepair repair;
    private final JsonMapper json;

    LetterDeskController(OutboxTables outbox, InboxTables inbox, LinkTables links, Outbox post, Inbox applying, CaseRepair repair,
            JsonMapper json) {
        this.outbox = outbox;
        this.inbox = inbox;
        this.links = links;
        this.post = post;
        this.applying = applying;
        this.repair = repair;
        this.json = json;
    }

    /// 理由.
    @Schema(name = "ExchangeReason")
    record Reason(@Nullable String reason) {
    }

    /// 办理后的状态.
    @Schema(name = "ExchangeApplied")
    record Applied(String state) {
    }

    /// 一案的往来.
    @Schema(name = "ExchangeConversation")
    record Conversation(List<LinkView> links, List<LetterView> letters) {
    }

    @GetMapping("/outbox")
    @Permit(Permission.EXCHANGE_READ)
    @Transactional(readOnly = true)
    @Operation(summary = "发件箱，最新在前 letters out, newest first; state WAITING, PARKED, RECEIVED or REFUSED")
    List<LetterView> out(@RequestParam(required = false) @Nullable String partner, @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "50") int size) {
        return outbox.list(Reading.partner(partner), state, Math.clamp(size, 1, MOST)).stream()
                .map(each -> LetterView.of(each, false, json)).toList();
    }

    @GetMapping("/inbox")
    @Permit(Permission.EXCHANGE_READ)
    @Transactional(readOnly = true)
    @Operation(summary = "收件箱，最新在前 letters in, newest first; state WAITING, DONE, REFUSED or PERSON")
    List<LetterView> in(@RequestParam(required = false) @Nullable String partner, @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "50") int size) {
        return inbox.list(Reading.partner(partner), state, Math.clamp(size, 1, MOST)).stream()
                .map(each -> LetterView.of(each, false, json)).toList();
    }

    @GetMapping("/cases")
    @Permit(Permission.EXCHANGE_READ)
    @Transactional(readOnly = true)
    @Operation(summary = "两级案件 cases shared with other platforms, last changed first")
    List<LinkView> cases(@RequestParam(required = false) @Nullable String partner, @RequestParam(defaultValue = "50") int size) {
        return links.newest(Reading.partner(partner), Math.clamp(size, 1, MOST)).stream().map(LinkView::of).toList();
    }

    @GetMapping("/cases/{number}")
    @Permit(Permission.EXCHANGE_READ)
    @Transactional(readOnly = true)
    @Operation(summary = "一案的全部往来信件 one case's letters as a conversation")
    Conversation conversation(@PathVariable String number) {
        List<Link> known = links.ofOurs(number);
        List<LetterView> letters = new ArrayList<>();
        for (Link link : known) {
            outbox.ofCase(link.partner(), link.ours()).forEach(each -> letters.add(LetterView.of(each, true, json)));
            if (link.theirs() != null) {
                inbox.ofCase(link.partner(), link.theirs()).forEach(each -> letters.add(LetterView.of(each, true, json)));
            }
        }
        letters.sort(Comparator.comparing(LetterView::at));
        return new Conversation(known.stream().map(LinkView::of).toList(), letters);
    }

    @PostMapping("/cases/{number}/returns")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.EXCHANGE_ACT)
    @Operation(summary = "申请退回交办方 ask the platform that gave the case to take it back", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"reason": "该路段属市管道路"}"""))))
    void askReturn(@PathVariable String number, @RequestBody Reason given) {
        repair.askReturn(number, Reading.need("reason", given.reason()));
    }

    @PostMapping("/outbox/{id}/resendings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.EXCHANGE_ACT)
    @Operation(summary = "重发一封信 send a letter again", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("{}"))))
    void resend(@PathVariable UUID id) {
        OutboxTables.Outgoing letter = outbox.find(id).orElseThrow(() -> Refusal.of(Refusal.Kind.NOT_FOUND, "no-such-letter",
                Text.of("没有这封信", "there is no such letter"), Text.of("请从发件箱里选择", "choose from the outbox")).under("EXC-06")
                .asException());
        outbox.resend(letter.id());
        post.wakeAfterCommit(letter.partner());
    }

    @PostMapping("/inbox/{partner}/{id}/applications")
    @Permit(Permission.EXCHANGE_ACT)
    @Operation(summary = "重新办理等人处理的来信 apply again a letter that waits for a person", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("{}"))))
    Applied apply(@PathVariable String partner, @PathVariable UUID id) {
        return new Applied(applying.applyAgain(PlatformId.of(partner), id, Reading.post()));
    }

    @PostMapping("/inbox/{partner}/{id}/declinations")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.EXCHANGE_ACT)
    @Operation(summary = "不接受等人处理的来信 decline a letter that waits for a person", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"reason": "小类本县不适用"}"""))))
    void decline(@PathVariable String partner, @PathVariable UUID id, @RequestBody Reason given) {
        applying.decline(PlatformId.of(partner), id, Reading.need("reason", given.reason()), Reading.post());
    }

    @GetMapping("/copies")
    @Permit(Permission.EXCHANGE_READ)
    @Transactional(readOnly = true)
    @Operation(summary = "下级自办案件 cases of the counties' own, for the city to see")
    List<CopyView> copies(@RequestParam(required = false) @Nullable String partner, @RequestParam(defaultValue = "50") int size) {
        return links.copies(Reading.partner(partner), Math.clamp(size, 1, MOST)).stream().map(c -> new CopyView(c.partner().value(),
                c.number(), c.stage(), c.act(), c.round(), c.classCode(), c.address(), c.longitude(), c.latitude(), c.description(),
                c.unit(), c.due(), c.begunAt(), c.changedAt())).toList();
    }

    /// 副本.
    @Schema(name = "ExchangeCopyView")
    record CopyView(String partner, String number, String stage, String act, int round, String classCode, String address, double longitude,
            double latitude, String description, @Nullable String unit, java.time.@Nullable Instant due, java.time.Instant begunAt,
            java.time.Instant changedAt) {
    }
}
