package jingwei.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jingwei.simulator.Requirement;
import jingwei.simulator.story.Story;
import jingwei.simulator.story.StoryPlayer;
import jingwei.simulator.story.StoryReader;
import jingwei.simulator.wire.HttpTheatre;
import jingwei.simulator.wire.Line;
import jingwei.simulator.wire.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/// 综合评价, by the contract: the cases of stories H01 and H02 go round the loop, one in time and one late, and everything said of them afterwards can be
/// counted again by whoever is judged.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EvaluationTest {

    private static final String ROOT = "/api/evaluation";
    private static final LocalDate MONDAY = LocalDate.of(2026, 10, 12);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int TRIES = 400;
    private static final String CHIEF = "center-chief-1";

    private static PackedServer server;
    private static Line line;
    private static String late;

    @BeforeAll
    static void start() {
        server = PackedServer.start(Map.of("JINGWEI_SIMULATOR", "off", "JINGWEI_DEMO_CLOCK",
                MONDAY.atStartOfDay(ZONE).toInstant().toString()));
        line = new Line(server.address(), server.accounts(), "luoyang");
        HttpTheatre theatre = new HttpTheatre(line);
        Map<String, Story> stories = StoryReader.folder(Path.of("..", "stories")).stream()
                .collect(Collectors.toMap(Story::id, story -> story));
        StoryPlayer.play(theatre, stories.get("H01"), MONDAY);
        StoryPlayer.play(theatre, stories.get("H02"), MONDAY.plusDays(7));
        await("/results?subject=unit&period=month&day=2026-10-01", table -> of(table, "water").path("counts").path("handled").asInt() == 2);
        late = get("/facts/handled/cases?subject=unit&code=water&period=month&day=2026-10-01").path("cases").path(1).path("number").asString();
    }

    @AfterAll
    static void stop() {
        line.close();
        server.close();
    }

    /// areas at every level, units, the four posts and firms, by day, week, month, quarter, half-year, year and any days.
    @Test
    @Order(1)
    @Requirement({"EVA-01", "EVA-02", "EVA-10"})
    void everybodyIsEvaluatedByEveryPeriod() {
        for (String subject : List.of("city", "district", "subdistrict", "community", "duty-grid", "cell", "unit", "collector", "operator",
                "shift-leader", "dispatcher", "firm")) {
            JsonNode table = get("/results?subject=" + subject + "&period=month&day=2026-10-01");
            assertThat(table.path("lines")).as(subject).isNotEmpty();
            assertThat(table.path("indicators").valueStream().map(one -> one.path("kind").asString()).toList()).as(subject).contains("base");
        }
        for (String period : List.of("day", "week", "month", "quarter", "half-year", "year")) {
            assertThat(get("/results?subject=unit&period=" + period + "&day=2026-10-12").path("period").asString()).isNotBlank();
        }
        JsonNode days = get("/results?subject=unit&period=custom&day=2026-10-12&last=2026-10-18");
        assertThat(of(days, "water").path("counts").path("handled").asInt()).isEqualTo(1);
        JsonNode water = of(get("/results?subject=unit&period=month&day=2026-10-01"), "water");
        assertThat(figure(water, "DP-B02")).isEqualByComparingTo("2");
        assertThat(figure(water, "DP-B04")).isEqualByComparingTo("1");
        assertThat(figure(water, "DP-R02")).isEqualByComparingTo("50.00");
        assertThat(figure(water, "DP-R01")).isEqualByComparingTo("100.00");
        // 100 × 10 % + 100 × 30 % + 50 × 30 % + 100 × 30 %
        assertThat(figure(water, "DP-S10")).isEqualByComparingTo("85.00");
        assertThat(water.path("grade").asString()).isEqualTo("B");
        JsonNode walker = of(get("/results?subject=collector&period=month&day=2026-10-01"), "collector-2");
        assertThat(figure(walker, "PC-B05")).isEqualByComparingTo("2");
        assertThat(figure(walker, "PC-R04")).isEqualByComparingTo("100.00");
    }

    /// any number is told in words and followed to the very cases and the acts that made it; a unit sees its own alone.
    @Test
    @Order(2)
    @Requirement({"EVA-02", "EVA-04"})
    void anyNumberLeadsToItsCases() {
        String words = get("/results/DP-R02/grounds?subject=unit&code=water&period=month&day=2026-10-01").path("words").path(0).asString();
        assertThat(words).contains("按期处置数 1").contains("应处置数 2").contains("50");
        String own = ROOT + "/facts/handled/cases?subject=unit&period=month&day=2026-10-01&code=";
        JsonNode cases = line.get("water-1", own + "water").body().path("cases");
        assertThat(cases).hasSize(2);
        assertThat(line.get("water-1", own + "lighting").code()).isEqualTo("not-your-unit");
        JsonNode docket = line.get(CHIEF, "/api/cases/" + late).body();
        assertThat(docket.toString()).contains("handle");
    }

    /// weights, bands and grades are a text with validity; its own examples are tried before it is published.
    @Test
    @Order(3)
    @Requirement({"EVA-03", "APM-11"})
    void aSheetOfTheCitysOwn() {
        String body = """
                sheet city-units
                title 市直部门评价
                grades
                  A >= 85 优秀 0,160,80 plain
                  C >= 60 合格 255,210,0 lines
                  E >= 0 不合格 30,30,30 solid
                indicator CU-B01 办结数 handled in the period
                  kind base
                  for unit
                  formula handled
                indicator CU-B02 应办数 due in the period
                  kind base
                  for unit
                  formula handled + handled_overdue
                indicator CU-R01 办结率 handling rate
                  kind ratio
                  for unit
                  formula CU-B01 / CU-B02 * 100
                indicator CU-S10 综合值 composite value
                  kind composite
                  for unit
                  parts CU-R01 70%, min(100, CU-B01) 30%
                examples
                  unit CU-B01 90, CU-B02 100 => CU-R01 90, CU-S10 90 A
                """;
        Reply faulty = line.post(CHIEF, ROOT + "/sheets", Map.of("body", body.replace("30%", "20%"), "validFrom", "2020-01-01"));
        assertThat(faulty.code()).isEqualTo("indicator-sheet-faulty");
        Reply made = line.post(CHIEF, ROOT + "/sheets", Map.of("body", body, "validFrom", "2020-01-01", "validTo", "2020-12-31"));
        assertThat(made.done()).as("%s", made).isTrue();
        assertThat(get("/results?subject=unit&period=month&day=2020-06-01").path("sheet").asString()).isEqualTo("city-units");
        assertThat(get("/results?subject=unit&period=month&day=2026-10-01").path("sheet").asString()).isEqualTo("cjt-292-2008");
        assertThat(line.post("administrator-1", ROOT + "/sheets", Map.of("body", body, "validFrom", "2021-01-01")).status()).isEqualTo(403);
    }

    /// a fault of a collector, confirmed by the center, counts for that collector.
    @Test
    @Order(4)
    @Requirement({"ACC-24", "EVA-09"})
    void aConfirmedFaultCountsForItsCollector() {
        Map<String, Object> fault = Map.of("kind", "missed", "number", late, "post", "collector-3", "reason", "责任网格内应发现未发现");
        assertThat(line.post("dispatcher-1", ROOT + "/faults", fault).status()).isEqualTo(403);
        assertThat(line.post("shift-leader-1", ROOT + "/faults", fault).done()
                || line.post(CHIEF, ROOT + "/faults", fault).done()).isTrue();
        JsonNode walker = of(get("/results?subject=collector&period=month&day=2026-10-01"), "collector-3");
        assertThat(figure(walker, "PC-B07")).isEqualByComparingTo("1");
        assertThat(get("/faults?day=2026-10-01").toString()).contains(late);
    }

    /// a figure corrected or brought by people needs a second person and leaves its trace.
    @Test
    @Order(5)
    @Requirement({"EVA-05", "EVA-09"})
    void whatPeopleBringNeedsASecondPerson() {
        Map<String, Object> mark = Map.of("kind", "satisfied", "subject", "city", "day", "2026-10-05", "amount", 95, "reason", "十月回访");
        String own = line.post(CHIEF, ROOT + "/marks", mark).body().path("id").asString();
        Map<String, Object> yes = Map.of("grant", true, "opinion", "核对无误");
        assertThat(line.post(CHIEF, ROOT + "/marks/" + own + "/decision", yes).code()).isEqualTo("own-mark");
        String other = line.post("operator-1", ROOT + "/marks", mark).body().path("id").asString();
        assertThat(of(get("/results?subject=city&period=month&day=2026-10-01"), "city").path("counts").path("satisfied").asInt()).isZero();
        assertThat(line.post(CHIEF, ROOT + "/marks/" + other + "/decision", yes).done()).isTrue();
        assertThat(of(get("/results?subject=city&period=month&day=2026-10-01"), "city").path("counts").path("satisfied").asInt()).isEqualTo(95);
        assertThat(get("/marks?day=2026-10-01").toString()).contains("十月回访").contains("核对无误");
    }

    /// free statistics: any dimension by any measure, kept under a name; the ready-made tables answer all.
    @Test
    @Order(6)
    @Requirement("STA-01")
    void freeStatistics() {
        JsonNode ready = get("/statistics/schemes");
        assertThat(ready).hasSizeGreaterThan(15);
        for (JsonNode scheme : ready) {
            assertThat(statistic(scheme).path("measures").size()).as(scheme.path("name").asString()).isPositive();
        }
        // A person is called by name, whatever post was held.
        assertThat(get("/statistics?dimensions=person&measures=filings&from=2026-10-01&to=2026-10-31").path("lines")).isNotEmpty()
                .allSatisfy(one -> assertThat(one.path("names").path(0).asString()).isNotEqualTo(one.path("keys").path(0).asString()));
        Map<String, Object> mine = Map.of("name", "水务逐月", "shared", false, "dimensions", List.of("unit", "month"), "measures",
                List.of("handled", "handled_on_time"), "filters", "unit=water");
        String id = line.put("operator-1", ROOT + "/statistics/schemes", mine).body().path("id").asString();
        assertThat(line.put("operator-1", ROOT + "/statistics/schemes", mine).body().path("id").asString()).as("a repeat changes nothing").isEqualTo(id);
        JsonNode seen = line.get("operator-1", ROOT + "/statistics/schemes").body();
        JsonNode kept = seen.valueStream().filter(one -> one.path("id").asString().equals(id)).findFirst().orElseThrow();
        JsonNode counted = statistic(kept).path("lines").path(0);
        assertThat(counted.path("values").path("handled").asInt()).isEqualTo(2);
        assertThat(get("/statistics/schemes").toString()).as("not shared").doesNotContain(id);
        assertThat(line.put("operator-1", ROOT + "/statistics/schemes", Map.of("name", "错", "measures", List.of("nothing"))).code())
                .isEqualTo("unknown-measure");
    }

    /// a month is over, sealed, objected to, appealed, reckoned again: the published figures stand, the new edition says what
    /// moved, and both are printed.
    @Test
    @Order(7)
    @Requirement({"EVA-06", "EVA-07", "EVA-11", "EVA-12", "COL-19"})
    void aMonthIsPublishedAndPrinted() {
        Map<String, Object> october = Map.of("period", "month", "day", "2026-10-01", "reason", "十月评价公布");
        assertThat(line.post(CHIEF, ROOT + "/seals", october).code()).isEqualTo("period-not-over");
        new HttpTheatre(line).moveClock(LocalDate.of(2026, 11, 2).atTime(9, 0).atZone(ZONE).toInstant());
        Reply sealed = line.post(CHIEF, ROOT + "/seals", october);
        assertThat(sealed.done()).as("%s", sealed).isTrue();
        String id = sealed.body().path("id").asString();
        assertThat(line.post(CHIEF, ROOT + "/seals", october).code()).isEqualTo("already-sealed");
        JsonNode before = get("/seals/" + id + "?subject=unit").path("lines");
        Reply objection = line.post("water-1", ROOT + "/seals/" + id + "/objections",
                Map.of("subject", "unit", "code", "water", "indicator", "DP-R02", "number", late, "reason", "暴雨封路"));
        assertThat(objection.done()).as("%s", objection).isTrue();
        assertThat(line.post(CHIEF, ROOT + "/objections/" + objection.body().path("id").asString() + "/decision",
                Map.of("upheld", true, "opinion", "属实")).done()).isTrue();
        Reply appeal = line.post("water-1", ROOT + "/appeals", Map.of("number", late, "reason", "暴雨封路"));
        String decision = ROOT + "/appeals/" + appeal.body().path("id").asString() + "/decision";
        assertThat(line.post("dispatcher-1", decision, Map.of("grant", true, "opinion", "属实")).done()).isTrue();
        assertThat(line.post(CHIEF, decision, Map.of("grant", true, "opinion", "属实")).done()).isTrue();
        assertThat(get("/seals/" + id + "?subject=unit").path("lines")).as("a published figure is never moved").isEqualTo(before);
        Reply again = line.post(CHIEF, ROOT + "/seals/recalculations", Map.of("period", "month", "day", "2026-10-01", "reason", "申诉成立"));
        assertThat(again.body().path("edition").asInt()).isEqualTo(2);
        assertThat(get("/seals/" + again.body().path("id").asString() + "/differences").toString()).contains("DP-R02");
        JsonNode compared = get("/results?subject=unit&period=month&day=2026-10-01&compare=true");
        assertThat(of(compared, "water").path("rank").asInt()).isPositive();
        assertThat(of(compared, "water").path("before").isMissingNode()).isFalse();
        for (String form : List.of("pdf", "word", "excel")) {
            Reply made = line.post(CHIEF, ROOT + "/reports", Map.of("period", "month", "day", "2026-10-01", "form", form));
            assertThat(made.done()).as("%s", made).isTrue();
        }
        assertThat(get("/reports").toString()).contains("pdf").contains("word").contains("excel");
    }

    /// ledgers of what was returned, annulled, extended, held and reworked, with their shares.
    @Test
    @Order(8)
    @Requirement("EVA-08")
    void ledgersWithTheirShares() {
        JsonNode ledgers = get("/ledgers?period=month&day=2026-10-01");
        assertThat(ledgers.propertyNames()).contains("returns", "annulled");
        assertThat(ledgers.path("returns").path("count").asInt()).isZero();
    }

    private static JsonNode statistic(JsonNode scheme) {
        JsonNode question = scheme.path("question");
        return get("/statistics?from=2026-10-01&to=2026-10-31&dimensions=" + words(question.path("dimensions")) + "&measures="
                + words(question.path("measures")) + "&filters=" + question.path("filters").asString().replace("=", "%3D"));
    }

    private static String words(JsonNode list) {
        return String.join(",", list.valueStream().map(JsonNode::asString).toList());
    }

    private static JsonNode get(String path) {
        Reply reply = line.get(CHIEF, ROOT + path);
        assertThat(reply.done()).as("%s: %s", path, reply).isTrue();
        return reply.body();
    }

    private static JsonNode of(JsonNode table, String code) {
        return table.path("lines").valueStream().filter(one -> one.path("code").asString().equals(code)).findFirst()
                .orElseThrow(() -> new AssertionError("no line " + code));
    }

    private static BigDecimal figure(JsonNode line, String indicator) {
        return new BigDecimal(line.path("values").path(indicator).asString("-1"));
    }

    /// The facts follow the acts within seconds.
    private static void await(String path, Predicate<JsonNode> wanted) {
        for (int tries = 0; tries < TRIES; tries++) {
            if (wanted.test(get(path))) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(25).toNanos());
        }
        throw new AssertionError("the facts did not follow: " + get(path));
    }
}
