package jingwei.casework.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import jingwei.casework.Case;
import jingwei.casework.CaseNumber;
import jingwei.casework.CaseRoom;
import jingwei.casework.Performer;
import jingwei.casework.act.Refusals;
import jingwei.casework.store.HandOns;
import jingwei.casework.store.Questions;
import jingwei.grid.GeoPoint;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.notice.Notices;
import jingwei.notice.NoticeReceipt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.ResponseStatus;

/// 请示 (COL-13) and 班组交办 (MDI-02).
@RestController
@Tag(name = "cooperation")
class CounselController {

    private static final int TOLD = 20;

    private final CaseRoom room;
    private final Questions questions;
    private final HandOns handOns;
    private final Notices notices;

    CounselController(CaseRoom room, Questions questions, HandOns handOns, Notices notices) {
        this.room = room;
        this.questions = questions;
        this.handOns = handOns;
        this.notices = notices;
    }

    record QuestionSheet(@Nullable String of, @Nullable String words) {
    }

    record AnswerSheet(@Nullable String words) {
    }

    record HandOnSheet(@Nullable String to, @Nullable String words) {
    }

    /// 可请示岗位.
    record HigherPost(String post, String name) {
    }

    /// @param questions 请示, oldest first
    /// @param higher    posts the speaker may ask
    /// @param handOns   who has the case inside the units
    /// @param told      通知回执, newest first
    record CounselView(List<Questions.CaseQuestion> questions, List<HigherPost> higher, List<HandOns.HandOn> handOns, List<NoticeReceipt> told) {
    }

    @GetMapping("/api/cases/{number}/counsel")
    @Permit(Permission.CASE_READ)
    @Operation(summary = "案内请示和班组交办 questions and hand-ons of a case")
    CounselView counsel(@PathVariable String number) {
        Performer speaker = room.speaker();
        Case theCase = found(number, speaker);
        return new CounselView(questions.of(theCase),
                questions.higher(speaker.post()).stream().map(post -> new HigherPost(post.id(), post.name())).toList(), handOns.of(theCase),
                notices.about("/office/cases/" + theCase.number(), TOLD));
    }

    @PutMapping("/api/cases/{number}/questions/{id}")
    @Permit(Permission.CASE_ACT)
    @Operation(summary = "就案件向上级请示 ask a higher post for instructions", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"of": "command-chief-1", "words": "权属有争议，请示由哪家处置"}"""))))
    Questions.CaseQuestion ask(@PathVariable String number, @PathVariable UUID id, @RequestBody QuestionSheet sheet) {
        Performer speaker = room.speaker();
        return questions.ask(id, found(number, speaker), speaker, said(sheet.of()), said(sheet.words()));
    }

    @PutMapping("/api/questions/{id}/answer")
    @Permit(Permission.CASE_ACT)
    @Operation(summary = "批复请示 answer a question", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"words": "由供水公司先行处置"}"""))))
    Questions.CaseQuestion answer(@PathVariable UUID id, @RequestBody AnswerSheet sheet) {
        return questions.answer(id, room.speaker(), said(sheet.words()));
    }

    @GetMapping("/api/questions")
    @Permit(Permission.CASE_READ)
    @Operation(summary = "待我批复的请示 questions that wait for the post in use")
    List<Questions.CaseQuestion> waiting() {
        return questions.waitingFor(room.speaker().post());
    }

    @GetMapping("/api/crew")
    @Permit(Permission.CASE_READ)
    @Operation(summary = "本单位班组：人员、在办、最近到场位置 the unit's own crew, what each has and where each was last")
    List<HandOns.Worker> crew() {
        return handOns.crew(room.speaker());
    }

    @PutMapping("/api/cases/{number}/hand-on")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.CASE_ACT)
    @Operation(summary = "交给班组，或改交他人 hand a case on to one of the unit's crew", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"to": "water-crew-1", "words": "带井盖和警示牌"}"""))))
    void give(@PathVariable String number, @RequestBody HandOnSheet sheet) {
        Performer speaker = room.speaker();
        handOns.give(found(number, speaker), speaker, said(sheet.to()), said(sheet.words()));
    }

    @DeleteMapping("/api/cases/{number}/hand-on")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.CASE_ACT)
    @Operation(summary = "从班组收回 take a case back from the crew")
    void takeBack(@PathVariable String number) {
        Performer speaker = room.speaker();
        handOns.takeBack(found(number, speaker), speaker);
    }

    @PutMapping("/api/cases/{number}/hand-on/arrival")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.CASE_ACT)
    @Operation(summary = "报到场 say one is on the spot", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"longitude": 112.4412, "latitude": 34.6701}"""))))
    void arrive(@PathVariable String number, @RequestBody GeoPoint at) {
        Performer speaker = room.speaker();
        handOns.arrive(found(number, speaker).number(), speaker, at);
    }

    private Case found(String number, Performer speaker) {
        CaseNumber wanted = CaseNumber.of(number);
        return room.find(wanted, speaker).orElseThrow(() -> Refusals.noSuchCase(wanted).asException());
    }

    private static String said(@Nullable String words) {
        return Objects.requireNonNullElse(words, "");
    }
}
