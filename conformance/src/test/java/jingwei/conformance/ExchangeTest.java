package jingwei.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import jingwei.conformance.Wire.Way;
import jingwei.simulator.Requirement;
import jingwei.simulator.wire.Line;
import jingwei.simulator.wire.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// J and K: a city with a hosted county and a county on a server of its own, three platforms in two processes, by the contract
/// alone; and `kill -9` of either process at every point of a letter's way.
class ExchangeTest {

    /// Points of a letter's way, and which process dies there.
    private enum Point {
        WRITTEN_NOT_SENT(Way.NOWHERE, true), SENT_NOT_ARRIVED(Way.UNTIL_ASKED, true), KEPT_NOT_ACKNOWLEDGED(Way.UNTIL_ANSWERED, true),
        KEPT_AND_THE_KEEPER_DIES(Way.UNTIL_ANSWERED, false), BEFORE_IT_ARRIVES_THE_KEEPER_DIES(Way.UNTIL_ASKED, false),
        ACKNOWLEDGED_AND_THE_KEEPER_DIES(Way.WHOLE, false);

        private final Way way;
        private final boolean sender;

        Point(Way way, boolean sender) {
            this.way = way;
            this.sender = sender;
        }
    }

    private static final Map<String, Object> POINT = Map.of("longitude", 112.1402, "latitude", 34.7251);
    private static final Map<String, String> QUIET = Map.of("JINGWEI_SIMULATOR", "off", "JINGWEI_DEMO_COUNTY", "on");
    private static final int TRIES = 1200;

    private static PackedServer cityServer;
    private static PackedServer countyServer;
    private static Line city;
    private static Line hosted;
    private static Line county;
    private static Wire toCounty;
    private static Wire toCity;
    private static int serial;

    @BeforeAll
    static void start() {
        cityServer = PackedServer.start(QUIET);
        countyServer = PackedServer.start(QUIET);
        toCounty = new Wire(countyServer.address().getPort());
        toCity = new Wire(cityServer.address().getPort());
        lines();
    }

    @AfterAll
    static void stop() {
        List.of(city, hosted, county).forEach(Line::close);
        toCounty.close();
        toCity.close();
        countyServer.close();
        cityServer.close();
    }

    private static void lines() {
        city = new Line(cityServer.address(), cityServer.accounts(), "luoyang");
        hosted = new Line(cityServer.address(), cityServer.accounts(), "xinan");
        county = new Line(countyServer.address(), countyServer.accounts(), "xinan");
    }

