package jingwei.situation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.identity.Sessions;
import jingwei.identity.SignedIn;
import jingwei.situation.MovingThing;
import jingwei.situation.store.FigureTables;
import jingwei.situation.store.FigureTables.WallCase;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// 监督指挥大屏: open cases, figures, moving things, and the stream that keeps them (CMD-01, CMD-03, CMD-05, SCR-01).
@RestController
@RequestMapping("/api/situation")
@Tag(name = "overview")
class WallController {

    private static final int PAGE = 5_000;

    private final FigureTables tables;
    private final FigureKeeper figures;
    private final MovingBook moving;
    private final WallStreams streams;

    WallController(FigureTables tables, FigureKeeper figures, MovingBook moving, WallStreams streams) {
        this.tables = tables;
        this.figures = figures;
        this.moving = moving;
        this.streams = streams;
    }

    @GetMapping("/figures")
    @Permit(Permission.SITUATION_READ)
    @Operation(summary = "大屏数字：在办、今日、环节、排名、趋势、热点 the figures of the wall")
    WallAnswers.Figures figures() {
        return figures.current();
    }

    /// Read all pages, then listen from the number of the first page: what moved meanwhile is told again.
    @GetMapping("/cases")
    @Permit(Permission.SITUATION_READ)
    @Transactional(readOnly = true)
    @Operation(summary = "图上在办案件，分页 open cases for the map, by pages; listen on from seq of the first page")
    WallAnswers.Points cases(@Parameter(description = "上一页的 next the next of the page before")
            @RequestParam(required = false) @Nullable UUID after) {
        long seq = tables.seq();
        List<WallCase> rows = tables.open(after, PAGE);
        return new WallAnswers.Points(seq, rows.stream().map(WallAnswers.Point::of).toList(),
                rows.size() < PAGE ? null : rows.getLast().id());
    }

    @GetMapping("/moving")
    @Permit(Permission.SITUATION_READ)
    @Operation(summary = "采集员和车辆的最近位置 where collectors and vehicles were seen last")
    List<MovingThing> moving() {
        return moving.present();
    }

    /// Events `cases`, `figures`, `moving`, `reset`, `beat`; the id of an event is the push number to come back with.
    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Permit(Permission.SITUATION_READ)
    @Operation(summary = "大屏推送（服务器发送事件） the pushes as server-sent events; Last-Event-ID goes on after a number")
    SseEmitter stream(HttpServletRequest request, HttpServletResponse response,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long last) {
        response.setHeader("X-Accel-Buffering", "no");
        return streams.open(SignedIn.current(), (String) request.getAttribute(Sessions.TOKEN_ATTRIBUTE), last);
    }
}
