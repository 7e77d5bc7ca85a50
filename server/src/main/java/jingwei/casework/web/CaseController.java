package jingwei.casework.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import java.util.UUID;
import jingwei.casework.ActRequest;
import jingwei.casework.Case;
import jingwei.casework.CaseNumber;
import jingwei.casework.CaseRoom;
import jingwei.casework.Outcome;
import jingwei.casework.Particulars;
import jingwei.casework.Performer;
import jingwei.casework.act.Refusals;
import jingwei.casework.store.Takings;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.process.Act;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// 案件: begins cases, performs acts, shows a case with its docket and the acts possible now.
@RestController
@RequestMapping("/api/cases")
@Tag(name = "cooperation")
class CaseController {

    private final CaseRoom room;
    private final CaseViews views;
    private final Takings takings;

    CaseController(CaseRoom room, CaseViews views, Takings takings) {
        this.room = room;
        this.views = views;
        this.takings = takings;
    }

    /// 立卷.
    ///
    /// @param act `report` (collector), `register` (operator) or `import` (gateway)
    /// @param id  made by the client, so that a repeat is known whatever happened between; may be left out
    record Beginning(String act, @Nullable UUID id, @Nullable Particulars particulars) {
    }

    /// 办理.
    ///
    /// @param version the version of the case the speaker saw; an older one than the case's is refused
    record Doing(String act, @Nullable Integer version, @Nullable Particulars particulars) {
    }

    @PostMapping
    @Permit(Permission.CASE_ACT)
    @Tag(name = "acceptance")
    @Operation(summary = "立卷：上报、登记、导入 begin a case",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(value = """
                            {"act": "register", "particulars": {"source": "HOTLINE", "description": "井盖破损",
                             "classCode": "component-0101", "condition": 1,
                             "point": {"longitude": 112.4412, "latitude": 34.6701}}}"""))))
    ResponseEntity<CaseAnswers.CaseView> begin(@RequestBody Beginning beginning, Locale locale) {
        Performer speaker = room.speaker();
        Outcome.Performed done = room.perform(new ActRequest(null, act(beginning.act()), null,
                beginning.particulars() == null ? Particulars.none() : beginning.particulars(), beginning.id()), speaker);
        return ResponseEntity.status(HttpStatus.CREATED).header("ETag", tag(done.theCase()))
                .body(views.of(done.theCase(), speaker, locale));
    }

    @PostMapping("/{number}/acts")
    @Permit(Permission.CASE_ACT)
    @Operation(summary = "办理 perform an act on a case",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(value = """
                            {"act": "dispatch", "version": 3, "particulars": {"unit": "water", "opinion": "请尽快处置"}}"""))))
    ResponseEntity<CaseAnswers.CaseView> perform(@PathVariable String number, @RequestBody Doing doing, Locale locale) {
        Performer speaker = room.speaker();
        takings.refuse(CaseNumber.of(number), speaker);
        Outcome.Performed done = room.perform(new ActRequest(CaseNumber.of(number), act(doing.act()), doing.version(),
                doing.particulars() == null ? Particulars.none() : doing.particulars(), null), speaker);
        return ResponseEntity.ok().header("ETag", tag(done.theCase()))
                .body(views.of(done.theCase(), speaker, locale));
    }

    @GetMapping("/{number}")
    @Permit(Permission.CASE_READ)
    @Operation(summary = "案件全貌：表单、办理记录、计时、可办动作 one case with its docket")
    ResponseEntity<CaseAnswers.CaseView> show(@PathVariable String number, Locale locale) {
        Performer speaker = room.speaker();
        Case theCase = found(number, speaker);
        return ResponseEntity.ok().header("ETag", tag(theCase)).body(views.of(theCase, speaker, locale));
    }

    @GetMapping("/{number}/proposal")
    @Permit(Permission.CASE_READ)
    @Operation(summary = "派遣建议：单位、时限和理由 proposed unit and limit, with the reason")
    CaseAnswers.ProposalView proposal(@PathVariable String number, Locale locale) {
        return views.proposal(found(number, room.speaker()), locale);
    }

    private Case found(String number, Performer speaker) {
        CaseNumber wanted = CaseNumber.of(number);
        return room.find(wanted, speaker).orElseThrow(() -> Refusals.noSuchCase(wanted).asException());
    }

    private static String tag(Case theCase) {
        return "\"" + theCase.version() + "\"";
    }

    private static Act act(String word) {
        return Act.ofWord(word).orElseThrow(() -> Refusal.of(Refusal.Kind.MALFORMED, "unknown-act",
                Text.of("没有“" + word + "”这个动作", "there is no act \"" + word + "\""),
                Text.of("动作名称见 /api/vocabulary", "the acts are listed at /api/vocabulary")).asException());
    }
}
