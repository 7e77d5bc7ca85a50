package jingwei.intake.web;

import static jingwei.intake.IntakeRefusals.need;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import jingwei.casework.CaseLine;
import jingwei.casework.CaseNumber;
import jingwei.grid.GeoPoint;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.intake.CallBacks;
import jingwei.intake.Calls;
import jingwei.intake.Desk;
import jingwei.intake.HandOvers;
import jingwei.intake.Suppressions;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// 受理接入 (HOT-01, ACC-02, ACC-14, ACC-19, ACC-23).
@RestController
@RequestMapping("/api/intake")
@Tag(name = "acceptance")
class IntakeController {

    private final Desk desk;
    private final Calls calls;
    private final CallBacks callBacks;
    private final Suppressions suppressions;
    private final HandOvers handOvers;

    IntakeController(Desk desk, Calls calls, CallBacks callBacks, Suppressions suppressions, HandOvers handOvers) {
        this.desk = desk;
        this.calls = calls;
        this.callBacks = callBacks;
        this.suppressions = suppressions;
        this.handOvers = handOvers;
    }

    /// @param call      the call center's own id of the call
    /// @param post      the seat it rings at, or that answered
    /// @param recording address of the sound
    record CallEvent(@Nullable String call, Calls.@Nullable Event event, @Nullable String phone, @Nullable String line, @Nullable String post,
            @Nullable String recording) {
    }

    record Tie(@Nullable String number) {
    }

    record CallBackResult(@Nullable Boolean reached, @Nullable Integer grade, @Nullable String words) {
    }

    record SuppressionSheet(@Nullable String reason, @Nullable List<String> classes, @Nullable GeoPoint point,
            @Nullable Integer meters, @Nullable Instant from, @Nullable Instant until) {
    }

    record Note(@Nullable String words) {
    }