    /// K01 the hosted county and the city exchange a case in under two seconds from act to desk; J01 the county's own server takes the
    /// hosted one's place by joining anew; J02 every point of a letter's way survives `kill -9`; J03 both sides agree at the end.
    @Test
    @Requirement({"EXC-01", "EXC-02", "EXC-03", "EXC-05", "EXC-06", "EXC-07", "EXC-08", "ACC-21", "COL-15", "CMD-09"})
    void threePlatformsActAsOneWhateverDies() throws Exception {
        String first = handDown();
        long began = System.nanoTime();
        await("the hosted county has it", () -> theirs(hosted).contains(first));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));

        String code = done(city.post("administrator-1", "/api/exchange/invitations", Map.of("partner", "xinan", "unit", "xinan-platform")))
                .path("code").asString();
        done(county.post("administrator-1", "/api/exchange/partners", Map.of("address", toCity.address(), "code", code, "ownAddress",
                toCounty.address(), "unit", "partner-platform")));
        await("the common versions came", () -> {
            String came = done(county.get("administrator-1", "/api/exchange/publications?partner=luoyang")).toString();
            return came.contains("process") && came.contains("catalogue") && came.contains("calendar");
        });
        done(city.post("administrator-1", "/api/exchange/partners/xinan/publications", Map.of("subjects", List.of("grids", "duty"))));
        await("the grids came", () -> done(county.get("administrator-1", "/api/exchange/publications")).toString().contains("grids"));
        assertThat(county.post("administrator-1", "/api/exchange/partners", Map.of("address", toCity.address(), "code", code, "ownAddress",
                toCounty.address())).code()).isEqualTo("cannot-join");

        List<String> numbers = new ArrayList<>();
        for (Point point : Point.values()) {
            numbers.add(dies(point));
        }
        await("every case is there and known by both numbers", () -> theirs(county).containsAll(numbers) && states(numbers)
                .equals(List.of("handling")));
        List<String> there = theirs(county);
        assertThat(there).doesNotHaveDuplicates();

        // A rule keeps copies back, and lets them go again.
        done(county.put("administrator-1", "/api/exchange/partners/luoyang/rules/copy", Map.of("sends", false, "takes", true)));
        String own = own();
        done(county.put("administrator-1", "/api/exchange/partners/luoyang/rules/copy", Map.of("sends", true, "takes", true)));
        String seen = own();
        await("the city sees the county's own case", () -> copies().contains(seen));
        assertThat(copies()).doesNotContain(own);

        String id = done(city.post("dispatcher-1", "/api/exchange/partners/xinan/reconciliations", Map.of())).path("id").asString();
        await("both sides agree", () -> done(city.get("administrator-1", "/api/exchange/reconciliations")).valueStream()
                .anyMatch(each -> each.path("id").asString().equals(id) && each.path("state").asString().equals("AGREES")
                        && each.path("ours").asLong() == each.path("theirs").asLong()));
    }

    /// A case is handed down, the letter gets as far as the point, and one of the processes is killed there and started again.
    private static String dies(Point point) throws InterruptedException, IOException {
        CountDownLatch there = toCounty.let(point.way);
        String number = handDown();
        if (point.way == Way.UNTIL_ASKED || point.way == Way.UNTIL_ANSWERED) {
            assertThat(there.await(60, TimeUnit.SECONDS)).as(point.name()).isTrue();
        } else if (point.way == Way.WHOLE) {
            await(point.name(), () -> done(city.get("administrator-1", "/api/exchange/outbox?state=RECEIVED&size=200")).toString().contains(number));
        }
        if (point.sender) {
            cityServer.kill();
            city.close();
            hosted.close();
            cityServer = again(cityServer);
        } else {
            countyServer.kill();
            county.close();
            countyServer = again(countyServer);
        }
        lines();
        toCounty.let(Way.WHOLE);
        return number;
    }

    private static PackedServer again(PackedServer dead) {
        Map<String, String> environment = new HashMap<>(QUIET);
        environment.put("PORT", String.valueOf(dead.address().getPort()));
        return PackedServer.startAgain(dead.data(), dead.address().getPort(), environment);
    }

    /// A case of the city that lies in the county, filed and transferred.
    private static String handDown() {
        String number = imported(city, "JT-" + (++serial));
        done(city.post("dispatcher-1", "/api/cases/" + number + "/acts", Map.of("act", "transfer", "particulars", Map.of("unit",
                "xinan-platform"))));
        return number;
    }

    private static String own() {
        return imported(county, "XT-" + (++serial));
    }

    private static String imported(Line line, String foreign) {
        return done(line.post("command-gateway-1", "/api/cases", Map.of("act", "import", "particulars", Map.of("description", "路灯不亮",
                "classCode", "component-0118", "condition", 1, "point", POINT, "number", foreign)))).path("number").asString();
    }

    private static List<String> theirs(Line line) {
        return done(line.get("administrator-1", "/api/exchange/cases?size=200")).valueStream().map(each -> each.path("theirs").asString("")).toList();
    }

    private static List<String> copies() {
        return done(city.get("administrator-1", "/api/exchange/copies?size=200")).valueStream().map(each -> each.path("number").asString("")).toList();
    }

    private static List<String> states(List<String> numbers) {
        return numbers.stream().map(number -> done(city.get("dispatcher-1", "/api/cases/" + number)).path("state").asString("")).distinct().toList();
    }

    private static JsonNode done(Reply reply) {
        assertThat(reply.done()).as("%s", reply).isTrue();
        return reply.body();
    }

    private static void await(String what, BooleanSupplier holds) {
        for (int tries = 0; tries < TRIES; tries++) {
            if (holds.getAsBoolean()) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new AssertionError("did not come to pass: " + what + "\n" + cityServer.console() + "\n" + countyServer.console());
    }
}
