package jingwei.casework.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jingwei.casework.store.Walked;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.process.ProcessDefinition;
import jingwei.process.Processes;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.workcalendar.PlatformClock;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// 试走: what last month's cases would have met under a page that is not published yet (COL-02).
@RestController
@Tag(name = "maintenance")
class RehearsalController {

    private static final Duration MONTH = Duration.ofDays(30);

    private final Processes processes;
    private final Walked walked;
    private final PlatformClock clock;

    RehearsalController(Processes processes, Walked walked, PlatformClock clock) {
        this.processes = processes;
        this.walked = walked;
        this.clock = clock;
    }

    @Schema(name = "RehearsalPage")
    record Page(String page) {

        Page {
            page = page == null ? "" : page;
        }
    }

    /// 试走结果.
    ///
    /// @param acts   办理动作数 of the last thirty days
    /// @param stuck  moves that were made and would not be possible, the most frequent first
    @Schema(name = "Rehearsal")
    record Outcome(long acts, long cases, List<StuckMove> stuck) {
    }

    /// 走不通的一步.
    ///
    /// @param number one case that made the move
    @Schema(name = "StuckMove")
    record StuckMove(String from, String act, String to, String axis, long times, String number) {
    }

    private record Move(String from, String act, String to, String axis) {
    }

    @PostMapping("/api/process/rehearsal")
    @Permit(Permission.PROCESS_READ)
    @Transactional(readOnly = true)
    @Operation(summary = "用近三十天的办理试走一页流程 what the acts of the last thirty days would have met under a page",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(value = "{\"page\": \"process standard 2\\n...\"}"))))
    Outcome rehearse(@RequestBody Page page) {
        ProcessDefinition draft = processes.drawn(page.page()).orElseThrow(() -> Refusal.of(Refusal.Kind.UNPROCESSABLE, "process-unreadable",
                Text.of("这一页还读不懂，不能试走", "the page cannot be read yet, so nothing can be tried on it"),
                Text.of("请先改正所列的行", "mend the lines named first")).under("COL-02").asException());
        Set<Move> possible = draft.arrows().stream().flatMap(arrow -> arrow.axes().stream()
                .map(axis -> new Move(arrow.from(), arrow.act().word(), arrow.to(), axis.name()))).collect(Collectors.toSet());
        List<Walked.Move> moves = walked.since(clock.now().minus(MONTH));
        return new Outcome(moves.stream().mapToLong(Walked.Move::times).sum(), walked.cases(clock.now().minus(MONTH)),
                moves.stream().filter(move -> !possible.contains(new Move(move.from(), move.act(), move.to(), move.axis())))
                        .map(move -> new StuckMove(move.from(), move.act(), move.to(), move.axis(), move.times(), move.number())).toList());
    }
}