    @PostMapping("/calls/events")
    @Permit(Permission.CASE_ACT)
    @Operation(summary = "呼叫中心报来一个事件，可重复、可乱序 an event of a call center; repeats and disorder do no harm",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"call": "20261128-000123", "event": "RINGING", "phone": "13800000001", "line": "12319", "post": "operator-1"}"""))))
    Calls.Call hear(@RequestBody CallEvent event) {
        desk.speaker();
        return calls.hear(need("call", event.call()), need("event", event.event()), event.phone(), event.line(), event.post(), event.recording());
    }

    @GetMapping("/calls")
    @Permit(Permission.CASE_READ)
    @Operation(summary = "来电，排队的最早在前，全部的最新在前 calls: those waiting oldest first, all newest first")
    List<Calls.Call> calls(@RequestParam(defaultValue = "false") boolean waiting) {
        desk.speaker();
        return calls.list(waiting);
    }

    @PutMapping("/calls/{id}/answer")
    @Permit(Permission.CASE_ACT)
    @Operation(summary = "接听 take a waiting call", requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = false,
            content = @Content(examples = @ExampleObject("{}"))))
    Calls.Call answer(@PathVariable String id) {
        return calls.answer(id, desk.speaker());
    }

    @PutMapping("/calls/{id}/case")
    @Permit(Permission.CASE_ACT)
    @Operation(summary = "来电关联案件 tie a call to the case registered from it",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"number": "41032026112800001"}"""))))
    Calls.Call tie(@PathVariable String id, @RequestBody Tie tie) {
        return calls.tie(id, CaseNumber.of(need("number", tie.number())), desk.speaker());
    }

    @GetMapping("/callers/{phone}")
    @Permit(Permission.CASE_READ)
    @Operation(summary = "来电人：此号码的历次来电和案件 what a number has told before")
    Calls.Caller caller(@PathVariable String phone) {
        return calls.caller(phone, desk.speaker());
    }

    @GetMapping("/call-backs")
    @Permit(Permission.CASE_READ)
    @Operation(summary = "回访列表 call-backs due, done or in vain")
    List<CallBacks.CallBack> callBacks(@RequestParam(defaultValue = "DUE") CallBacks.Status status) {
        desk.speaker();
        return callBacks.list(status);
    }

    @GetMapping("/call-backs/counts")
    @Permit(Permission.CASE_READ)
    @Operation(summary = "应回访、已回访和满意的件数 how many call-backs are due, done and satisfied")
    CallBacks.CallBackCount counts() {
        desk.speaker();
        return callBacks.count();
    }

    @PutMapping("/call-backs/{id}")
    @Permit(Permission.CASE_ACT)
    @Operation(summary = "记录回访结果或一次未接通 write down a call-back, or a vain try",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"reached": true, "grade": 5, "words": "已告知处置结果，举报人表示满意"}"""))))
    CallBacks.CallBack record(@PathVariable UUID id, @RequestBody CallBackResult result) {
        return callBacks.record(id, desk.speaker(), !Boolean.FALSE.equals(result.reached()), result.grade(), result.words());
    }

    @GetMapping("/suppressions")
    @Permit(Permission.CASE_READ)
    @Operation(summary = "屏蔽列表；给出小类和位置时只答现在有效的 suppressions, or those in force for a class at a point")
    List<Suppressions.Suppression> suppressions(@RequestParam(required = false) @Nullable String classCode,
            @RequestParam(required = false) @Nullable Double longitude, @RequestParam(required = false) @Nullable Double latitude) {
        desk.speaker();
        return classCode == null || longitude == null || latitude == null ? suppressions.all()
                : suppressions.inForce(classCode, new GeoPoint(longitude, latitude));
    }

    @PutMapping("/suppressions/{id}")
    @Permit(Permission.CASE_ACT)
    @Operation(summary = "设置屏蔽 set a suppression", requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
            examples = @ExampleObject("""
                    {"reason": "中州西路道路施工", "classes": ["event-0102"], "point": {"longitude": 112.4412, "latitude": 34.6701},
                     "meters": 300, "from": "2026-11-28T00:00:00Z", "until": "2026-12-28T00:00:00Z"}"""))))
    Suppressions.Suppression set(@PathVariable UUID id, @RequestBody SuppressionSheet sheet) {
        return suppressions.set(new Suppressions.Suppression(id, Objects.requireNonNullElse(sheet.reason(), ""),
                Objects.requireNonNullElse(sheet.classes(), List.of()), need("point", sheet.point()),
                need("meters", sheet.meters()), need("from", sheet.from()), need("until", sheet.until()),
                null), desk.speaker());
    }

    @GetMapping("/duplicates")
    @Permit(Permission.CASE_READ)
    @Operation(summary = "登记时的疑似重复，最近在前 probable duplicates while registering, nearest first")
    List<CaseLine> duplicates(@RequestParam String classCode, @RequestParam double longitude, @RequestParam double latitude) {
        desk.speaker();
        return desk.duplicates(classCode, new GeoPoint(longitude, latitude));
    }

    @GetMapping("/hand-overs")
    @Permit(Permission.CASE_READ)
    @Operation(summary = "交接班记录，最新在前 hand-over notes, newest first")
    List<HandOvers.HandOver> handOvers() {
        desk.speaker();
        return handOvers.newest();
    }

    @PutMapping("/hand-overs/{id}")
    @Permit(Permission.CASE_ACT)
    @Operation(summary = "写交班记录 write a hand-over note", requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(examples = @ExampleObject("""
                    {"words": "两件督办待答复，道北路灯已催办"}"""))))
    HandOvers.HandOver write(@PathVariable UUID id, @RequestBody Note note) {
        return handOvers.write(id, Objects.requireNonNullElse(note.words(), ""), desk.speaker());
    }

    @PutMapping("/hand-overs/{id}/receipt")
    @Permit(Permission.CASE_ACT)
    @Operation(summary = "接班签收 sign for a hand-over note", requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = false, content = @Content(examples = @ExampleObject("{}"))))
    HandOvers.HandOver receive(@PathVariable UUID id) {
        return handOvers.receive(id, desk.speaker());
    }
}
