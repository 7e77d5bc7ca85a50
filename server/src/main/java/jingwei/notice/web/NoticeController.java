package jingwei.notice.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.identity.Sessions;
import jingwei.identity.SignedIn;
import jingwei.notice.NoticePage;
import jingwei.notice.Notices;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// 通知的列表、已读和推送.
@RestController
@Tag(name = "cooperation")
class NoticeController {

    private static final int NEWEST = 100;

    private final Notices notices;
    private final NoticeStreams streams;
    private final Recipients recipients;

    NoticeController(Notices notices, NoticeStreams streams, Recipients recipients) {
        this.notices = notices;
        this.streams = streams;
        this.recipients = recipients;
    }

    /// @param after the cursor of the answer before; without it the newest hundred are given, newest first
    @GetMapping("/api/notices")
    @Permit(Permission.NOTICE_READ)
    @Operation(summary = "我的通知 the notices of whoever is signed in, under all posts held")
    NoticePage list(@RequestParam(required = false) @Nullable Long after) {
        SignedIn who = SignedIn.current();
        return after == null ? notices.newest(who.account(), recipients.of(who), NEWEST)
                : notices.since(after, who.account(), recipients.of(who));
    }

    @PostMapping("/api/notices/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.NOTICE_READ)
    @Operation(summary = "标为已读 mark a notice as read")
    void read(@PathVariable UUID id) {
        SignedIn who = SignedIn.current();
        notices.read(id, who.account(), recipients.of(who));
    }

    /// Events `notice` (a notice as JSON), `ripple` (something moved: ask again) and `beat`; the id of an event is the cursor to come back with.
    @GetMapping(path = "/api/notices/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Permit(Permission.NOTICE_READ)
    @Operation(summary = "推送通知（服务器发送事件） the notices as server-sent events")
    SseEmitter stream(HttpServletRequest request, HttpServletResponse response,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long last) {
        response.setHeader("X-Accel-Buffering", "no");
        return streams.open(SignedIn.current(), (String) request.getAttribute(Sessions.TOKEN_ATTRIBUTE), last);
    }
}
