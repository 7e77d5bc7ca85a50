package jingwei.collection.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import jingwei.collection.CollectionRefusals;
import jingwei.collection.Speakers;
import jingwei.collection.handover.Handovers;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// 任务转交 (DEV-21).
@RestController
@RequestMapping("/api/collection/handovers")
@Tag(name = "collection")
class HandoverController {

    private final Handovers handovers;
    private final Speakers speakers;

    HandoverController(Handovers handovers, Speakers speakers) {
        this.handovers = handovers;
        this.speakers = speakers;
    }

    /// @param id made by the phone; the same one again answers the first request
    record HandoverSheet(@Nullable UUID id, @Nullable String number, @Nullable String to, @Nullable String words) {
    }

    record HandoverAnswer(@Nullable Boolean agrees) {
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.CASE_ACT)
    @Operation(summary = "请同事接办任务 ask a colleague to take over a task", requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(value = """
                            {"id": "0198f2a4-6c1e-7a55-b0d4-0c7f5d0f2a13", "number": "41030020261128000012", "to": "collector-2",
                             "words": "离你更近"}"""))))
    Handovers.Handover offer(@RequestBody HandoverSheet sheet) {
        if (sheet.id() == null || sheet.number() == null || sheet.to() == null) {
            throw CollectionRefusals.malformed("id", "、number、to 均须填写", "number and to are all needed");
        }
        return handovers.offer(sheet.id(), speakers.collector(), sheet.number(), sheet.to(), sheet.words() == null ? "" : sheet.words().strip());
    }

    @PostMapping("/{id}/answer")
    @Permit(Permission.CASE_ACT)
    @Operation(summary = "同意或不同意接办 agree to take it over, or not", requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(value = "{\"agrees\": true}"))))
    Handovers.Handover answer(@PathVariable UUID id, @RequestBody HandoverAnswer answer) {
        if (answer.agrees() == null) {
            throw CollectionRefusals.malformed("agrees", "缺失", "is missing");
        }
        return handovers.answer(id, speakers.collector(), answer.agrees());
    }

    @GetMapping("/open")
    @Permit(Permission.CASE_READ)
    @Operation(summary = "等待答复的转交请求 requests not answered, asked of oneself or by oneself")
    List<Handovers.Handover> open() {
        return handovers.open(speakers.collector().post().id());
    }
}
