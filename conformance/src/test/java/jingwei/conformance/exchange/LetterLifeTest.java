package jingwei.conformance.exchange;

import static jingwei.conformance.exchange.TwoPlatforms.awaits;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jingwei.conformance.exchange.Relay.Moment;
import jingwei.simulator.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/// 信件的一生: a city and a county on two packed servers. Letters arrive and are answered; either side is killed (`kill -9`) at
/// every point of a letter's life, the line is cut, and in the end both sides have the same cases, each once.
class LetterLifeTest {

    private static final List<String> SENT = new ArrayList<>();
    private static TwoPlatforms both;

    /// The points of a letter's life, and who dies at each.
    enum Point {
        /// 已写: the act is done and the letter lies in the outbox; the line is away. The sender dies.
        WRITTEN,
        /// 已发: the bundle has left; the sender dies before anybody has it.
        LEFT,
        /// 到达中: the receiver has the bytes and has not answered; the receiver dies.
        ARRIVING,
        /// 已收: the receiver has it on its disk, the sender does not know; the sender dies.
        ANSWERED_SENDER_DIES,
        /// 已收: the receiver dies after its answer, and the answer is lost as well.
        ANSWERED_RECEIVER_DIES,
        /// 已办: the receiver has done what the letter says, its own answer is not on the way yet; the receiver dies.
        APPLIED
    }

    @BeforeAll
    static void start() {
        both = new TwoPlatforms();
        both.join();
    }

    @AfterAll
    static void stop() {
        both.close();
    }

    /// A hand-down from the city, with death at the point.
    @ParameterizedTest
    @EnumSource(Point.class)
    @Requirement({"EXC-03", "EXC-06"})
    void aHandDownOutlivesEveryDeath(Point point) throws Exception {
        String up = both.city.filed("路灯不亮 " + point);
        SENT.add(up);
        die(point, both.city, both.county, both.toCounty, both.toCity,
                () -> both.city.act("dispatcher-1", up, "transfer", Map.of("unit", "xinan-platform")),
                () -> countyCases(up).size() == 1);
        awaits("the city knows the county's number", () -> !both.theirs(up).isEmpty());
        assertThat(countyCases(up)).as("the county has it once").hasSize(1);
        assertThat(both.county.state(both.theirs(up))).isEqualTo("to-dispatch");
    }

    /// The county's report that it is done, with death at the point.
    @ParameterizedTest
    @EnumSource(Point.class)
    @Requirement({"EXC-03", "EXC-06"})
    void aReportOfDoneOutlivesEveryDeath(Point point) throws Exception {
        String up = both.city.filed("路灯不亮，县已处置 " + point);
        SENT.add(up);
        String down = both.handedDown(up);
        both.county.act("dispatcher-1", down, "dispatch", Map.of("unit", "lighting"));
        both.county.act("lighting-1", down, "handle", Map.of("opinion", "已更换", "evidence", both.county.photo("lighting-1", down, "AFTER")));
        awaits("what was told before has arrived", LetterLifeTest::quiet);
        die(point, both.county, both.city, both.toCity, both.toCounty,
                () -> both.county.act("dispatcher-1", down, "report-back", Map.of()),
                () -> both.city.state(up).equals("feedback"));
        awaits("the city knows it is done", () -> both.city.state(up).equals("feedback"));
        long told = both.city.get("/api/cases/" + up).path("acts").valueStream()
                .filter(act -> act.path("act").asString("").equals("handle")).count();
        assertThat(told).as("done once").isEqualTo(1);
    }

