package jingwei.collection.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jingwei.casework.CaseRoom;
import jingwei.collection.CollectionRefusals;
import jingwei.collection.Fix;
import jingwei.collection.Speakers;
import jingwei.collection.SpotChecks;
import jingwei.collection.submission.CollectorFigures;
import jingwei.collection.track.Tracks;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// 轨迹、覆盖、统计与抽查 (COLM-01, COLM-02, GPS-01, ACQ-29).
@RestController
@Tag(name = "collection")
class FieldWatchController {

    private final Tracks tracks;
    private final CollectorFigures statistics;
    private final SpotChecks checks;
    private final Speakers speakers;
    private final CaseRoom room;

    FieldWatchController(Tracks tracks, CollectorFigures statistics, SpotChecks checks, Speakers speakers, CaseRoom room) {
        this.tracks = tracks;
        this.statistics = statistics;
        this.checks = checks;
        this.speakers = speakers;
        this.room = room;
    }

    record DrawSheet(SpotChecks.SpotCheck.@Nullable Kind kind, @Nullable Integer count) {
    }

    record SpotCheckAnswer(@Nullable Boolean agrees, @Nullable String words, @Nullable Fix fix, @Nullable String photo) {
    }

    @GetMapping("/api/collectors/{post}/track")
    @Permit(Permission.CASE_READ)
    @Operation(summary = "一天的轨迹回放 one collector's day for replay")
    Tracks.Day track(@Schema(example = "collector-1") @PathVariable String post,
            @Schema(example = "2026-11-28") @RequestParam LocalDate day) {
        speakers.mayLookAt(post);
        return tracks.day(speakers.post(post).id(), day);
    }

    @GetMapping("/api/collectors/{post}/statistics")
    @Permit(Permission.CASE_READ)
    @Operation(summary = "工作统计 a collector's figures of a period")
    CollectorFigures.Figures figures(@Schema(example = "collector-1") @PathVariable String post,
            @Schema(example = "2026-11-01") @RequestParam LocalDate from,
            @Schema(example = "2026-11-28") @RequestParam LocalDate to) {
        speakers.mayLookAt(post);
        if (to.isBefore(from) || from.plusDays(93).isBefore(to)) {
            throw CollectionRefusals.malformed("to", "应不早于 from，且期间不超过 93 天", "is not before from and within 93 days of it");
        }
        return statistics.of(speakers.post(post).id(), from, to, room.speaker());
    }

    @GetMapping("/api/collection/coverage")
    @Permit(Permission.CASE_READ)
    @Operation(summary = "责任网格覆盖：哪些单元网格和街巷何时走过 which cells and streets of a duty grid were walked when")
    Tracks.Coverage coverage(@RequestParam String dutyGrid, @Schema(example = "2026-11-28") @RequestParam LocalDate day) {
        speakers.leading();
        return tracks.coverage(dutyGrid, day);
    }

    @PostMapping("/api/collection/spot-checks")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.CASE_ACT)
    @Operation(summary = "抽查：随机或跨区 draw findings to be looked at again", requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(value = """
                            {"kind": "CROSS", "count": 5}"""))))
    List<SpotChecks.SpotCheck> draw(@RequestBody DrawSheet sheet) {
        return checks.draw(speakers.leading(), sheet.kind() == null ? SpotChecks.SpotCheck.Kind.RANDOM : sheet.kind(),
                sheet.count() == null ? 1 : sheet.count());
    }

    @GetMapping("/api/collection/spot-checks")
    @Permit(Permission.CASE_READ)
    @Operation(summary = "抽查记录，最新在前 spot checks, newest first")
    List<SpotChecks.SpotCheck> spotChecks(@RequestParam(required = false) @Nullable String post) {
        if (post == null) {
            speakers.leading();
        } else {
            speakers.mayLookAt(post);
        }
        return checks.list(post);
    }

    @PostMapping("/api/collection/spot-checks/{id}/answer")
    @Permit(Permission.CASE_ACT)
    @Operation(summary = "答复抽查 answer a spot check", requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(value = """
                            {"agrees": true, "words": "与上报一致",
                             "fix": {"longitude": 112.4412, "latitude": 34.6701, "accuracy": 8}}"""))))
    SpotChecks.SpotCheck answer(@PathVariable UUID id, @RequestBody SpotCheckAnswer answer) {
        if (answer.agrees() == null || answer.fix() == null) {
            throw CollectionRefusals.malformed("agrees", "和 fix 均须填写", "and fix are needed");
        }
        return checks.answer(id, speakers.collector(), answer.agrees(), answer.words(), answer.fix(), answer.photo());
    }
}
