package jingwei.collection.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jingwei.collection.CollectionRefusals;
import jingwei.collection.Fix;
import jingwei.collection.RollCalls;
import jingwei.collection.Speakers;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
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

/// 点名 (ACQ-23).
@RestController
@RequestMapping("/api/collection/roll-calls")
@Tag(name = "collection")
class RollCallController {

    private final RollCalls calls;
    private final Speakers speakers;

    RollCallController(RollCalls calls, Speakers speakers) {
        this.calls = calls;
        this.speakers = speakers;
    }

    /// @param posts whom; nobody named asks everybody on duty
    record RollCallSheet(@Nullable List<String> posts, @Nullable Integer minutes, @Nullable String words) {
    }

    record RollCallAnswer(@Nullable Fix fix, @Nullable String photo) {
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.CASE_ACT)
    @Operation(summary = "点名 call the roll", requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(value = """
                            {"posts": ["collector-1"], "minutes": 10, "words": "请拍一张所在位置的照片"}"""))))
    Map<String, UUID> ask(@RequestBody RollCallSheet sheet) {
        return Map.of("id", calls.ask(speakers.leading(), sheet.posts() == null ? List.of() : sheet.posts(),
                sheet.minutes() == null ? 10 : sheet.minutes(), sheet.words() == null ? "" : sheet.words()));
    }

    @PostMapping("/{id}/answer")
    @Permit(Permission.CASE_ACT)
    @Operation(summary = "应答点名 answer a roll call", requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(value = """
                            {"fix": {"longitude": 112.4412, "latitude": 34.6701, "accuracy": 8}}"""))))
    RollCalls.Line answer(@PathVariable UUID id, @RequestBody RollCallAnswer answer) {
        if (answer.fix() == null) {
            throw CollectionRefusals.malformed("fix", "缺失：点名须报位置", "is missing: a roll call asks for the position");
        }
        return calls.answer(id, speakers.collector(), answer.fix(), answer.photo());
    }

    @GetMapping
    @Permit(Permission.CASE_READ)
    @Operation(summary = "点名记录，最新在前 roll calls, newest first")
    List<RollCalls.Line> newest(@RequestParam(required = false) @Nullable String post) {
        if (post == null) {
            speakers.leading();
        } else {
            speakers.mayLookAt(post);
        }
        return calls.newest(post);
    }
}
