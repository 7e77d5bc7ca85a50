package jingwei.casework.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jingwei.casework.Case;
import jingwei.casework.CaseAct;
import jingwei.casework.CaseRoom;
import jingwei.casework.Field;
import jingwei.casework.Performer;
import jingwei.casework.PossibleAct;
import jingwei.casework.Sight;
import jingwei.casework.clock.CaseClock;
import jingwei.organization.Axis;
import jingwei.organization.Organization;
import jingwei.organization.Post;
import jingwei.organization.Unit;
import jingwei.process.ProcessDefinition;
import jingwei.process.State;
import jingwei.standards.RegionCode;
import jingwei.standards.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Draws cases for the reader: in his language, and without what his post may not see.
@Component
class CaseViews {

    private final CaseRoom room;

    CaseViews(CaseRoom room) {
        this.room = room;
    }

    CaseAnswers.CaseView of(Case given, Performer speaker, Locale locale) {
        Case c = Sight.shown(speaker.post(), given);
        ProcessDefinition process = room.around().process(c.process(), c.processVersion());
        State state = process.state(c.state());
        Instant now = room.around().now();
        boolean english = "en".equals(locale.getLanguage());
        CaseClock leading = c.clocks().leading().orElse(null);
        Case.Filing f = c.filing();
        return new CaseAnswers.CaseView(c.id(), c.number(), c.process(), c.processVersion(), c.state(),
                english ? state.word() : state.zh(), c.stage().word(), c.stage().text().in(locale), c.version(), c.round(),
                c.trial(), c.begunAt(), c.since(), leading == null ? null : leading.light(now), clock(leading, now),
                clock(c.clocks().handling(), now), c.isHeld(), c.clocks().hold() == null ? null : c.clocks().hold().until(),
                c.reported(), c.spot(), CaseAnswers.SubjectView.of(c.subject()),
                room.around().sheet().entry(c.subject().classCode()).map(entry -> entry.name().in(locale))
                        .orElse(c.subject().classCode().toString()),
                f == null ? null : new CaseAnswers.FilingView(f.sheetVersion(), f.condition(), f.filingCondition(),
                        f.closingCondition(), f.limit().toString(), f.at()),
                c.assignment() == null ? null : CaseAnswers.AssignmentView.of(c.assignment()), c.task(), c.petitions(), c.orders(), c.links(), c.marks(),
                room.docket(c).stream().map(act -> act(act, speaker, locale)).toList(),
                room.possible(given, speaker).stream().map(act -> possible(act, locale)).toList());
    }

    CaseAnswers.ProposalView proposal(Case c, Locale locale) {
        Organization organization = room.around().organization();
        List<RegionCode> regions = List.of(RegionCode.of(c.spot().community()), RegionCode.of(c.spot().street()),
                RegionCode.of(c.spot().district()));
        var proposal = room.around().sheet().propose(c.subject().classCode(), regions, c.spot().dutyGrid(),
                Optional.ofNullable(c.subject().owner()), Optional.ofNullable(c.subject().maintainer()),
                unit -> organization.unit(unit).filter(Unit::inForce).isPresent());
        String limit = c.filing() != null ? c.filing().limit().toString()
                : c.subject().condition() == null ? null
                : room.around().sheet().condition(c.subject().classCode(), c.subject().condition())
                        .flatMap(condition -> condition.limit(c.spot().areaClass())).map(Object::toString).orElse(null);
        List<String> collectors = new ArrayList<>();
        if (c.spot().dutyGrid() != null) {
            organization.collectorsOnDuty(c.spot().dutyGrid(), room.around().now())
                    .forEach(post -> collectors.add(post.id()));
        }
        return new CaseAnswers.ProposalView(proposal.unitId(),
                proposal.unit().flatMap(organization::unit).map(Unit::name).orElse(null), proposal.ground().name(),
                proposal.reason().in(locale), limit, collectors);
    }

    private CaseAnswers.ActView act(CaseAct a, Performer reader, Locale locale) {
        Post post = room.around().organization().post(a.post()).orElse(null);
        var said = a.particulars();
        boolean hide = reader.post().axis() == Axis.HANDLING && said.reporter() != null;
        return new CaseAnswers.ActView(a.seq(), a.act().word(), a.act().text().in(locale), a.from(), a.to(), a.post(),
                post == null ? a.post() : post.name(), a.axis().name(), a.organization(), a.enteredBy(), a.since(), a.at(),
                a.limit(), a.due(), a.overdue(), a.round(), hide ? said.withoutReporter() : said);
    }

    private static CaseAnswers.PossibleView possible(PossibleAct act, Locale locale) {
        List<CaseAnswers.FieldView> fields = new ArrayList<>();
        act.required().forEach(field -> fields.add(field(field, true, locale)));
        act.optional().forEach(field -> fields.add(field(field, false, locale)));
        return new CaseAnswers.PossibleView(act.act().word(), act.act().text().in(locale), fields,
                refusal(act.refusal(), locale));
    }

    private static CaseAnswers.FieldView field(Field field, boolean required, Locale locale) {
        return new CaseAnswers.FieldView(field.key(), field.text().in(locale), required);
    }

    private static CaseAnswers.@Nullable RefusalView refusal(@Nullable Refusal refusal, Locale locale) {
        return refusal == null ? null : new CaseAnswers.RefusalView(refusal.code(), refusal.what().in(locale),
                refusal.remedy().in(locale), refusal.clause());
    }

    private CaseAnswers.@Nullable ClockView clock(@Nullable CaseClock clock, Instant now) {
        return clock == null ? null : CaseAnswers.ClockView.of(clock, now, room.around().calendar());
    }
}
