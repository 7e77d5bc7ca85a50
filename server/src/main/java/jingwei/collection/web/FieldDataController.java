package jingwei.collection.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import jingwei.collection.CollectionRefusals;
import jingwei.collection.Phones;
import jingwei.collection.Speakers;
import jingwei.collection.sync.ReferenceData;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Platforms;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// 同步与手机管理 (ACQ-13, ACQ-27, ACQ-28, DEV-18, DEV-19).
@RestController
@RequestMapping("/api/collection")
@Tag(name = "collection")
class FieldDataController {

    private final ReferenceData data;
    private final Phones phones;
    private final Platforms platforms;
    private final Speakers speakers;

    FieldDataController(ReferenceData data, Phones phones, Platforms platforms, Speakers speakers) {
        this.data = data;
        this.phones = phones;
        this.platforms = platforms;
        this.speakers = speakers;
    }

    record PhoneSheet(@Nullable String version, @Nullable Integer waiting, @Nullable Instant sentAt) {
    }

    record PhoneOrder(@Nullable Boolean lock, @Nullable Boolean wipe) {
    }

    @GetMapping("/sync")
    @Permit(Permission.CASE_READ)
    @Operation(summary = "同步清单：数据块及版本 the chunks of reference data with their versions",
            description = "手机取回版本不同的块，删去清单上没有的块。A phone fetches what differs and forgets what is not listed.")
    List<ReferenceData.Chunk> list() {
        return data.list(speakers.collector());
    }

    @GetMapping(path = "/sync/{chunk}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Permit(Permission.CASE_READ)
    @Operation(summary = "一个数据块，未变时回答 304 one chunk, 304 where unchanged")
    ResponseEntity<byte[]> chunk(@PathVariable String chunk,
            @Schema(example = "\"5e884898da280471\"")
            @RequestHeader(name = "If-None-Match", required = false) @Nullable String known) {
        byte[] body = data.chunk(speakers.collector(), chunk)
                .orElseThrow(() -> CollectionRefusals.noSuch("no-such-chunk", "个数据块 " + chunk, "chunk " + chunk));
        String tag = "\"" + ReferenceData.version(body) + "\"";
        return tag.equals(known) ? ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build()
                : ResponseEntity.ok().eTag(tag).body(body);
    }

    @PostMapping("/phones/{device}/state")
    @Permit(Permission.CASE_ACT)
    @Operation(summary = "手机报告自身情况，得到中心的指令 a phone tells how it is and hears its orders", requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(value = """
                            {"version": "1.0.0", "waiting": 3, "sentAt": "2026-11-28T01:00:00Z"}"""))))
    Phones.Orders state(@PathVariable String device, @RequestBody PhoneSheet sheet) {
        if (device.length() < 16 || device.length() > 100 || sheet.version() == null || sheet.version().length() > 40) {
            throw CollectionRefusals.malformed("device", "应为 16 到 100 个字符，version 须填写", "has 16 to 100 characters, and version is needed");
        }
        return phones.tell(device, speakers.collector(), sheet.version(), sheet.waiting() == null ? 0 : sheet.waiting(), sheet.sentAt());
    }

    @GetMapping("/phones/{device}/orders")
    @Permit(Permission.ANYONE)
    @Operation(summary = "手机询问指令，无须登录 a phone asks for its orders, signed in or not")
    Phones.Orders orders(@PathVariable String device, @Schema(example = "luoyang") @RequestParam String platform,
            @RequestParam(defaultValue = "false") boolean wiped) {
        PlatformId id = PlatformId.of(platform);
        if (platforms.find(id).isEmpty()) {
            throw CollectionRefusals.noSuch("no-such-platform", "个平台 " + platform, "platform " + platform);
        }
        return Tenancy.within(id, () -> phones.orders(device, wiped));
    }

    @GetMapping("/phones")
    @Permit(Permission.CASE_READ)
    @Operation(summary = "城管通手机 the phones in use")
    List<Phones.Phone> phones() {
        speakers.leading();
        return phones.list();
    }

    @PostMapping("/phone-orders/{device}")
    @Permit(Permission.CASE_ACT)
    @Operation(summary = "远程锁定、清除或解锁 lock, wipe or free a phone", requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(value = """
                            {"lock": true, "wipe": false}"""))))
    Phones.Phone order(@PathVariable String device, @RequestBody PhoneOrder order) {
        speakers.leading();
        return phones.order(device, Boolean.TRUE.equals(order.lock()), Boolean.TRUE.equals(order.wipe()));
    }
}