    /// A whole life over the border and, while the county is away, a city that goes on working (and the other way round).
    @Test
    @Requirement({"EXC-01", "EXC-02", "EXC-03", "CMD-09"})
    void eachWorksAloneAndTogetherTheyCloseTheLoop() {
        String up = both.city.filed("路灯不亮，全程");
        SENT.add(up);
        String down = both.handedDown(up);
        both.county.kill();
        String own = both.city.filed("市里自己的案件");
        both.city.act("dispatcher-1", own, "dispatch", Map.of("unit", "lighting"));
        String later = both.city.filed("县断线时交办");
        SENT.add(later);
        both.city.act("dispatcher-1", later, "transfer", Map.of("unit", "xinan-platform"));
        both.county.startAgain();
        awaits("what waited has arrived", () -> !both.theirs(later).isEmpty());

        both.city.kill();
        both.handledBelow(down);
        both.city.startAgain();
        awaits("the city knows it is done", () -> both.city.state(up).equals("feedback"));
        both.city.act("dispatcher-1", up, "report-back", Map.of());
        both.city.act("operator-1", up, "ask-check", Map.of("collector", "collector-2"));
        both.city.act("collector-2", up, "pass-check", Map.of("evidence", both.city.photo("collector-2", "checked", "CHECK")));
        both.city.act("shift-leader-1", up, "close", Map.of("opinion", "已结案"));
        awaits("closed below as well", () -> both.county.state(down).equals("closed"));

        String below = both.county.filed("县里自己的案件");
        awaits("the city has a copy of it", () -> both.city.get("/api/exchange/copies?partner=xinan&size=200").valueStream()
                .anyMatch(copy -> copy.path("number").asString("").equals(below)));
        // 县区看本级，市级看全市: the county's wall shows its own, the city's shows what the county's letters told.
        JsonNode wall = both.city.get("/api/situation/figures");
        assertThat(wall.path("counties").toString()).contains("xinan");
        assertThat(both.county.get("/api/situation/figures").path("counties")).isEmpty();
        assertThat(both.county.get("/api/cases/" + own).path("number").isMissingNode()).isTrue();

        JsonNode agreed = both.reconciled();
        assertThat(agreed.path("state").asString()).as("%s", agreed).isEqualTo("AGREES");
        assertThat(agreed.path("ours").asLong()).isEqualTo(agreed.path("theirs").asLong()).isGreaterThanOrEqualTo(SENT.size());
        SENT.forEach(number -> assertThat(countyCases(number)).as(number).hasSize(1));
    }

    @Test
    @Requirement({"EXC-07", "EXC-08"})
    void whatIsSentIsASettingAndBaseDataTravelsAsVersions() {
        assertThat(both.county.put("administrator-1", "/api/exchange/partners/luoyang/rules/copy", Map.of("sends", false, "takes", true))
                .status()).isEqualTo(204);
        String silent = both.county.filed("不上报的案件");
        assertThat(both.county.put("administrator-1", "/api/exchange/partners/luoyang/rules/copy", Map.of("sends", true, "takes", true))
                .status()).isEqualTo(204);
        String told = both.county.filed("上报的案件");
        awaits("the second is told", () -> copies().contains(told));
        assertThat(copies()).doesNotContain(silent);

        both.city.done("administrator-1", "/api/exchange/partners/xinan/publications", Map.of("subjects", List.of("grids", "places")));
        awaits("grids and places have arrived as versions", () -> both.county.get("/api/exchange/publications").valueStream()
                .map(each -> each.path("subject").asString("")).toList().containsAll(List.of("grids", "places")));
    }

    private static List<String> copies() {
        return both.city.get("/api/exchange/copies?partner=xinan&size=200").valueStream().map(copy -> copy.path("number").asString("")).toList();
    }

    /// The county's cases for a city number.
    private static List<String> countyCases(String cityNumber) {
        return both.county.get("/api/exchange/cases?size=200").valueStream().filter(link -> link.path("theirs").asString("").equals(cityNumber))
                .map(link -> link.path("ours").asString("")).toList();
    }

    private static boolean quiet() {
        return Stream.of(both.city, both.county).flatMap(side -> side.get("/api/exchange/partners").valueStream())
                .filter(partner -> !partner.path("address").asString("").equals("loopback"))
                .allMatch(partner -> partner.path("waiting").asLong() == 0);
    }

    /// Has the sender do the deed and kills whom the point names at that point of the letter's life; then that side starts again.
    private static void die(Point point, TwoPlatforms.Side sender, TwoPlatforms.Side receiver, Relay there, Relay back, Runnable deed,
            Supplier<Boolean> applied) throws InterruptedException {
        TwoPlatforms.Side dead = switch (point) {
            case WRITTEN, LEFT, ANSWERED_SENDER_DIES -> sender;
            case ARRIVING, ANSWERED_RECEIVER_DIES, APPLIED -> receiver;
        };
        switch (point) {
            case WRITTEN -> {
                there.cut(true);
                deed.run();
                dead.kill();
                there.cut(false);
            }
            case APPLIED -> {
                back.cut(true);
                deed.run();
                awaits("the letter's work is done", applied::get);
                dead.kill();
                back.cut(false);
            }
            case LEFT, ARRIVING, ANSWERED_SENDER_DIES, ANSWERED_RECEIVER_DIES -> {
                CountDownLatch sprung = there.at(switch (point) {
                    case LEFT -> Moment.LEFT;
                    case ARRIVING -> Moment.ARRIVING;
                    default -> Moment.ANSWERED;
                }, dead::kill);
                deed.run();
                assertThat(sprung.await(2, TimeUnit.MINUTES)).as("a bundle went over the line").isTrue();
            }
        }
        dead.startAgain();
    }
}
