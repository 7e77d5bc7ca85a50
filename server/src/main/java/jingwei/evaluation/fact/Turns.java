package jingwei.evaluation.fact;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jingwei.casework.history.CaseHistory.Asked;
import jingwei.casework.history.CaseHistory.Head;
import jingwei.casework.history.CaseHistory.Step;
import jingwei.casework.history.CaseHistory.Wish;
import jingwei.organization.Axis;
import jingwei.standards.LimitUnit;
import jingwei.standards.TimeLimit;
import jingwei.workcalendar.WorkCalendar;
import org.jspecify.annotations.Nullable;

/// 案件的各派次: one row for each time the case went to a unit, told act by act.
final class Turns {

    /// 缓办积存: natural days after which a held case is backlog (Ningbo).
    private static final Duration LONG_HOLD = Duration.ofDays(60);

    private final Head head;
    private final WorkCalendar calendar;
    private final List<FactRow> rows = new ArrayList<>();
    /// Due moment before the first extension, by turn.
    private final Map<Integer, Instant> extensions = new HashMap<>();
    private FactRow now;
    private boolean dispatchedBefore;
    private boolean sentBack;
    private int asked = -1;
    /// The last petition whose grant was counted.
    private int counted = -1;
    private @Nullable String unitBefore;
    private @Nullable FactRow reworkBefore;
    private @Nullable Instant dueBefore;

    Turns(Head head, WorkCalendar calendar) {
        this.head = head;
        this.calendar = calendar;
        this.now = new FactRow(Relation.CASES, head.id(), 1);
        rows.add(now);
        now.set("round", 1).set("first", true);
    }

    List<FactRow> rows() {
        return rows;
    }

    int number() {
        return rows.size();
    }

    @Nullable String unit() {
        return (String) now.get("unit");
    }

    void tell(Step step) {
        Instant at = step.at();
        switch (step.act()) {
            case REPORT, REGISTER -> reported(step);
            case IMPORT -> imported(step);
            case SPLIT -> split(step);
            case VERIFY_TRUE -> now.setOnce("verified_at", at);
            case ACCEPT -> now.setOnce("accepted_at", at);
            case SEND_BACK -> sentBack = true;
            case FILE -> now.set("filed_at", at);
            case RETURN_TO_FILING -> {
                sentBack = true;
                now.set("filed_at", null);
            }
            case DISPATCH, TRANSFER -> dispatched(step);
            case HANDLE -> handled(step);
            case SEND_BACK_INCOMPLETE -> now.set("handled_at", null).set("late", null).set("overtime", null);
            case ASK_RETURN, ASK_EXTENSION, ASK_HOLD -> asked++;
            case GRANT_RETURN -> {
                dueAs(step);
                leave(at);
                begin();
            }
            case GRANT_EXTENSION -> extended(step);
            case GRANT_HOLD -> held(step);
            case RELEASE -> now.set("released_at", at);
            case REWORK -> {
                leave(at);
                unitBefore = (String) now.get("unit");
                begin();
            }
            case REOPEN -> {
                leave(at);
                begin().set("filed_at", null);
            }
            case CLOSE -> {
                now.set("closed_at", at).set("reply_owed", head.wantsReply()).set("replied", head.wantsReply() && step.said());
                ended("closed", at);
            }
            case CLOSE_SHORT -> {
                now.set("closed_at", at).set("reply_owed", head.wantsReply()).set("replied", head.wantsReply() && step.said());
                ended("short", at);
            }
            case SETTLE_ON_SPOT -> now.set("settle_at", at).set("settle_refused_at", null);
            case APPROVE_SETTLEMENT -> ended("settled", at);
            case REFUSE_SETTLEMENT -> now.set("settle_refused_at", at);
            case MARK_DUPLICATE -> {
                now.setOnce("accepted_at", at);
                ended("duplicate", at);
            }
            case DECLINE -> ended("declined", at);
            case REFUSE_FILING -> ended("not-filed", at);
            case ANNUL -> {
                ended("annulled", at);
                leave(at);
            }
            case MERGE -> {
                dueAs(step);
                ended("merged", at);
                leave(at);
            }
            case ASK_VERIFY, VERIFY_FALSE, RECEIVE, REFUSE_RETURN, REFUSE_EXTENSION, REFUSE_HOLD, REPORT_BACK, ASK_CHECK,
                PASS_CHECK, FAIL_CHECK, CHECK_AGAIN, EXPEDITE, REMIND, INSTRUCT, ANSWER -> {
                // told by passages and tasks, or counted by nobody
            }
        }
    }

