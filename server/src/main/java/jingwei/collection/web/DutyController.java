package jingwei.collection.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jingwei.casework.Performer;
import jingwei.collection.Attendance;
import jingwei.collection.AttendanceBook;
import jingwei.collection.CollectionRefusals;
import jingwei.collection.Fix;
import jingwei.collection.Leaves;
import jingwei.collection.Speakers;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// 考勤与请假 (ACQ-17, DEV-13).
@RestController
@RequestMapping("/api/collection")
@Tag(name = "collection")
class DutyController {

    private final AttendanceBook book;
    private final Leaves leaves;
    private final Speakers speakers;

    DutyController(AttendanceBook book, Leaves leaves, Speakers speakers) {
        this.book = book;
        this.leaves = leaves;
        this.speakers = speakers;
    }

    /// 考勤动作.
    enum DutyAct {
        IN, OUT, REST, RESUME
    }

    /// @param id     made by the phone; the same one again answers the first signing in
    /// @param sentAt what the phone's clock shows at the sending
    record DutySheet(@Nullable UUID id, @Nullable DutyAct act, @Nullable Fix fix, @Nullable Instant sentAt,
            @Nullable String device) {
    }

    record LeaveSheet(@Nullable UUID id, @Nullable Instant from, @Nullable Instant to, @Nullable String reason) {
    }

    record LeaveDecision(@Nullable Boolean granted, @Nullable String words) {
    }

    /// @param attendance absent off duty
    record OwnDuty(@Schema(description = "离岗时为空") @Nullable Attendance attendance, List<String> dutyGrids) {
    }

    @PostMapping("/attendance")
    @Permit(Permission.CASE_ACT)
    @Operation(summary = "签到、签退、休息、恢复 sign in or out of duty, rest, resume", requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(value = """
                            {"id": "0198f2a4-6c1e-7a55-b0d4-0c7f5d0f2a11", "act": "IN", "sentAt": "2026-11-28T01:00:05Z",
                             "fix": {"at": "2026-11-28T01:00:00Z", "longitude": 112.4412, "latitude": 34.6701,
                             "accuracy": 8}}"""))))
    Attendance mark(@RequestBody DutySheet sheet) {
        Performer who = speakers.collector();
        if (sheet.act() == null) {
            throw CollectionRefusals.malformed("act", "缺失", "is missing");
        }
        return switch (sheet.act()) {
            case IN -> {
                if (sheet.id() == null) {
                    throw CollectionRefusals.malformed("id", "缺失", "is missing");
                }
                yield book.signIn(sheet.id(), who, sheet.fix(), sheet.sentAt(), sheet.device());
            }
            case OUT -> book.signOut(who, sheet.fix(), sheet.sentAt());
            case REST -> book.rest(who, true, sheet.fix(), sheet.sentAt());
            case RESUME -> book.rest(who, false, sheet.fix(), sheet.sentAt());
        };
    }

    @GetMapping("/attendance/current")
    @Permit(Permission.CASE_READ)
    @Operation(summary = "本人现在的考勤和责任网格 one's own duty now")
    OwnDuty own() {
        Performer who = speakers.collector();
        return new OwnDuty(book.current(who.post().id()).orElse(null), book.dutyGrids(who.post().id(), now()));
    }

    @GetMapping("/attendance")
    @Permit(Permission.CASE_READ)
    @Operation(summary = "考勤记录 attendance in a period, newest first")
    List<Attendance> list(@RequestParam(required = false) @Nullable String post,
            @Schema(example = "2026-11-27T16:00:00Z") @RequestParam Instant from,
            @Schema(example = "2026-11-28T16:00:00Z") @RequestParam Instant to) {
        if (post == null) {
            speakers.leading();
        } else {
            speakers.mayLookAt(post);
        }
        return book.between(post, from, to);
    }

    @PostMapping("/leaves")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.CASE_ACT)
    @Operation(summary = "请假 ask for leave", requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(value = """
                            {"id": "0198f2a4-6c1e-7a55-b0d4-0c7f5d0f2a12", "from": "2026-11-30T00:00:00Z",
                             "to": "2026-11-30T10:00:00Z", "reason": "看病"}"""))))
    Leaves.Leave askLeave(@RequestBody LeaveSheet sheet) {
        if (sheet.id() == null || sheet.from() == null || sheet.to() == null || sheet.reason() == null) {
            throw CollectionRefusals.malformed("id", "、from、to、reason 均须填写", "from, to and reason are all needed");
        }
        return leaves.ask(sheet.id(), speakers.collector(), sheet.from(), sheet.to(), sheet.reason());
    }

    @GetMapping("/leaves")
    @Permit(Permission.CASE_READ)
    @Operation(summary = "请假申请，未批的在前 requests for leave, undecided first")
    List<Leaves.Leave> leaves(@RequestParam(required = false) @Nullable String post) {
        if (post == null) {
            speakers.leading();
        } else {
            speakers.mayLookAt(post);
        }
        return leaves.list(post);
    }

    @PostMapping("/leaves/{id}/decision")
    @Permit(Permission.CASE_ACT)
    @Operation(summary = "批假 decide a request for leave", requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(value = """
                            {"granted": true, "words": "同意"}"""))))
    ResponseEntity<Leaves.Leave> decideLeave(@PathVariable UUID id, @RequestBody LeaveDecision decision) {
        if (decision.granted() == null) {
            throw CollectionRefusals.malformed("granted", "缺失", "is missing");
        }
        return ResponseEntity.ok(leaves.decide(id, speakers.leading(), decision.granted(), decision.words()));
    }

    private Instant now() {
        return speakers.now();
    }
}
