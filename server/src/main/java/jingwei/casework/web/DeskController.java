package jingwei.casework.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import jingwei.casework.CaseLine;
import jingwei.casework.CaseNumber;
import jingwei.casework.CaseRoom;
import jingwei.casework.Performer;
import jingwei.casework.act.Refusals;
import jingwei.casework.desk.Desks;
import jingwei.casework.desk.Queue;
import jingwei.casework.store.SavedViews;
import jingwei.casework.store.Takings;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.organization.Post;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// 工作台 (COL-01, ACC-15, ACC-16): the queues of the post in use, cases in hand, kept views.
@RestController
@RequestMapping("/api/desk")
@Tag(name = "cooperation")
class DeskController {

    private static final int MOST = 10_000;
    private static final int PROPOSED = 100;

    private final CaseRoom room;
    private final Desks desks;
    private final Takings takings;
    private final SavedViews views;
    private final CaseViews drawn;

    DeskController(CaseRoom room, Desks desks, Takings takings, SavedViews views,
            CaseViews drawn) {
        this.room = room;
        this.desks = desks;
        this.takings = takings;
        this.views = views;
        this.drawn = drawn;
    }

    /// @param count null where it is not counted: the cases that are done grow for ever
    record QueueView(String queue, String name, @Nullable Long count) {
    }

    /// @param kind      kind of the post in use
    /// @param doneToday acts the post has performed today
    record DeskView(String post, String kind, List<QueueView> queues, long doneToday) {
    }

    record TakingView(String number, String kind, String post, String postName, Instant takenAt, Instant until, boolean mine) {
    }

    /// @param query as `GET /api/cases` takes it
    record ViewSheet(String name, String query, @Nullable Boolean shared) {
    }

    @GetMapping
    @Permit(Permission.CASE_READ)
    @Operation(summary = "我的工作台：各队列件数 the desk of the post in use, with its counts")
    DeskView desk(Locale locale) {
        Post post = room.speaker().post();
        Desks.Desk desk = desks.of(post);
        List<QueueView> queues = java.util.Arrays.stream(Queue.values())
                .map(queue -> new QueueView(queue.word(), queue.text().in(locale), desk.counts().get(queue))).toList();
        return new DeskView(post.id(), post.kind().word(), queues, desk.doneToday());
    }

    @GetMapping("/queues/{queue}")
    @Permit(Permission.CASE_READ)
    @Operation(summary = "队列中的案件，到期最早的在前 the cases of a queue, the nearest clock first")
    List<CaseLine> lines(@PathVariable String queue, @RequestParam(defaultValue = "500") int size) {
        Queue wanted = Queue.ofWord(queue).orElseThrow(() -> Refusal.of(Refusal.Kind.NOT_FOUND, "unknown-queue",
                Text.of("没有“" + queue + "”这个队列", "there is no queue \"" + queue + "\""),
                Text.of("队列名称见 /api/desk", "the queues are listed at /api/desk")).under("COL-01").asException());
        return desks.lines(wanted, room.speaker().post(), Math.clamp(size, 1, MOST));
    }

    @GetMapping("/proposals")
    @Permit(Permission.CASE_READ)
    @Operation(summary = "队列中各案的派遣建议和理由 proposed unit and reason for cases of a queue")
    List<CaseAnswers.QueueProposal> proposals(@RequestParam List<String> numbers, Locale locale) {
        Performer speaker = room.speaker();
        return numbers.stream().limit(PROPOSED).flatMap(number -> room.find(CaseNumber.of(number), speaker).stream()).map(found -> {
            CaseAnswers.ProposalView said = drawn.proposal(found, locale);
            return new CaseAnswers.QueueProposal(found.number(), found.version(), said.unit(), said.unitName(), said.reason(), said.limit());
        }).toList();
    }

    @GetMapping("/takings")
    @Permit(Permission.CASE_READ)
    @Operation(summary = "正在被办理的案件 cases that somebody has in hand now")
    List<TakingView> takings() {
        Performer speaker = room.speaker();
        return takings.all().stream().filter(taking -> room.find(CaseNumber.of(taking.number()), speaker).isPresent())
                .map(taking -> view(taking, speaker)).toList();
    }

    @PutMapping("/takings/{number}")
    @Permit(Permission.CASE_ACT)
    @Operation(summary = "占用案件，或续占；答复实际占用人 take a case in hand, or go on holding it",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = false, content = @Content(
                    examples = @ExampleObject(value = "{}"))))
    TakingView take(@PathVariable String number) {
        Performer speaker = room.speaker();
        return view(takings.take(found(number, speaker), speaker), speaker);
    }

    @DeleteMapping("/takings/{number}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.CASE_ACT)
    @Operation(summary = "解除占用；值班长可解除他人的 let go of a case; the shift leader also for others")
    void release(@PathVariable String number) {
        Performer speaker = room.speaker();
        takings.release(found(number, speaker), speaker);
    }

    @GetMapping("/views")
    @Permit(Permission.CASE_READ)
    @Operation(summary = "常用查询 kept views")
    List<SavedViews.View> views() {
        return views.of(room.speaker().person());
    }

    @PutMapping("/views/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.CASE_READ)
    @Operation(summary = "保存常用查询 keep a view",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(value = """
                            {"name": "热线在办", "query": "source=HOTLINE&open=true", "shared": false}"""))))
    void keep(@PathVariable UUID id, @RequestBody ViewSheet sheet) {
        views.keep(id, room.speaker().person(), sheet.name(), sheet.query(), Boolean.TRUE.equals(sheet.shared()));
    }

    @DeleteMapping("/views/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.CASE_READ)
    @Operation(summary = "删除常用查询 forget a view")
    void forget(@PathVariable UUID id) {
        views.forget(id, room.speaker().person());
    }

    private CaseNumber found(String number, Performer speaker) {
        CaseNumber wanted = CaseNumber.of(number);
        return room.find(wanted, speaker).orElseThrow(() -> Refusals.noSuchCase(wanted).asException()).number();
    }

    private TakingView view(Takings.Taking taking, Performer speaker) {
        return new TakingView(taking.number(), taking.kind(), taking.post(),
                room.around().organization().post(taking.post()).map(Post::name).orElse(taking.post()), taking.takenAt(),
                taking.until(), taking.person().equals(speaker.person()));
    }
}