    void end(FactRows.Findings findings) {
        if (now.empty("handled_at") && now.empty("left_at") && now.empty("ended_at") && !now.empty("dispatched_at")) {
            now.set("handle_due", head.handlingDue());
        }
        Object finished = now.empty("left_at") || !now.empty("ended_at") ? now.get("ended_at") : null;
        FactRow first = rows.getFirst();
        boolean filed = rows.stream().anyMatch(row -> !row.empty("filed_at"));
        String ending = (String) now.get("ending");
        boolean wrong = sentBack || "annulled".equals(ending) || "not-filed".equals(ending) || "duplicate".equals(ending)
                || "declined".equals(ending);
        first.set("valid", filed && !"annulled".equals(ending)).set("accepted_right", !wrong);
        for (FactRow row : rows) {
            row.set("finished_at", finished);
            extension(row);
            if (findings.appealed().contains(row.key())) {
                row.set("appealed", true).set("late", null);
            }
        }
    }

    private FactRow begin() {
        FactRow before = now;
        now = new FactRow(Relation.CASES, head.id(), rows.size() + 1);
        for (String carried : List.of("reported_at", "verified_at", "accepted_at", "filed_at", "post", "person", "split", "round")) {
            now.set(carried, before.get(carried));
        }
        rows.add(now);
        dueBefore = null;
        return now;
    }

    private void reported(Step step) {
        now.set("reported_at", step.at()).set("post", step.post()).set("person", step.person());
    }

    /// A case that comes filed to the command side was accepted and filed elsewhere.
    private void imported(Step step) {
        reported(step);
        if (step.axis() == Axis.COMMAND) {
            now.set("accepted_at", step.at()).set("filed_at", step.at());
        }
    }

    /// The sub-case begins filed; the case itself waits for its parts and counts no more for closing.
    private void split(Step step) {
        if (step.seq() == 1) {
            reported(step);
            now.set("filed_at", step.at());
        } else {
            now.set("split", true);
        }
    }

    private void dispatched(Step step) {
        now.set("dispatched_at", step.at()).set("unit", step.unit()).set("round", step.round())
                .set("first_dispatch", !dispatchedBefore);
        dispatchedBefore = true;
        if (step.unit() != null && step.unit().equals(unitBefore)) {
            now.set("rework_at", step.at());
            if (reworkBefore != null) {
                reworkBefore.set("rework_next", step.at());
            }
            reworkBefore = now;
        }
        unitBefore = null;
    }

    private void handled(Step step) {
        now.set("handled_at", step.at()).set("handle_due", step.due()).set("late", step.overdue());
        if (step.limit() != null && step.due() != null) {
            if (step.overdue()) {
                now.set("overtime", FactRows.decimal(overtime(TimeLimit.of(step.limit()), step.due(), step.at())));
            }
        }
    }

    /// (used - limit) / limit in the limit's own kind of time (counting rule 4).
    private double overtime(TimeLimit given, Instant due, Instant at) {
        double hours = switch (given.unit()) {
            case EMERGENCY_MINUTE -> given.amount() / 60.0;
            case EMERGENCY_HOUR, WORKING_HOUR -> given.amount();
            case WORKING_DAY -> given.amount() * 8.0;
            case DAY -> given.amount() * 24.0;
        };
        double whole = hours + (dueBefore == null ? 0 : hours(dueBefore, due, given.unit()));
        return hours(due, at, given.unit()) / whole;
    }

    private void extended(Step step) {
        if (granted(Wish.EXTENSION)) {
            if (dueBefore == null) {
                dueBefore = step.due();
            }
            now.set("extended_at", step.at()).set("extensions", more("extensions"));
            extensions.put(now.key(), dueBefore);
        }
    }

    private void extension(FactRow row) {
        Instant old = extensions.get(row.key());
        Instant due = (Instant) row.get("handle_due");
        if (old != null && due != null) {
            row.set("extension_hours", FactRows.decimal(calendar.open(old, due).toMinutes() / 60.0));
        }
    }

    private void held(Step step) {
        if (granted(Wish.HOLD)) {
            now.set("held_at", step.at()).set("held_long_at", step.at().plus(LONG_HOLD)).set("released_at", null)
                    .set("holds", more("holds"));
        }
    }

    /// One more for each petition, however many posts of its chain granted it.
    private int more(String column) {
        int before = now.get(column) instanceof Integer count ? count : 0;
        boolean again = counted == asked;
        counted = asked;
        return again ? before : before + 1;
    }

    /// Only the last grant of the chain takes effect; the petition says whether it did.
    private boolean granted(Wish kind) {
        Asked petition = asked >= 0 && asked < head.petitions().size() ? head.petitions().get(asked) : null;
        return petition != null && petition.kind() == kind && petition.granted();
    }

    private void dueAs(Step step) {
        if (now.empty("handled_at") && !now.empty("dispatched_at")) {
            now.set("handle_due", step.due());
        }
    }

    private void leave(Instant at) {
        now.setOnce("left_at", at);
    }

    private void ended(String how, Instant at) {
        now.set("ending", how).set("ended_at", at);
    }

    private double hours(Instant from, Instant to, LimitUnit unit) {
        return calendar.elapsed(from, to, unit).toMinutes() / 60.0;
    }
}
