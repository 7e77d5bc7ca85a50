package jingwei.exchange.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import jingwei.exchange.department.Deliveries;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// 部门送数之门: where other departments deliver by their keys, and a hotline asks what became of its orders
/// (docs/formats/departments-1.0.md).
@RestController
@RequestMapping("/api/exchange/deliveries/{key}")
@Tag(name = "exchange")
class DeliveryController {

    private static final int LARGEST = 4 * 1024 * 1024;

    private final Deliveries deliveries;
    private final JsonMapper json;

    DeliveryController(Deliveries deliveries, JsonMapper json) {
        this.deliveries = deliveries;
        this.json = json;
    }

    @PostMapping
    @Permit(Permission.ANYONE)
    @Operation(summary = "送数：按样板逐条收，重复的只算一条 deliver records by the share's profile; the same again is the same",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(mediaType = "application/json",
                    schema = @Schema(type = "object"), examples = @ExampleObject("""
                            {"records": [{"id": "SG-1", "kind": "digging", "name": "中州路燃气管线开挖", "begins": "2026-12-01T08:00:00+08:00",
                             "ends": "2026-12-20T18:00:00+08:00", "longitude": 112.44, "latitude": 34.67, "meters": 80}]}"""))))
    Deliveries.Delivered deliver(@PathVariable String key, HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = request.getContentLengthLong() > LARGEST ? new byte[LARGEST + 1] : request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            response.setHeader("Connection", "close");
            throw Refusal.of(Refusal.Kind.TOO_LARGE, "delivery-too-large", Text.of("送数超过 4 MB", "the delivery is larger than 4 MB"),
                    Text.of("请分几次送", "deliver in several parts")).under("EXC-04").asException();
        }
        try {
            return deliveries.deliver(key, json.readTree(body));
        } catch (JacksonException e) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "bad-delivery", Text.of("内容不是 JSON", "the content is no JSON"),
                    Text.of("请对照 docs/formats/departments-1.0.md", "see docs/formats/departments-1.0.md")).under("EXC-04").asException();
        }
    }

    @GetMapping("/results")
    @Permit(Permission.ANYONE)
    @Operation(summary = "热线取办理结果：某时刻以后有变动的工单 what became of a hotline's orders since a moment")
    List<Deliveries.Result> results(@PathVariable String key, @RequestParam String since) {
        try {
            return deliveries.results(key, OffsetDateTime.parse(since).toInstant());
        } catch (DateTimeParseException e) {
            throw Reading.malformed("since", "应为带时区的时刻", "a moment with its zone is needed");
        }
    }
}
