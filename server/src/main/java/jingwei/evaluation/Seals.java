package jingwei.evaluation;

import io.swagger.v3.oas.annotations.media.Schema;
import com.github.f4b6a3.uuid.UuidCreator;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import jingwei.evaluation.store.SealTables;
import jingwei.journal.Journal;
import jingwei.journal.JournalEntry;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import jingwei.workcalendar.Calendars;
import jingwei.workcalendar.PlatformClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 封存 (EVA-06): a published period keeps its figures, the sheet and calendar by which they were reckoned, and the hash of its
/// facts. Nothing moves it; what is reckoned again is a new edition with its reason and a report of what differs.
@Component
public class Seals {

    private final SealTables tables;
    private final Evaluation evaluation;
    private final Sheets sheets;
    private final Calendars calendars;
    private final PlatformClock clock;
    private final Journal journal;

    Seals(SealTables tables, Evaluation evaluation, Sheets sheets, Calendars calendars, PlatformClock clock, Journal journal) {
        this.tables = tables;
        this.evaluation = evaluation;
        this.sheets = sheets;
        this.calendars = calendars;
        this.clock = clock;
        this.journal = journal;
    }

    /// 一次封存. @param edition 1, and one more with each recalculation
    public record Seal(UUID id, Period period, int edition, String sheet, int sheetVersion, int calendarVersion, String factsHash,
            String reason, String post, Instant sealedAt) {
    }

    /// 封存的一行.
    @Schema(name = "SealedLine")
    public record Line(Subject subject, String code, String name, Map<String, @Nullable BigDecimal> figures,
            Map<String, BigDecimal> counts, @Nullable String grade, @Nullable Integer place) {
    }

    /// 差异. @param before null where the subject or figure was not there
    public record Difference(Subject subject, String code, String name, String indicator, @Nullable BigDecimal before,
            @Nullable BigDecimal after) {
    }

    /// Seals a period that has ended, for every kind of subject of its sheet.
    ///
    /// @throws RefusedException `period-not-over`, `already-sealed`
    @Transactional
    public Seal seal(Period period, String reason, String post) {
        if (!tables.editions(period).isEmpty()) {
            throw refusal(Refusal.Kind.CONFLICT, "already-sealed", period.zh() + "已经封存", "the period is sealed already",
                    "确有错误的，说明理由后重算", "if it is wrong, recalculate it with a reason");
        }
        return write(period, 1, reason, post);
    }

    /// 重算: a new edition beside the old ones.
    ///
    /// @throws RefusedException `not-sealed` for a period that was never sealed
    @Transactional
    public Seal recalculate(Period period, String reason, String post) {
        List<Seal> editions = tables.editions(period);
        if (editions.isEmpty()) {
            throw refusal(Refusal.Kind.CONFLICT, "not-sealed", period.zh() + "没有封存，不能重算", "the period was never sealed",
                    "未封存的周期随时按现有记录计算，无须重算；需要公布的请先封存", "an unsealed period is always reckoned anew; seal it first");
        }
        if (reason.isBlank()) {
            throw refusal(Refusal.Kind.UNPROCESSABLE, "reason-missing", "重算须说明理由", "a recalculation needs its reason", "请填写理由", "give the reason");
        }
        return write(period, editions.getLast().edition() + 1, reason, post);
    }

    @Transactional(readOnly = true)
    public List<Seal> all() {
        return tables.all();
    }

    /// @throws RefusedException `no-such-seal`
    @Transactional(readOnly = true)
    public Seal find(UUID id) {
        return tables.find(id).orElseThrow(() -> refusal(Refusal.Kind.NOT_FOUND, "no-such-seal", "没有这次封存", "there is no such seal",
                "请查封存列表", "see the list of seals"));
    }

    @Transactional(readOnly = true)
    public List<Line> lines(UUID id, @Nullable Subject subject) {
        find(id);
        return tables.lines(id, subject);
    }

    /// Whether the facts of the period are still those that were sealed.
    @Transactional(readOnly = true)
    public boolean unmoved(UUID id) {
        Seal seal = find(id);
        return tables.hash(seal.period()).equals(seal.factsHash());
    }

    /// What differs between an edition and the one before it.
    @Transactional(readOnly = true)
    public List<Difference> differences(UUID id) {
        Seal seal = find(id);
        Optional<Seal> before = tables.editions(seal.period()).stream().filter(other -> other.edition() == seal.edition() - 1).findFirst();
        if (before.isEmpty()) {
            return List.of();
        }
        List<Line> old = tables.lines(before.get().id(), null);
        List<Difference> differences = new ArrayList<>();
        List<Line> now = tables.lines(id, null);
        now.forEach(line -> differ(find(old, line), line, differences));
        old.stream().filter(line -> find(now, line) == null).forEach(line -> differ(line, null, differences));
        return differences;
    }

    private Seal write(Period period, int edition, String reason, String post) {
        Instant now = clock.now();
        if (now.isBefore(period.end())) {
            throw refusal(Refusal.Kind.UNPROCESSABLE, "period-not-over", period.zh() + "还没有结束，不能封存", "the period is not over yet",
                    "请在周期结束后封存", "seal it when it is over");
        }
        Sheets.Version by = sheets.inForce(period);
        Seal seal = new Seal(UuidCreator.getTimeOrderedEpoch(), period, edition, by.name(), by.version(),
                calendars.current().version(), tables.hash(period), reason, post, now);
        tables.add(seal, by.body());
        Arrays.stream(Subject.values()).filter(subject -> !by.sheet().of(subject).isEmpty()).forEach(subject -> {
            ResultTable table = evaluation.evaluate(by, subject, period);
            tables.add(seal.id(), subject, table.lines().stream().filter(line -> subject != Subject.CELL || line.counted())
                    .map(line -> new Line(subject, line.code(), line.name(), Evaluation.shown(table, line), line.counts(), line.grade(),
                            line.rank())).toList());
        });
        journal.write(JournalEntry.Kind.DATA_CHANGE, seal.id().toString(), edition == 1 ? "evaluation-sealed" : "evaluation-recalculated",
                Map.of("period", period.zh(), "edition", edition, "reason", reason));
        return seal;
    }

    private static @Nullable Line find(List<Line> lines, Line wanted) {
        return lines.stream().filter(line -> line.subject() == wanted.subject() && line.code().equals(wanted.code())).findFirst().orElse(null);
    }

    private static void differ(@Nullable Line before, @Nullable Line after, List<Difference> differences) {
        Line any = Objects.requireNonNull(after != null ? after : before);
        TreeSet<String> ids = new TreeSet<>();
        if (before != null) {
            ids.addAll(before.figures().keySet());
        }
        if (after != null) {
            ids.addAll(after.figures().keySet());
        }
        for (String id : ids) {
            BigDecimal old = before == null ? null : before.figures().get(id);
            BigDecimal now = after == null ? null : after.figures().get(id);
            if (old == null ? now != null : now == null || old.compareTo(now) != 0) {
                differences.add(new Difference(any.subject(), any.code(), any.name(), id, old, now));
            }
        }
    }

    static RefusedException refusal(Refusal.Kind kind, String code, String zh, String en, String remedyZh, String remedyEn) {
        return Refusal.of(kind, code, Text.of(zh, en), Text.of(remedyZh, remedyEn)).under("EVA-06").asException();
    }

    /// The newest seal of a period, by its dates.
    @Transactional(readOnly = true)
    public Optional<Seal> newest(Period period) {
        return tables.editions(period).stream().reduce((first, second) -> second);
    }
}
