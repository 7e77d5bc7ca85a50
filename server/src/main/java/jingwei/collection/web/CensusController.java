package jingwei.collection.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jingwei.collection.CollectionRefusals;
import jingwei.collection.Speakers;
import jingwei.collection.census.Censuses;
import jingwei.collection.census.FieldNotes;
import jingwei.grid.GeoPoint;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// 普查与部件变更 (ACQ-24, ACQ-25). A note is known by the id the phone made, so it carries no further key.
@RestController
@RequestMapping("/api/collection")
@Tag(name = "collection")
class CensusController {

    private final Censuses censuses;
    private final FieldNotes notes;
    private final Speakers speakers;

    CensusController(Censuses censuses, FieldNotes notes, Speakers speakers) {
        this.censuses = censuses;
        this.notes = notes;
        this.speakers = speakers;
    }

    @Schema(name = "CensusForm")
    record CensusSheet(@Nullable UUID id, @Nullable String title, @Nullable String words, @Nullable List<String> dutyGrids,
            @Nullable String classCode, @Nullable List<Censuses.Question> questions, @Nullable Instant until) {
    }

    /// @param saidAt when it was written, by the phone's clock
    /// @param sentAt what the phone's clock shows now
    @Schema(name = "FieldNoteForm")
    record NoteSheet(@Nullable UUID id, FieldNotes.Note.@Nullable Kind kind, @Nullable UUID census, @Nullable String component,
            @Nullable String classCode, @Nullable String words, @Nullable Map<String, String> answers, @Nullable GeoPoint point,
            @Nullable List<String> photos, @Nullable Instant saidAt, @Nullable Instant sentAt, @Nullable String device) {
    }

    /// 收到的情况, in the shape of a submission's, so that a phone sends both alike.
    ///
    /// @param state WAITING until every photo is here
    @Schema(name = "FieldNoteState")
    record NoteStanding(UUID id, String state, List<String> missing, @Nullable String decision) {

        static NoteStanding of(FieldNotes.Note note) {
            return new NoteStanding(note.id(), note.missing().isEmpty() ? "DONE" : "WAITING", note.missing(), note.decision());
        }
    }

    record NoteDecision(@Nullable Boolean taken, @Nullable String words) {
    }

    @PostMapping("/censuses")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.CASE_ACT)
    @Operation(summary = "发布专项普查 publish a census", requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(value = """
                            {"id": "0198f2a4-6c1e-7a55-b0d4-0c7f5d0f2a14", "title": "窨井盖普查", "words": "逐个看防坠网", "dutyGrids": [],
                             "classCode": "component-0101", "until": "2026-12-31T00:00:00Z", "questions": [{"name": "net", "label": "有防坠网",
                             "kind": "YES", "required": true}]}"""))))
    Censuses.Census publish(@RequestBody CensusSheet sheet) {
        if (sheet.id() == null || sheet.title() == null || sheet.until() == null || sheet.questions() == null) {
            throw CollectionRefusals.malformed("id", "、title、until、questions 均须填写", "title, until and questions are all needed");
        }
        return censuses.publish(new Censuses.Census(sheet.id(), sheet.title().strip(), sheet.words() == null ? "" : sheet.words().strip(),
                sheet.dutyGrids() == null ? List.of() : sheet.dutyGrids(), sheet.classCode(), sheet.questions(), speakers.now(),
                sheet.until()), speakers.leading());
    }

    @GetMapping("/censuses")
    @Permit(Permission.CASE_READ)
    @Operation(summary = "专项普查，最新在前 censuses, newest first")
    List<Censuses.Census> list() {
        speakers.leading();
        return censuses.all();
    }

    @GetMapping("/censuses/{id}/progress")
    @Permit(Permission.CASE_READ)
    @Operation(summary = "普查进度，按责任网格 progress by duty grid")
    List<Censuses.Progress> progress(@PathVariable UUID id) {
        speakers.leading();
        return censuses.progress(id);
    }

    @PostMapping("/notes")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Permit(Permission.CASE_ACT)
    @Operation(summary = "送普查记录或部件变更，照片随后 send a note, its photos after", requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(value = """
                            {"id": "0198f2a4-6c1e-7a55-b0d4-0c7f5d0f2a15", "kind": "NEW", "classCode": "component-0118", "words": "新装路灯一盏",
                             "point": {"longitude": 112.4412, "latitude": 34.6701}, "photos": []}"""))))
    NoteStanding send(@RequestBody NoteSheet sheet) {
        if (sheet.id() == null || sheet.kind() == null || sheet.point() == null) {
            throw CollectionRefusals.malformed("id", "、kind、point 均须填写", "kind and point are all needed");
        }
        List<String> photos = sheet.photos() == null ? List.of() : new ArrayList<>(sheet.photos());
        return NoteStanding.of(notes.take(new FieldNotes.Form(sheet.id(), sheet.kind(), sheet.census(), sheet.component(), sheet.classCode(),
                sheet.words() == null ? "" : sheet.words(), sheet.answers() == null ? Map.of() : sheet.answers(), sheet.point(), photos,
                sheet.saidAt(), sheet.sentAt()), speakers.collector()));
    }

    @GetMapping("/notes/{id}")
    @Permit(Permission.CASE_READ)
    @Operation(summary = "一条现场记录的情况 what became of a note")
    NoteStanding show(@PathVariable UUID id) {
        FieldNotes.Note note = notes.require(id);
        speakers.mayLookAt(note.post());
        return NoteStanding.of(note);
    }

    @GetMapping("/notes")
    @Permit(Permission.LAND_READ)
    @Operation(summary = "现场记录：一次普查的，或部件变更 notes of a census, or changes of components",
            description = "采集员只看自己的，监督中心和数据维护人员看全部。A collector sees his own.")
    List<FieldNotes.Note> notes(@RequestParam(required = false) @Nullable UUID census, @RequestParam(required = false) @Nullable String post) {
        if (!SignedIn.current().may(Permission.LAND_EDIT)) {
            if (post == null) {
                speakers.leading();
            } else {
                speakers.mayLookAt(post);
            }
        }
        return notes.list(census, post);
    }

    @PostMapping("/notes/{id}/decision")
    @Permit(Permission.LAND_EDIT)
    @Operation(summary = "采用或不采用部件变更 take a change up, or not", requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(value = "{\"taken\": true, \"words\": \"已更新部件库\"}"))))
    FieldNotes.Note decide(@PathVariable UUID id, @RequestBody NoteDecision decision) {
        if (decision.taken() == null || decision.words() == null || decision.words().isBlank()) {
            throw CollectionRefusals.malformed("taken", "、words 均须填写", "and words are both needed");
        }
        return notes.decide(id, SignedIn.current().person(), decision.taken(), decision.words().strip());
    }
}
