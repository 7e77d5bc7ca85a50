package jingwei.collection.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import jingwei.casework.Performer;
import jingwei.collection.CollectionRefusals;
import jingwei.collection.Fix;
import jingwei.collection.PositionBook;
import jingwei.collection.Speakers;
import jingwei.collection.Trackers;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Platforms;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// 位置上报 (ACQ-16, DEV-12): batches from the app, single positions from trackers. A position is known by post and moment,
/// so neither carries a key.
@RestController
@RequestMapping("/api/collection")
@Tag(name = "collection")
class PositionController {

    private final PositionBook book;
    private final Trackers trackers;
    private final Platforms platforms;
    private final Speakers speakers;

    PositionController(PositionBook book, Trackers trackers, Platforms platforms, Speakers speakers) {
        this.book = book;
        this.trackers = trackers;
        this.platforms = platforms;
        this.speakers = speakers;
    }

    record PositionBatch(@Nullable Instant sentAt, @Nullable List<@Nullable Fix> positions) {
    }

    record TrackerSheet(@Nullable String post, @Nullable String name) {
    }

    @PostMapping("/positions")
    @Permit(Permission.CASE_ACT)
    @Operation(summary = "上报位置，可一批 send positions, one or many", requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(value = """
                            {"sentAt": "2026-11-28T01:00:30Z", "positions": [{"at": "2026-11-28T01:00:00Z",
                             "longitude": 112.4412, "latitude": 34.6701, "accuracy": 8, "speed": 1.2, "battery": 76}]}"""))))
    PositionBook.Received send(@RequestBody PositionBatch batch) {
        Performer who = speakers.collector();
        if (batch.positions() == null || batch.positions().contains(null)) {
            throw CollectionRefusals.malformed("positions", "缺失或有空项", "is missing or has an empty entry");
        }
        return book.take(who.post().id(), who.person(), List.copyOf(batch.positions()), batch.sentAt(), false);
    }

    @GetMapping("/tracker")
    @Permit(Permission.ANYONE)
    @Operation(summary = "外接定位器上报（OsmAnd/Traccar 手机协议） a tracker's position by the phone protocol",
            description = "id 为登记时给出的口令；时间为秒、毫秒或 ISO 8601。离岗时回答 200 而不保存。Answers 200 off duty too, and stores nothing.")
    PositionBook.Received track(@RequestParam Map<String, String> said) {
        return taken(said);
    }

    @PostMapping("/tracker")
    @Permit(Permission.ANYONE)
    @Operation(summary = "外接定位器上报（POST） the same by POST")
    PositionBook.Received trackByPost(@RequestParam Map<String, String> said) {
        return taken(said);
    }

    @PostMapping("/trackers")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.CASE_ACT)
    @Operation(summary = "登记外接定位器，口令只显示一次 register a tracker; its word is told once", requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(value = """
                            {"post": "collector-1", "name": "三轮车定位器 7 号"}"""))))
    Map<String, String> register(@RequestBody TrackerSheet sheet) {
        speakers.leading();
        if (sheet.post() == null || sheet.name() == null || sheet.name().isBlank() || sheet.name().length() > 100) {
            throw CollectionRefusals.malformed("name", "和 post 均须填写", "and post are needed");
        }
        return Map.of("id", trackers.register(speakers.post(sheet.post()), sheet.name()));
    }

    @GetMapping("/trackers")
    @Permit(Permission.CASE_READ)
    @Operation(summary = "外接定位器 the trackers")
    List<Trackers.Tracker> trackers() {
        speakers.leading();
        return trackers.list();
    }

    @DeleteMapping("/trackers/{mark}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.CASE_ACT)
    @Operation(summary = "停用外接定位器 end a tracker")
    void end(@PathVariable String mark) {
        speakers.leading();
        trackers.end(mark);
    }

    private PositionBook.Received taken(Map<String, String> said) {
        String[] id = said.getOrDefault("id", said.getOrDefault("deviceid", "")).split("\\.", 2);
        if (id.length != 2 || !id[0].matches("[a-z][a-z0-9-]{1,30}") || platforms.find(PlatformId.of(id[0])).isEmpty()) {
            throw unknown();
        }
        return Tenancy.within(PlatformId.of(id[0]), () -> {
            String post = trackers.post(id[1]).orElseThrow(PositionController::unknown);
            String lat = said.get("lat");
            String lon = said.get("lon");
            if (lat == null && said.containsKey("location")) {
                String[] parts = said.get("location").split(",");
                lat = parts[0];
                lon = parts.length > 1 ? parts[1] : null;
            }
            Double speed = number(said, "speed", said.get("speed"));
            // The protocol counts knots.
            Fix fix = new Fix(moment(said.get("timestamp")), required("lon", lon), required("lat", lat),
                    number(said, "accuracy", said.get("accuracy")), speed == null ? null : speed * 0.514444,
                    number(said, "batt", said.getOrDefault("batt", said.get("battery"))), null);
            return book.take(post, null, List.of(fix), null, true);
        });
    }

    private static double required(String field, @Nullable String text) {
        if (text == null) {
            throw CollectionRefusals.malformed(field, "缺失", "is missing");
        }
        return java.util.Objects.requireNonNull(number(Map.of(), field, text));
    }

    private static @Nullable Double number(Map<String, String> said, String field, @Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : Double.valueOf(text);
        } catch (NumberFormatException e) {
            throw CollectionRefusals.malformed(field, "不是数", "is no number");
        }
    }

    /// Seconds, milliseconds or ISO 8601.
    private static @Nullable Instant moment(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            if (text.matches("\\d{1,11}(\\.\\d+)?")) {
                return Instant.ofEpochMilli((long) (Double.parseDouble(text) * 1000));
            }
            return text.matches("\\d{12,14}") ? Instant.ofEpochMilli(Long.parseLong(text)) : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw CollectionRefusals.malformed("timestamp", "应为秒、毫秒或 ISO 8601", "is seconds, milliseconds or ISO 8601");
        }
    }

    private static RuntimeException unknown() {
        return Refusal.of(Refusal.Kind.NOT_FOUND, "no-such-tracker",
                Text.of("没有登记这个定位器", "the tracker is not registered"),
                Text.of("请由监督中心登记，并填入登记时给出的 id", "have the center register it and use the id it was given"))
                .under("ACQ-16").asException();
    }
}
