package jingwei.casework.desk;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jingwei.casework.CaseLine;
import jingwei.casework.Surroundings;
import jingwei.casework.store.CaseSearch;
import jingwei.casework.store.Narrowing;
import jingwei.organization.Axis;
import jingwei.organization.Post;
import jingwei.organization.PostKind;
import jingwei.process.Act;
import jingwei.process.ProcessDefinition;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 工作台: the queues of a post, counted and listed (COL-01, ACC-17). What waits is listed by its clock, the nearest first.
@Component
@Transactional(readOnly = true)
public class Desks {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final List<String> PETITIONS = List.of("return", "extension", "extension-2", "hold");
    private static final Narrowing NOTHING = Narrowing.of("false");

    private final CaseSearch search;
    private final Surroundings around;

    Desks(CaseSearch search, Surroundings around) {
        this.search = search;
        this.around = around;
    }

    /// 台面: how many cases lie in each queue that is counted.
    ///
    /// @param doneToday acts this post has performed since midnight in Shanghai
    public record Desk(Map<Queue, Long> counts, long doneToday) {
    }

    public Desk of(Post post) {
        Instant now = around.now();
        Map<Queue, Narrowing> counted = new EnumMap<>(Queue.class);
        for (Queue queue : Queue.values()) {
            if (queue != Queue.DONE) {
                counted.put(queue, narrowing(queue, post, now));
            }
        }
        Map<Queue, Long> counts = new LinkedHashMap<>();
        List<Long> numbers = search.countOpen(List.copyOf(counted.values()), around.organization(), post, now);
        int at = 0;
        for (Queue queue : counted.keySet()) {
            counts.put(queue, numbers.get(at++));
        }
        Instant midnight = now.atZone(ZONE).toLocalDate().atTime(LocalTime.MIN).atZone(ZONE).toInstant();
        return new Desk(counts, search.actsSince(post.id(), midnight));
    }

    /// The lines of a queue: what waits by its clock, what is done by its end.
    public List<CaseLine> lines(Queue queue, Post post, int most) {
        Instant now = around.now();
        Narrowing wanted = narrowing(queue, post, now);
        return queue == Queue.DONE ? search.ended(wanted, around.organization(), post, now, most)
                : search.byClock(wanted, around.organization(), post, now, most);
    }

    private Narrowing narrowing(Queue queue, Post post, Instant now) {
        boolean handles = post.axis() == Axis.HANDLING;
        return switch (queue) {
            case TO_DO -> toDo(post);
            case PETITIONS -> petitions(post.kind());
            case UNDER_WAY -> handles ? toDo(post).not()
                    : Narrowing.actedBy(post.id()).and(toDo(post).not());
            case RETURNED -> returned(post);
            case OVERDUE -> (looksOverAll(post.kind()) ? Narrowing.of("true") : toDo(post))
                    .and(Narrowing.of("clock_due < ?", Timestamp.from(now))).and(Narrowing.of("NOT held"));
            case EXPEDITED -> Narrowing.of("open_orders > 0");
            case HELD -> Narrowing.of("held");
            case DONE -> handles ? Narrowing.of("true") : Narrowing.actedBy(post.id());
        };
    }

    private Narrowing toDo(Post post) {
        List<String> states = Waits.of(around.process(), post.kind());
        Narrowing waiting = states.isEmpty() ? NOTHING
                : Narrowing.of("state = ANY (?::text[]) AND NOT held", (Object) states.toArray(String[]::new));
        return post.kind() == PostKind.COLLECTOR ? Narrowing.of("collector = ?", post.id()) : waiting;
    }

    private Narrowing petitions(PostKind kind) {
        ProcessDefinition process = around.process();
        List<String> mine = PETITIONS.stream().filter(word -> process.settings().chain(word).contains(kind))
                .map(word -> word.replace("-2", "").toUpperCase(java.util.Locale.ROOT)).distinct().toList();
        return mine.isEmpty() ? NOTHING
                : Narrowing.of("petition = ANY (?::text[])", (Object) mine.toArray(String[]::new));
    }

    /// Came back to the desk by one of the sendings back, the act that brought the case into its present state.
    private Narrowing returned(Post post) {
        List<Act> back = List.of(Act.SEND_BACK, Act.RETURN_TO_FILING, Act.GRANT_RETURN, Act.REWORK, Act.SEND_BACK_INCOMPLETE,
                Act.REFUSE_SETTLEMENT);
        Narrowing came = Narrowing.cameBy(back);
        return toDo(post).and(post.axis() == Axis.HANDLING ? Narrowing.of("round > 1").or(came) : came);
    }

    private static boolean looksOverAll(PostKind kind) {
        return kind == PostKind.LEADER || kind == PostKind.CENTER_CHIEF || kind == PostKind.COMMAND_CHIEF;
    }
}
