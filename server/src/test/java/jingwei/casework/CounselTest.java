package jingwei.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import jingwei.casework.clock.TimeLeft;
import jingwei.door.TestClient.Answer;
import jingwei.simulator.Requirement;
import jingwei.standards.LimitUnit;
import jingwei.workcalendar.CalendarDraft;
import jingwei.workcalendar.WorkCalendar;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// 案内商办 and 派遣建议, over HTTP: questions answered inside the case, cases handed on to a crew, proposals for a queue, time left in words.
@Requirement({"COL-05", "COL-07", "COL-13", "MDI-02", "ACC-17"})
class CounselTest {

    private static final CaseTown TOWN = CaseTown.open();

    private static String handledByWater() {
        Map<String, Object> report = TOWN.report();
        report.put("classCode", "component-0101");
        report.put("condition", 3);
        String number = TOWN.begin("collector-1", "report", report).json().get("number").asString();
        TOWN.act("operator-1", number, "accept", Map.of());
        TOWN.act("shift-leader-1", number, "file", Map.of());
        assertThat(TOWN.act("dispatcher-1", number, "dispatch", Map.of("unit", "water")).status()).isEqualTo(200);
        return number;
    }

    @Test
    void aQuestionIsPutToSomebodyHigherOnOnesOwnSideAndAnsweredOnce() {
        String number = TOWN.walk("report accept file");
        UUID id = UUID.randomUUID();
        String path = "/api/cases/" + number + "/questions/" + id;
        assertThat(TOWN.as("dispatcher-1").put(path, Map.of("of", "shift-leader-1", "words", "由谁处置")).code())
                .as("the other axis").isEqualTo("not-higher");
        assertThat(TOWN.as("dispatcher-1").put(path, Map.of("of", "command-chief-1", "words", " ")).code()).isEqualTo("words-needed");
        Answer asked = TOWN.as("dispatcher-1").put(path, Map.of("of", "command-chief-1", "words", "由谁处置"));
        assertThat(asked.status()).as(asked.body()).isEqualTo(200);
        assertThat(TOWN.as("command-chief-1").get("/api/questions").body()).contains(id.toString());
        String answer = "/api/questions/" + id + "/answer";
        assertThat(TOWN.as("dispatcher-2").put(answer, Map.of("words", "我来答")).code()).isEqualTo("not-asked-of-you");
        assertThat(TOWN.as("command-chief-1").put(answer, Map.of("words", "由供水公司处置")).status()).isEqualTo(200);
        assertThat(TOWN.as("command-chief-1").put(answer, Map.of("words", "再答")).code()).isEqualTo("answered-before");
        Answer seen = TOWN.as("operator-1").get("/api/cases/" + number + "/counsel");
        assertThat(seen.json().get("questions").get(0).get("answer").asString()).isEqualTo("由供水公司处置");
        assertThat(TOWN.as("dispatcher-1").get("/api/notices").body()).contains("请示已批复：" + number);
        assertThat(TOWN.as("water-1").get("/api/cases/" + number + "/counsel").status()).as("a case one may not see").isEqualTo(404);
    }

    @Test
    void aUnitHandsItsCaseOnToItsOwnCrewAndToNobodyElse() {
        String number = handledByWater();
        String path = "/api/cases/" + number + "/hand-on";
        assertThat(TOWN.as("water-1").put(path, Map.of("to", "lighting-1", "words", "")).code()).isEqualTo("not-of-your-crew");
        assertThat(TOWN.as("dispatcher-1").put(path, Map.of("to", "water-crew-1", "words", "")).code()).isEqualTo("not-handled-by-you");
        assertThat(TOWN.as("water-1").put(path, Map.of("to", "water-crew-1", "words", "带井盖")).status()).isEqualTo(204);
        assertThat(TOWN.as("water-crew-2").put(path + "/arrival", CaseTown.POINT).code()).isEqualTo("not-handed-to-you");
        assertThat(TOWN.as("water-crew-1").put(path + "/arrival", CaseTown.POINT).status()).isEqualTo(204);
        JsonNode worker = StreamSupport.stream(TOWN.as("water-1").get("/api/crew").json().spliterator(), false)
                .filter(one -> one.get("post").asString().equals("water-crew-1")).findFirst().orElseThrow();
        assertThat(worker.get("open").toString()).contains(number);
        assertThat(worker.get("at").get("longitude").asDouble()).isEqualTo(112.4412);
        assertThat(TOWN.as("lighting-1").get("/api/crew").body()).as("another unit's people").doesNotContain("water-crew");
        assertThat(TOWN.as("water-1").delete(path).status()).isEqualTo(204);
        assertThat(TOWN.as("water-1").get("/api/cases/" + number + "/counsel").json().get("handOns").size()).isZero();
        TOWN.act("water-crew-1", number, "handle", Map.of("opinion", "已更换", "evidence", TOWN.evidence("AFTER")));
        assertThat(TOWN.as("water-1").get("/api/cases/" + number).json().get("state").asString()).isEqualTo("feedback");
        assertThat(TOWN.as("water-1").put(path, Map.of("to", "water-crew-1", "words", "")).code()).isEqualTo("not-handled-by-you");
    }

    @Test
    void aQueueProposesUnitsWithTheReasonAndSaysWhatIsLeftInWorkingTime() {
        String number = TOWN.walk("report accept file");
        Answer proposed = TOWN.as("dispatcher-1").get("/api/desk/proposals?numbers=" + number + ",41030220261124000000000");
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(200);
        assertThat(proposed.json()).hasSize(1);
        assertThat(proposed.json().get(0).get("unit").asString()).isEqualTo("lighting");
        assertThat(proposed.json().get(0).get("reason").asString()).isNotBlank();
        JsonNode clock = TOWN.as("water-1").get("/api/cases/" + handledByWater()).json().get("clock");
        assertThat(clock.get("left").get("working").asBoolean()).as(clock.toString()).isTrue();
        assertThat(clock.get("left").get("words").get("zh").asString()).startsWith("还剩 ").contains("工作");
    }

    @Test
    void whatIsLeftIsSaidAsPeopleSayIt() {
        WorkCalendar calendar = WorkCalendar.of(CalendarDraft.standard());
        Instant friday = LocalDate.of(2026, 11, 27).atTime(LocalTime.of(17, 0)).atZone(WorkCalendar.ZONE).toInstant();
        Instant monday = LocalDate.of(2026, 11, 30).atTime(LocalTime.of(9, 15)).atZone(WorkCalendar.ZONE).toInstant();
        assertThat(TimeLeft.of(monday, friday, LimitUnit.WORKING_HOUR, calendar).words().zh()).as("no weekend in it").isEqualTo("还剩 2 工作时 15 分");
        assertThat(TimeLeft.of(monday, friday, LimitUnit.EMERGENCY_HOUR, calendar).words().zh()).isEqualTo("还剩 2 天 16 时");
        assertThat(TimeLeft.of(friday, monday, LimitUnit.WORKING_DAY, calendar).words().zh()).isEqualTo("超时 2 工作时 15 分");
        assertThat(TimeLeft.of(friday, friday.plusSeconds(30), LimitUnit.EMERGENCY_HOUR, calendar).words().zh()).isEqualTo("超时 不到 1 分");
        assertThat(TimeLeft.of(monday, friday, LimitUnit.WORKING_HOUR, calendar).words().en()).isEqualTo("2 working h 15 min left");
    }
}
