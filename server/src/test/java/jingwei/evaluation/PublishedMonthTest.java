package jingwei.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import jingwei.casework.Case;
import jingwei.door.TestClient;
import jingwei.door.TestClient.Answer;
import jingwei.evaluation.report.Reports;
import jingwei.organization.OrganizationKeeper;
import jingwei.organization.OrganizationKind;
import jingwei.simulator.Requirement;
import jingwei.tenancy.Tenancy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A month is evaluated, sealed, objected to, reckoned again and printed; and everything bad that can be asked is refused in words.
@Requirement({"EVA-01", "EVA-03", "EVA-04", "EVA-05", "EVA-06", "EVA-07", "EVA-08", "EVA-09", "EVA-10", "EVA-11", "EVA-12", "STA-01"})
class PublishedMonthTest {

    private static final String DONE = "handle report-back ask-check pass-check close";
    private static EvaluatedTown town;
    private static Case late;

    @BeforeAll
    static void play() {
        town = EvaluatedTown.open();
        PlayedCity city = new PlayedCity();
        for (int i = 0; i < 30; i++) {
            city.walk(i, "@2025-11-" + (10 + i % 15) + "T09:00 report accept file dispatch/" + List.of("lighting", "water", "sanitation").get(i % 3)
                    + " +1h " + DONE);
        }
        late = city.walk(1, "@2025-11-04T09:00 report accept file dispatch/lighting +72h " + DONE);
        // Begins in one year and ends in the next.
        city.walk(2, "@2024-12-31T20:00 report accept file dispatch/lighting @2025-01-01T10:00 " + DONE);
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            city.random(random, 15);
        }
        town.write(city);
        town.follow();
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @Test
    void aPublishedFigureIsNeverMovedAndWhatIsReckonedAgainIsANewEdition() {
        TestClient chief = town.as("center-chief-1");
        Map<String, String> november = Map.of("period", "month", "day", "2025-11-01", "reason", "十一月评价公布");
        assertThat(chief.post("/api/evaluation/seals/recalculations", november).code()).isEqualTo("not-sealed");
        assertThat(town.as("lighting-1").post("/api/evaluation/seals", november).status()).isEqualTo(403);
        assertThat(town.as("dispatcher-1").post("/api/evaluation/seals", november).status()).isEqualTo(403);
        Answer sealed = chief.post("/api/evaluation/seals", november);
        assertThat(sealed.status()).as(sealed.body()).isEqualTo(201);
        String id = sealed.json().get("id").asString();
        assertThat(sealed.json().get("factsHash").asString()).hasSize(64);
        assertThat(chief.post("/api/evaluation/seals", november).code()).isEqualTo("already-sealed");
        String before = chief.get("/api/evaluation/seals/" + id + "?subject=unit").body();
        assertThat(before).contains("\"unmoved\":true");

        // An objection on the record, decided by another.
        Map<String, String> objection = Map.of("subject", "unit", "code", "lighting", "indicator", "DP-R02", "number", late.number().value(), "reason", "停电");
        assertThat(town.as("water-1").post("/api/evaluation/seals/" + id + "/objections", objection).code()).isEqualTo("not-your-figure");
        Answer raised = town.as("lighting-1").post("/api/evaluation/seals/" + id + "/objections", objection);
        assertThat(raised.status()).as(raised.body()).isEqualTo(201);
        String decision = "/api/evaluation/objections/" + raised.json().get("id").asString() + "/decision";
        assertThat(chief.post(decision, Map.of("upheld", true, "opinion", "属实")).status()).isEqualTo(204);
        assertThat(chief.post(decision, Map.of("upheld", false, "opinion", "再")).code()).isEqualTo("objection-decided");

        // The appeal moves the facts; the seal stands.
        Answer appeal = town.as("lighting-1").post("/api/evaluation/appeals", Map.of("number", late.number().value(), "reason", "停电"));
        String path = "/api/evaluation/appeals/" + appeal.json().get("id").asString() + "/decision";
        town.as("dispatcher-1").post(path, Map.of("grant", true, "opinion", "属实"));
        assertThat(chief.post(path, Map.of("grant", true, "opinion", "属实")).status()).isEqualTo(204);
        String after = chief.get("/api/evaluation/seals/" + id + "?subject=unit").body();
        assertThat(after).isEqualTo(before.replace("\"unmoved\":true", "\"unmoved\":false"));
        Answer again = chief.post("/api/evaluation/seals/recalculations", Map.of("period", "month", "day", "2025-11-01", "reason", "申诉成立"));
        assertThat(again.json().get("edition").asInt()).isEqualTo(2);
        JsonNode differences = chief.get("/api/evaluation/seals/" + again.json().get("id").asString() + "/differences").json();
        assertThat(differences.toString()).contains("DP-R02").contains("lighting");
        assertThat(chief.get("/api/evaluation/seals").json()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void aPeriodThatIsNotOverIsNotSealed() {
        assertThat(town.as("center-chief-1").post("/api/evaluation/seals", Map.of("period", "year", "day", "2026-01-01", "reason", "早")).code())
                .isEqualTo("period-not-over");
    }

    @Test
    void anyNumberIsToldDownToItsCases() {
        TestClient chief = town.as("center-chief-1");
        JsonNode told = chief.get("/api/evaluation/results/DP-R02/grounds?subject=unit&code=lighting&period=month&day=2025-11-01").json();
        assertThat(told.get("words").get(0).asString()).startsWith("DP-R02 按期处置率 = 按期处置数 ").contains("÷ 应处置数").contains("× 100 = ");
        JsonNode cases = chief.get("/api/evaluation/facts/handled/cases?subject=unit&code=lighting&period=month&day=2025-11-01&size=5").json();
        assertThat(cases.get("cases")).hasSize(5);
        String number = cases.get("cases").get(0).get("number").asString();
        assertThat(chief.get("/api/cases/" + number).json().toString()).contains("handle");
        assertThat(chief.get("/api/evaluation/facts/handled/cases?subject=unit&code=lighting&period=month&day=2025-11-01&size=5&cursor="
                + cases.get("next").asString()).json().get("cases").get(0).get("number").asString()).isNotEqualTo(number);
        // A unit sees its own and nobody else's.
        String path = "/api/evaluation/facts/handled/cases?subject=unit&period=month&day=2025-11-01&code=";
        assertThat(town.as("lighting-1").get(path + "lighting").status()).isEqualTo(200);
        assertThat(town.as("lighting-1").get(path + "water").code()).isEqualTo("not-your-unit");
    }

    @Test
    void periodOnPeriodYearOnYearAverageTrendAndGroups() {
        TestClient chief = town.as("center-chief-1");
        JsonNode table = chief.get("/api/evaluation/results?subject=unit&period=month&day=2025-11-01&compare=true").json();
        assertThat(table.get("lines").get(0).path("before").isMissingNode()).isFalse();
        assertThat(table.get("average").path("DP-S10").isMissingNode()).isFalse();
        assertThat(chief.get("/api/evaluation/trends?subject=unit&code=lighting&indicator=DP-B03&day=2025-11-01&count=3").json()).hasSize(3);
        assertThat(chief.put("/api/evaluation/groups", Map.of("id", "lamps", "name", "灯水", "subject", "unit", "codes", List.of("lighting", "water"),
                "validFrom", "2025-01-01")).status()).isEqualTo(204);
        JsonNode grouped = chief.get("/api/evaluation/results?subject=unit&period=month&day=2025-11-01&group=lamps").json();
        assertThat(grouped.get("lines")).hasSize(2);
        assertThat(grouped.get("lines").get(0).get("rank").asInt()).isEqualTo(1);
        assertThat(chief.get("/api/evaluation/results?subject=unit&period=month&day=2024-11-01&group=lamps").code()).isEqualTo("no-such-group");
        assertThat(chief.get("/api/evaluation/results?subject=firm&period=month&day=2025-11-01").json().get("lines").get(0).get("counts")
                .get("reports_sent").asInt()).isPositive();
    }

    @Test
    void aPeriodWithoutCasesIsNotApplicableAndRanksNobody() {
        JsonNode table = town.as("center-chief-1").get("/api/evaluation/results?subject=unit&period=quarter&day=2010-05-01").json();
        assertThat(table.get("lines")).allSatisfy(line -> {
            assertThat(line.get("values").path("DP-R01").isMissingNode()).isTrue();
            assertThat(line.path("rank").isMissingNode()).isTrue();
            assertThat(line.get("values").get("DP-S10").asDouble()).isEqualTo(100);
        });
        assertThat(town.as("center-chief-1").get("/api/evaluation/results/DP-S10/grounds?subject=unit&code=water&period=quarter&day=2010-05-01").json()
                .get("words").get(0).asString()).contains("不适用，按 100 计");
    }

    @Test
    void aCaseOfTwoYearsCountsInEachByItsMoments() {
        assertThat(statistic("filed", "2024-12-31", "2024-12-31")).isEqualTo("1");
        assertThat(statistic("closed", "2024-12-31", "2024-12-31")).isEqualTo("0");
        assertThat(statistic("closed", "2025-01-01", "2025-01-01")).isEqualTo("1");
    }

    @Test
    void aCodeThatEndedIsStillShownAndAUnitThatMovedCountsWhereItStandsAtTheEnd() {
        town.within(() -> town.database().update("UPDATE casework.cases SET unit_grid = '410302001001999' WHERE number = ?", late.number().value()));
        town.rebuild();
        assertThat(town.as("center-chief-1").get("/api/evaluation/results?subject=cell&period=month&day=2025-11-01").body())
                .contains("410302001001999（已撤销）");
        Tenancy.run(PlayedCity.PLATFORM, () -> {
            Subjects subjects = town.server().room(Subjects.class);
            subjects.noteTree();
            OrganizationKeeper keeper = town.server().room(OrganizationKeeper.class);
            keeper.createUnit("city-works", "市政公用局", OrganizationKind.UNIT, null, true);
            keeper.changeUnit("lighting", "路灯管理处", "city-works", true);
            subjects.noteTree();
        });
        String path = "/api/evaluation/results?subject=unit&period=month&day=";
        assertThat(line(path + "2025-11-01", "city-works").get("counts").get("handled").asInt()).isZero();
        assertThat(line(path + "2026-01-01", "city-works").get("counts").get("handled").asInt())
                .isEqualTo(line(path + "2026-01-01", "lighting").get("counts").get("handled").asInt());
    }

    @Test
    void aSheetOfOnesOwnIsCheckedBeforeItIsPublished() {
        TestClient chief = town.as("center-chief-1");
        String body = """
                sheet ours
                title 本市评价
                grades
                  A >= 60 好 0,160,80 plain
                  E >= 0 差 0,0,0 solid
                indicator UU-B01 处置 handled
                  kind base
                  for unit
                  formula handled
                indicator UU-S10 综合 score
                  kind composite
                  for unit
                  parts min(100, UU-B01) 60%, max(0, 100 - UU-B01) 40%
                examples
                  unit UU-B01 50 => UU-S10 50 E
                """;
        assertThat(chief.post("/api/evaluation/sheets/checks", Map.of("body", body)).json().get("faults")).isEmpty();
        assertThat(chief.post("/api/evaluation/sheets/checks", Map.of("body", body.replace("40%", "30%"))).json().get("faults").get(0)
                .get("code").asString()).isEqualTo("weights-sum");
        for (String bad : List.of(body.replace("formula handled", "formula UU-S10"), body.replace("formula handled", "formula nothing_known"),
                body.replace("formula handled", "formula " + "handled + ".repeat(1_100) + "handled"), body.replace("=> UU-S10 50 E", "=> UU-S10 51 E"),
                body.replace("A >= 60", "A >= 0"), body.replace("sheet ours", "sheet cjt-292-2008"))) {
            Answer refused = chief.post("/api/evaluation/sheets", Map.of("body", bad, "validFrom", "2019-01-01"));
            assertThat(refused.status()).as(refused.body()).isEqualTo(422);
            assertThat(refused.code()).isIn("indicator-sheet-faulty", "standard-name");
        }
        assertThat(town.as("administrator-1").post("/api/evaluation/sheets", Map.of("body", body, "validFrom", "2019-01-01")).status()).isEqualTo(403);
        assertThat(chief.post("/api/evaluation/sheets", Map.of("body", body, "validFrom", "2019-01-01", "validTo", "2019-12-31")).status()).isEqualTo(201);
        JsonNode table = chief.get("/api/evaluation/results?subject=unit&period=month&day=2019-06-01").json();
        assertThat(table.get("sheet").asString()).isEqualTo("ours");
        assertThat(chief.get("/api/evaluation/results?subject=unit&period=month&day=2020-06-01").json().get("sheet").asString()).isEqualTo("cjt-292-2008");
        assertThat(chief.get("/api/evaluation/sheets/ours/1").json().get("body").asString()).isEqualTo(body);
    }

    @Test
    void aMarkFromOutsideCountsWhenAnotherApprovedIt() {
        Map<String, Object> mark = Map.of("kind", "satisfied", "subject", "city", "day", "2025-10-05", "amount", 95, "reason", "十月回访");
        assertThat(town.as("dispatcher-1").post("/api/evaluation/marks", mark).code()).isEqualTo("not-your-axis");
        Map<String, Object> nobodys = Map.of("kind", "satisfied", "subject", "citty", "day", "2025-10-05", "amount", 95, "reason", "十月回访");
        assertThat(town.as("operator-1").post("/api/evaluation/marks", nobodys).code()).isEqualTo("no-such-subject");
        String satisfied = town.as("operator-1").post("/api/evaluation/marks", mark).json().get("id").asString();
        String callbacks = town.as("center-chief-1").post("/api/evaluation/marks", Map.of("kind", "callback", "subject", "city", "day", "2025-10-05",
                "amount", 100, "reason", "十月回访")).json().get("id").asString();
        Map<String, Object> yes = Map.of("grant", true, "opinion", "核对无误");
        assertThat(town.as("center-chief-1").post("/api/evaluation/marks/" + callbacks + "/decision", yes).code()).isEqualTo("own-mark");
        String path = "/api/evaluation/results?subject=city&period=month&day=2025-10-01";
        assertThat(line(path, "city").get("values").path("XX-R10").isMissingNode()).isTrue();
        assertThat(town.as("center-chief-1").post("/api/evaluation/marks/" + satisfied + "/decision", yes).status()).isEqualTo(204);
        assertThat(line(path, "city").get("counts").get("satisfied").asInt()).isEqualTo(95);
        assertThat(town.as("center-chief-1").get(path.replace("subject=city", "subject=subdistrict")).body()).doesNotContain("\"city\"");
        assertThat(town.as("center-chief-1").get("/api/evaluation/marks?day=2025-10-01").json()).hasSize(2);
    }

    @Test
    void reportsInChineseAsPdfWordAndExcelByHandAndOnSchedule() throws Exception {
        TestClient chief = town.as("center-chief-1");
        Path folder = Files.createDirectories(Path.of("target", "reports"));
        for (String form : List.of("pdf", "word", "excel")) {
            Answer made = chief.post("/api/evaluation/reports", Map.of("period", "month", "day", "2025-11-01", "form", form));
            assertThat(made.status()).as(made.body()).isEqualTo(201);
            byte[] bytes = chief.get("/api/evaluation/reports/" + made.json().get("id").asString() + "/file").response().body();
            Files.write(folder.resolve("month." + form), bytes);
            assertThat(new String(bytes, 0, 4, StandardCharsets.ISO_8859_1)).isEqualTo(form.equals("pdf") ? "%PDF" : "PK\u0003\u0004");
        }
        // The weekly report and the daily brief are ready made.
        for (String[] ready : new String[][] {{"weekly", "week"}, {"daily", "day"}}) {
            Answer made = chief.post("/api/evaluation/reports", Map.of("layout", ready[0], "period", ready[1], "day", "2025-11-12", "form", "pdf"));
            assertThat(made.status()).as(made.body()).isEqualTo(201);
            Files.write(folder.resolve(ready[0] + ".pdf"), chief.get("/api/evaluation/reports/" + made.json().get("id").asString() + "/file").response().body());
        }
        assertThat(chief.put("/api/evaluation/layouts", Map.of("id", "brief", "name", "日报", "every", "day", "body", "titel x")).code())
                .isEqualTo("layout-faulty");
        assertThat(chief.put("/api/evaluation/layouts", Map.of("id", "brief", "name", "日报", "every", "day",
                "body", "title {period}日报\ntext 立案 {city RG-B02} 件\ntable unit DP-B01 DP-S10\n")).status()).isEqualTo(204);
        town.within(() -> town.database().update("UPDATE evaluation.layouts SET last_to = ?", LocalDate.of(2025, 12, 1)));
        int due = Tenancy.within(PlayedCity.PLATFORM, () -> town.server().room(Reports.class).makeDueHere());
        assertThat(due).isEqualTo(1);
        int none = Tenancy.within(PlayedCity.PLATFORM, () -> town.server().room(Reports.class).makeDueHere());
        assertThat(none).isZero();
    }

    @Test
    void ledgersWithTheirShares() {
        JsonNode ledgers = town.as("center-chief-1").get("/api/evaluation/ledgers?period=year&day=2026-01-01").json();
        assertThat(ledgers.get("returns").get("name").asString()).isEqualTo("回退数");
        assertThat(ledgers.get("annulled").get("lines")).hasSize(ledgers.get("annulled").get("count").asInt());
        assertThat(town.as("center-chief-1").get("/api/evaluation/ledgers?period=month&day=2010-01-01").json().get("returns").path("share").isMissingNode()).isTrue();
    }

    @Test
    void whatCannotBeAskedIsRefusedInWords() {
        TestClient chief = town.as("center-chief-1");
        Map<String, String> bad = Map.ofEntries(
                Map.entry("/results?subject=moon&day=2025-11-01", "unknown-subject"),
                Map.entry("/results?subject=unit&period=fortnight&day=2025-11-01", "unknown-period"),
                Map.entry("/results?subject=unit&period=custom&day=2025-11-01", "custom-needs-dates"),
                Map.entry("/results?subject=unit&period=custom&day=2025-11-05&last=2025-11-01", "empty-period"),
                Map.entry("/results?subject=unit&day=1025-11-05", "period-out-of-range"),
                Map.entry("/results?subject=unit&day=2025-11-05&sheet=none", "no-such-indicator-sheet"),
                Map.entry("/results/ZZ-R99/grounds?subject=unit&code=water&day=2025-11-01", "no-such-indicator"),
                Map.entry("/results/DP-R02/grounds?subject=unit&code=nobody-here&day=2025-11-01", "no-such-subject"),
                Map.entry("/facts/nothing/cases?subject=unit&code=water&day=2025-11-01", "no-such-fact"),
                Map.entry("/facts/filed/cases?subject=unit&code=water&day=2025-11-01&cursor=abc", "bad-cursor"),
                Map.entry("/statistics?measures=nothing&from=2025-01-01&to=2025-12-31", "unknown-measure"),
                Map.entry("/statistics?measures=filed&dimensions=weather&from=2025-01-01&to=2025-12-31", "unknown-dimension"),
                Map.entry("/statistics?measures=filed&dimensions=stage&from=2025-01-01&to=2025-12-31", "not-split-by"),
                Map.entry("/statistics?measures=filed&filters=unit&from=2025-01-01&to=2025-12-31", "bad-filter"),
                Map.entry("/statistics?measures=&from=2025-01-01&to=2025-12-31", "statistic-shape"),
                Map.entry("/seals/00000000-0000-0000-0000-000000000000", "no-such-seal"));
        bad.forEach((path, code) -> {
            Answer answer = chief.get("/api/evaluation" + path);
            assertThat(answer.code()).as(path + " " + answer.body()).isEqualTo(code);
            assertThat(answer.status()).as(path).isBetween(400, 499);
        });
    }

    @Test
    void statisticsSplitByAnythingAndNarrowedByAnyValue() {
        TestClient chief = town.as("center-chief-1");
        JsonNode answer = chief.get("/api/evaluation/statistics?dimensions=unit,month&measures=handled,handled_on_time,XX-R05&from=2025-11-01&to=2025-11-30").json();
        assertThat(answer.get("lines")).isNotEmpty().allSatisfy(line -> assertThat(line.get("names").get(1).asString()).isEqualTo("2025-11"));
        JsonNode people = chief.get("/api/evaluation/statistics?dimensions=person&measures=filings,wrong_dispatches&from=2025-11-01&to=2025-11-30").json();
        assertThat(people.get("lines")).isNotEmpty();
        JsonNode injected = chief.get("/api/evaluation/statistics?dimensions=unit&measures=filed&filters=unit%3D%27%20OR%201%3D1&from=2025-01-01&to=2025-12-31").json();
        assertThat(injected.get("lines")).isEmpty();
        for (String dimension : List.of("day", "week", "month", "district", "subdistrict", "community", "cell", "duty-grid", "unit", "kind", "major",
                "class", "source", "post", "person", "platform")) {
            assertThat(chief.get("/api/evaluation/statistics?dimensions=" + dimension + "&measures=filed&from=2025-01-01&to=2026-12-31").status())
                    .as(dimension).isEqualTo(200);
        }
    }

    private static String statistic(String fact, String from, String to) {
        JsonNode lines = town.as("center-chief-1").get("/api/evaluation/statistics?measures=" + fact + "&from=" + from + "&to=" + to).json().get("lines");
        return lines.isEmpty() ? "0" : lines.get(0).get("values").get(fact).asString();
    }

    private static JsonNode line(String path, String code) {
        for (JsonNode line : town.as("center-chief-1").get(path).json().get("lines")) {
            if (line.get("code").asString().equals(code)) {
                return line;
            }
        }
        throw new AssertionError("no line " + code);
    }
}
