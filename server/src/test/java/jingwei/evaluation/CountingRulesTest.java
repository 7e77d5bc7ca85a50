package jingwei.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import jingwei.casework.Case;
import jingwei.door.TestClient.Answer;
import jingwei.simulator.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The seventeen counting rules of evaluation.md chapter 2, each told by cases of a month of its own and asked over HTTP.
@Requirement({"EVA-02", "ACC-24", "COL-19"})
class CountingRulesTest {

    private static final String DONE = "handle report-back ask-check pass-check close";
    private static EvaluatedTown town;
    private static int month;

    private final PlayedCity city = new PlayedCity();
    private YearMonth here;

    @BeforeAll
    static void open() {
        town = EvaluatedTown.open();
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @Test
    void rule01_filedCountsByFilingClosedByClosingDueByTheMomentTheDutyFellDue() {
        begin();
        play("@1T09:00 report accept file dispatch/lighting @29T09:00 " + DONE.replace("close", "") + " +96h close");
        play("@27T09:00 report accept file dispatch/lighting");
        tell();
        assertThat(count("filed", here)).isEqualTo("2");
        assertThat(count("closed", here)).isEqualTo("0");
        assertThat(count("closed", here.plusMonths(1))).isEqualTo("1");
        // Nothing was filed in the second month, yet something was closed and so due.
        assertThat(count("filed", here.plusMonths(1))).isEqualTo("0");
    }

    @Test
    void rule02_dueIsHandledPlusOverdueAndNotHandled() {
        begin();
        play("@3T09:00 report accept file dispatch/lighting +72h handle");
        play("@3T09:00 report accept file dispatch/lighting");
        play("@27T21:00 report accept file dispatch/lighting");
        tell();
        YearMonth last = here;
        assertThat(count("handled", last)).isEqualTo("1");
        assertThat(indicator("unit", "lighting", last, "DP-B02")).isEqualTo(last.lengthOfMonth() >= 30 ? "3" : "2");
        assertThat(count("handled_overdue", last)).isEqualTo(last.lengthOfMonth() >= 30 ? "2" : "1");
    }

    @Test
    void rule03_onTimeIsJudgedOnTheBundledLimitAndASlowCheckHurtsNobody() {
        begin();
        play("@3T09:00 report accept file dispatch/lighting +47h handle report-back +240h ask-check pass-check close");
        tell();
        assertThat(count("closed_on_time", here)).isEqualTo("1");
        assertThat(count("check_sent_on_time", here)).isEqualTo("0");
    }

    @Test
    void rule04_theOvertimeMultipleIsWhatWasTooMuchOverTheLimit() {
        begin();
        play("@3T09:00 report accept file dispatch/lighting +72h " + DONE);
        tell();
        assertThat(count("overtime", here)).isEqualTo("0.5");
        assertThat(indicator("unit", "lighting", here, "XX-B12")).isEqualTo("0.5");
    }

    @Test
    void rule05_reworkIsTheSameUnitAgainOncePerCaseAndByRounds() {
        begin();
        play("@3T09:00 report accept file dispatch/lighting +1h handle report-back ask-check fail-check rework dispatch/lighting +1h handle "
                + "report-back ask-check fail-check rework dispatch/lighting +1h " + DONE);
        play("@3T09:00 report accept file dispatch/lighting ask-return grant-return dispatch/water +1h " + DONE);
        tell();
        assertThat(count("reworked", here)).isEqualTo("1");
        assertThat(count("rework_rounds", here)).isEqualTo("2");
        assertThat(count("handled", here)).isEqualTo("2");
    }

    @Test
    void rule06_twoUnitsOneAfterTheOtherAreAWrongDispatch() {
        begin();
        play("@3T09:00 report accept file dispatch/lighting ask-return grant-return dispatch/water +1h " + DONE);
        tell();
        assertThat(count("wrong_dispatches", here)).isEqualTo("1");
        assertThat(count("dispatches", here)).isEqualTo("2");
        assertThat(count("dispatches_right", here)).isEqualTo("1");
    }

    @Test
    void rule07_theGrantedLimitTakesThePlaceOfTheOldOne() {
        begin();
        play("@3T09:00 report accept file dispatch/lighting +1h ask-extension grant-extension +60h " + DONE);
        play("@3T09:00 report accept file dispatch/lighting +1h ask-extension refuse-extension +60h " + DONE);
        tell();
        assertThat(count("handled_on_time", here)).isEqualTo("1");
        assertThat(count("extended", here)).isEqualTo("1");
        assertThat(count("extension_grants", here)).isEqualTo("1");
        assertThat(new BigDecimal(count("extension_hours", here))).isPositive();
    }

    @Test
    void rule08_aHeldCaseLeavesTheDueCounts() {
        begin();
        play("@20T09:00 report accept file dispatch/lighting ask-hold grant-hold/dispatcher-1 grant-hold/command-chief-1");
        play("@3T09:00 report accept file dispatch/lighting ask-hold grant-hold/dispatcher-1 grant-hold/command-chief-1 +200h release +1h " + DONE);
        tell();
        assertThat(count("handled_overdue", here)).isEqualTo("0");
        assertThat(count("held_now", here)).isEqualTo("1");
        assertThat(count("ever_held", here)).isEqualTo("2");
        assertThat(count("hold_times", here)).isEqualTo("2");
        assertThat(count("handled_on_time", here)).isEqualTo("1");
        assertThat(count("backlog_held", here.plusMonths(2))).isEqualTo("1");
    }

    @Test
    void rule09_voidIsNamedByItsStage() {
        begin();
        play("@3T09:00 report decline");
        play("@3T09:00 report accept refuse-filing");
        play("@3T09:00 report accept file dispatch/lighting +1h handle report-back annul");
        tell();
        assertThat(count("declined", here)).isEqualTo("1");
        assertThat(count("not_filed", here)).isEqualTo("1");
        assertThat(count("annulled", here)).isEqualTo("1");
        assertThat(indicator("unit", "lighting", here, "DP-B01")).isEqualTo("0");
        assertThat(count("handled", here)).isEqualTo("0");
        assertThat(count("filings", here)).isEqualTo("1");
        assertThat(count("filings_right", here)).isEqualTo("0");
    }

    @Test
    void rule10_aGrantedReturnLeavesTheUnitAndIsChargedToTheDispatcher() {
        begin();
        play("@3T09:00 report accept file dispatch/dispatcher-2/lighting +1h ask-return grant-return/dispatcher-1");
        play("@4T09:00 report accept file dispatch/lighting +120h ask-return refuse-return");
        tell();
        assertThat(indicator("unit", "lighting", here, "DP-B01")).isEqualTo("1");
        assertThat(count("returns", here)).isEqualTo("2");
        assertThat(count("late_returns", here)).isEqualTo("1");
        assertThat(count("evasions", here)).isEqualTo("1");
        assertThat(indicator("dispatcher", "dispatcher-2", here, "PD-B04")).isEqualTo("0");
    }

    @Test
    void rule11_selfHandledIsCountedApart() {
        begin();
        play("@3T09:00 report settle-on-spot approve-settlement/operator-1");
        play("@3T09:00 report settle-on-spot refuse-settlement/operator-1");
        tell();
        assertThat(count("self_reported", here)).isEqualTo("2");
        assertThat(count("self_handled", here)).isEqualTo("1");
        assertThat(count("self_cancelled", here)).isEqualTo("1");
        assertThat(count("filed", here)).isEqualTo("0");
        assertThat(count("closed", here)).isEqualTo("0");
        assertThat(count("reports_sent", here)).isEqualTo("0");
    }

    @Test
    void rule12_aDuplicateIsAcceptedAndNotFiled() {
        begin();
        play("@3T09:00 report");
        play("@3T10:00 report mark-duplicate");
        tell();
        assertThat(count("accepted", here)).isEqualTo("1");
        assertThat(count("duplicates", here)).isEqualTo("1");
        assertThat(count("filed", here)).isEqualTo("0");
    }

    @Test
    void rule13_aLateTaskIsDueAndOnlyTheLastCheckOfARoundCounts() {
        begin();
        play("@3T09:00 register ask-verify/operator-1/collector-3 +2h verify-true");
        play("@3T09:00 register ask-verify/operator-1/collector-3");
        play("@3T09:00 report accept file dispatch/lighting +1h handle report-back ask-check/operator-1/collector-3 +5m fail-check "
                + "check-again/shift-leader-1/collector-4 +5m pass-check");
        tell();
        assertThat(count("verifications", here)).isEqualTo("1");
        assertThat(count("verifications_on_time", here)).isEqualTo("0");
        assertThat(count("verifications_overdue", here)).isEqualTo("1");
        assertThat(count("checks", here)).isEqualTo("1");
        assertThat(count("checks_invalid", here)).isEqualTo("1");
        assertThat(indicator("collector", "collector-4", here, "PC-B05")).isEqualTo("1");
        assertThat(indicator("collector", "collector-3", here, "PC-B05")).isEqualTo("0");
    }

    @Test
    void rule14_missedIsWhatTheCenterConfirmed() {
        begin();
        Case found = play("@3T09:00 register ask-verify verify-true accept file");
        tell();
        Map<String, String> fault = Map.of("kind", "missed", "number", found.number().value(), "post", "collector-6", "reason", "当班路段应发现");
        assertThat(town.as("lighting-1").post("/api/evaluation/faults", fault).status()).isEqualTo(403);
        assertThat(town.as("center-chief-1").post("/api/evaluation/faults", fault).status()).isEqualTo(201);
        assertThat(town.as("center-chief-1").post("/api/evaluation/faults", fault).code()).isEqualTo("fault-known");
        assertThat(indicator("collector", "collector-6", here, "PC-B07")).isEqualTo("1");
    }

    @Test
    void rule15_aGrantedAppealLeavesTheOverdueCountsAndStaysOnRecord() {
        begin();
        Case late = play("@3T09:00 report accept file dispatch/lighting +72h " + DONE);
        Case open = play("@3T09:00 report accept file dispatch/lighting +72h handle");
        tell();
        Map<String, String> appeal = Map.of("number", late.number().value(), "reason", "现场封闭无法进入");
        assertThat(town.as("water-1").post("/api/evaluation/appeals", appeal).code()).isEqualTo("not-your-unit");
        assertThat(town.as("lighting-1").post("/api/evaluation/appeals", Map.of("number", open.number().value(), "reason", "x")).code())
                .isEqualTo("not-closed-yet");
        Answer raised = town.as("lighting-1").post("/api/evaluation/appeals", appeal);
        String path = "/api/evaluation/appeals/" + raised.json().get("id").asString() + "/decision";
        Map<String, Object> yes = Map.of("grant", true, "opinion", "属实");
        assertThat(town.as("center-chief-1").post(path, yes).code()).isEqualTo("not-your-step");
        assertThat(town.as("dispatcher-1").post(path, yes).status()).isEqualTo(204);
        assertThat(count("handled_on_time", here)).isEqualTo("0");
        assertThat(town.as("center-chief-1").post(path, yes).status()).isEqualTo(204);
        assertThat(count("handled_on_time", here)).isEqualTo("1");
        assertThat(count("appeals_granted", here)).isEqualTo("1");
        assertThat(town.as("lighting-1").post("/api/evaluation/appeals", appeal).code()).isIn("appealed-before", "not-late");
        String dump = town.dump();
        town.rebuild();
        assertThat(town.dump()).isEqualTo(dump);
    }

    @Test
    void rule16_boundsAreHalfOpenForAreasUnitsAndPostsAlike() {
        begin();
        play("@3T09:00 report accept file dispatch/lighting +1h handle report-back ask-check pass-check @32T00:00 close");
        tell();
        assertThat(count("closed", here)).isEqualTo("0");
        for (String[] who : new String[][] {{"city", "city", "RG-B04"}, {"unit", "lighting", "DP-B06"}, {"shift-leader", "shift-leader-1", "PL-B04"}}) {
            assertThat(indicator(who[0], who[1], here.plusMonths(1), who[2])).as(who[0]).isEqualTo("1");
        }
    }

    @Test
    void rule17_timeIsWorkingTimeExceptForUrgentLimits() {
        begin();
        // A Friday: the working day ends on Monday, the urgent days run through the weekend.
        int friday = (int) here.atDay(1).datesUntil(here.atEndOfMonth()).filter(day -> day.getDayOfWeek().getValue() == 5 && day.getDayOfMonth() > 6)
                .findFirst().orElseThrow().getDayOfMonth();
        city.of("component-0118");
        play("@" + friday + "T09:00 report accept file dispatch/lighting @" + (friday + 3) + "T08:30 " + DONE);
        city.of("event-0101");
        play("@" + friday + "T09:00 report accept file dispatch/lighting @" + (friday + 3) + "T08:30 " + DONE);
        tell();
        assertThat(count("handled", here)).isEqualTo("2");
        assertThat(count("handled_on_time", here)).isEqualTo("1");
    }

    /// Three months for each rule, so that no other's cases stand in them.
    private void begin() {
        here = YearMonth.of(2021, 3).plusMonths(3L * month++);
    }

    /// `@3T09:00` is the third of the month; a day beyond it lies in the next one.
    private Case play(String story) {
        StringBuilder told = new StringBuilder();
        for (String word : story.split(" ")) {
            if (word.startsWith("@")) {
                String[] parts = word.substring(1).split("T");
                int day = Integer.parseInt(parts[0]);
                told.append('@').append(day > 31 ? here.plusMonths(1).atDay(day - 31) : here.atDay(day)).append('T').append(parts[1]).append(' ');
            } else {
                told.append(word).append(' ');
            }
        }
        return city.walk(5, told.toString());
    }

    private void tell() {
        town.write(city);
        town.follow();
    }

    private static String count(String fact, YearMonth when) {
        Answer answer = town.as("center-chief-1").get("/api/evaluation/statistics?measures=" + fact + "&from=" + when.atDay(1) + "&to=" + when.atEndOfMonth());
        JsonNode lines = answer.json().get("lines");
        return lines.isEmpty() ? "0" : lines.get(0).get("values").get(fact).asString();
    }

    private static String indicator(String subject, String code, YearMonth when, String id) {
        Answer answer = town.as("center-chief-1").get("/api/evaluation/results?subject=" + subject + "&period=month&day=" + when.atDay(1));
        if (id.startsWith("XX")) {
            answer = town.as("center-chief-1").get("/api/evaluation/results?subject=city&period=month&day=" + when.atDay(1));
            return answer.json().get("lines").get(0).get("values").get(id).asString();
        }
        for (JsonNode line : answer.json().get("lines")) {
            if (line.get("code").asString().equals(code)) {
                return line.get("values").get(id).asString();
            }
        }
        return "no line";
    }
}
