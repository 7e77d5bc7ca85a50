package jingwei.evaluation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jingwei.evaluation.Faults;
import jingwei.evaluation.Reader;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// 采集差错 (ACC-24).
@RestController
@RequestMapping("/api/evaluation")
@Tag(name = "evaluation")
class FindingController {

    private final Faults faults;
    private final Reader reader;

    FindingController(Faults faults, Reader reader) {
        this.faults = faults;
        this.reader = reader;
    }

    record NewFault(@Nullable String kind, @Nullable String number, @Nullable String post, @Nullable String reason) {
    }

    record Made(UUID id) {
    }

    @PostMapping("/faults")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.EVALUATION_EDIT)
    @Operation(summary = "确认采集差错 confirm a missed, wrong, false or concealed report", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"kind": "missed", "number": "41032026110100012", "post": "collector-5", "reason": "责任网格内应发现未发现"}"""))))
    Made confirm(@RequestBody NewFault given) {
        return new Made(faults.confirm(Ask.need("kind", given.kind()), Ask.need("number", given.number()),
                Ask.need("post", given.post()), Ask.need("reason", given.reason()), reader.speaker().post().id()));
    }

    @GetMapping("/faults")
    @Permit(Permission.EVALUATION_READ)
    @Operation(summary = "采集差错列表 confirmed faults of a period")
    List<Faults.Fault> faults(@RequestParam(defaultValue = "month") String period, @RequestParam LocalDate day,
            @RequestParam(required = false) @Nullable LocalDate last) {
        return faults.of(Ask.period(period, day, last));
    }
}
