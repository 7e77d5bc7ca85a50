package jingwei.collection.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jingwei.casework.CaseLine;
import jingwei.casework.CaseRoom;
import jingwei.casework.Particulars;
import jingwei.casework.Performer;
import jingwei.collection.AttendanceBook;
import jingwei.collection.CollectionRefusals;
import jingwei.collection.Speakers;
import jingwei.collection.submission.Doubt;
import jingwei.collection.submission.FieldSubmissions;
import jingwei.collection.submission.Submission;
import jingwei.grid.GeoPoint;
import jingwei.grid.Land;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.process.Act;
import jingwei.standards.ClassCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// 报送 (ACQ-02, ACQ-15, ACQ-18…20): what a phone sends, what became of it, and what to know before sending. A submission is
/// known by the id the phone made, so it carries no further key.
@RestController
@RequestMapping("/api/collection")
@Tag(name = "collection")
class SubmissionController {

    private final FieldSubmissions submissions;
    private final Speakers speakers;
    private final CaseRoom room;
    private final AttendanceBook attendance;
    private final Land land;

    SubmissionController(FieldSubmissions submissions, Speakers speakers, CaseRoom room, AttendanceBook attendance, Land land) {
        this.submissions = submissions;
        this.speakers = speakers;
        this.room = room;
        this.attendance = attendance;
        this.land = land;
    }

    /// @param id   made by the phone; for a report it becomes the id of the case
    /// @param act  for an answer: `verify-true`, `verify-false`, `pass-check`, `fail-check`
    /// @param number the case an answer is about
    @Schema(name = "SubmissionForm")
    record FormSheet(@Nullable UUID id, Submission.@Nullable Kind kind, @Nullable String act, @Nullable String number,
            @Nullable Particulars particulars, @Nullable List<Submission.@Nullable Medium> media, @Nullable Instant saidAt,
            @Nullable Instant sentAt, @Nullable String device) {
    }

    /// @param missing hashes that have not arrived: what to upload
    @Schema(name = "SubmissionState")
    record Standing(UUID id, Submission.Kind kind, String act, Submission.State state, @Nullable String number,
            @Nullable String caseNumber, List<String> missing, Instant arrivedAt, int clockSkew, @Nullable Boolean overdue,
            Submission.@Nullable Refused refusal, @Nullable String description) {

        static Standing of(Submission it) {
            return new Standing(it.id(), it.kind(), it.act(), it.state(), it.number(), it.caseNumber(), it.missing(),
                    it.arrivedAt(), it.clockSkew(), it.overdue(), it.refusal(), it.particulars().description());
        }
    }

    /// 送出前须知.
    ///
    /// @param inDutyGrid    the point lies in one of the collector's own duty grids
    /// @param duplicates    open cases of the class close by
    @Schema(name = "BeforeSending")
    record BeforeSending(boolean inDutyGrid, @Nullable String dutyGrid, @Nullable String unitGrid, List<CaseLine> duplicates) {
    }

    @PostMapping("/submissions")
    @Permit(Permission.CASE_ACT)
    @Operation(summary = "报送表单，照片随后 send a form, its photos after", requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(value = """
                            {"id": "0198f2a4-6c1e-7a55-b0d4-0c7f5d0f2a11", "kind": "REPORT",
                             "saidAt": "2026-11-28T01:00:00Z", "sentAt": "2026-11-28T01:00:20Z",
                             "particulars": {"description": "路灯不亮", "classCode": "component-0118", "condition": 1,
                             "point": {"longitude": 112.4412, "latitude": 34.6701}},
                             "media": [{"hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                             "kind": "BEFORE", "view": "near", "size": 253000}]}"""))))
    ResponseEntity<Standing> send(@RequestBody FormSheet sheet) {
        Performer who = speakers.collector();
        if (sheet.id() == null || sheet.kind() == null || sheet.particulars() == null) {
            throw CollectionRefusals.malformed("id", "、kind、particulars 均须填写", "kind and particulars are all needed");
        }
        List<Submission.Medium> media = new ArrayList<>();
        for (Submission.Medium each : sheet.media() == null ? List.<Submission.Medium>of() : sheet.media()) {
            if (each == null || each.hash() == null || each.kind() == null) {
                throw CollectionRefusals.malformed("media", "缺编号或用途", "lack hash or kind");
            }
            media.add(each);
        }
        Act act = switch (sheet.kind()) {
            case REPORT -> Act.REPORT;
            case SETTLEMENT -> Act.SETTLE_ON_SPOT;
            case ANSWER -> Act.ofWord(String.valueOf(sheet.act()))
                    .orElseThrow(() -> CollectionRefusals.malformed("act", "没有这个动作", "is no act"));
        };
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(Standing.of(submissions.take(new FieldSubmissions.Form(
                sheet.id(), sheet.kind(), act, sheet.number(), sheet.particulars(), media, sheet.saidAt(), sheet.sentAt(),
                sheet.device()), who)));
    }

    @GetMapping("/submissions/{id}")
    @Permit(Permission.CASE_READ)
    @Operation(summary = "一份报送的结果 what became of a submission")
    Standing show(@PathVariable UUID id) {
        Submission it = submissions.require(id);
        speakers.mayLookAt(it.post());
        return Standing.of(it);
    }

    @GetMapping("/submissions")
    @Permit(Permission.CASE_READ)
    @Operation(summary = "报送记录，最新在前 submissions, newest first")
    List<Standing> list(@RequestParam(required = false) @Nullable String post,
            @RequestParam(required = false) @Nullable String number) {
        if (post == null) {
            speakers.leading();
        } else {
            speakers.mayLookAt(post);
        }
        return submissions.of(post, number).stream().map(Standing::of).toList();
    }

    @GetMapping("/before-sending")
    @Permit(Permission.CASE_READ)
    @Operation(summary = "送出前核对：疑似重复、是否在责任网格 probable duplicates and whether it is one's own duty grid")
    BeforeSending before(@Schema(example = "component-0118") @RequestParam String classCode,
            @Schema(example = "112.4412") @RequestParam double longitude,
            @Schema(example = "34.6701") @RequestParam double latitude) {
        Performer who = speakers.collector();
        GeoPoint at = new GeoPoint(longitude, latitude);
        jingwei.grid.Location where = land.current().locateOrRefuse(at);
        return new BeforeSending(attendance.inside(at, attendance.dutyGrids(who.post().id(), speakers.now())),
                where.dutyGrid() == null ? null : where.dutyGrid().code(), where.unitGrid().digits(),
                room.probableDuplicates(ClassCode.of(classCode), at));
    }

    @GetMapping("/doubts")
    @Permit(Permission.CASE_READ)
    @Operation(summary = "诚信存疑，最新在前 what cannot be, newest first")
    List<Doubt> doubts(@RequestParam(required = false) @Nullable String post,
            @RequestParam(required = false) @Nullable String number) {
        speakers.leading();
        return submissions.doubts(post, number);
    }
}
