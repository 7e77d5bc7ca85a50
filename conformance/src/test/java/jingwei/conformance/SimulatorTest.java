package jingwei.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.Map;
import jingwei.simulator.Simulator;
import jingwei.simulator.wire.HttpTheatre;
import jingwei.simulator.wire.Line;
import org.junit.jupiter.api.Test;

/// 演员一天的工作: at a high rate, within one day of the platform's time, every act of the loop occurs.
class SimulatorTest {

    /// Every act of T01–T41, by its word.
    private static final Set<String> ACTS = Set.of("report", "register", "import", "ask-verify", "verify-true",
            "verify-false", "accept", "decline", "mark-duplicate", "file", "send-back", "refuse-filing", "dispatch",
            "return-to-filing", "transfer", "receive", "handle", "ask-return", "grant-return", "refuse-return",
            "ask-extension", "grant-extension", "refuse-extension", "ask-hold", "grant-hold", "refuse-hold", "release",
            "report-back", "send-back-incomplete", "ask-check", "pass-check", "fail-check", "close", "rework",
            "check-again", "annul", "reopen", "expedite", "remind", "instruct", "answer", "settle-on-spot",
            "approve-settlement", "refuse-settlement", "close-short", "merge", "split");
    private static final double RATE = 900;
    private static final Duration EACH = Duration.ofMillis(250);
    private static final int TRIES = 400;

    @Test
    void everyActOfTheLoopOccursWithinADay() {
        try (PackedServer server = PackedServer.start(Map.of("JINGWEI_SIMULATOR", "off", "JINGWEI_DEMO_CLOCK",
                "2026-12-07T00:00:00Z"));
                Line line = new Line(server.address(), server.accounts(), "luoyang")) {
            HttpTheatre clock = new HttpTheatre(line);
            Instant began = clock.now();
            try (Simulator simulator = Simulator.start(server.address(), server.accounts(), 1, RATE)) {
                for (int tries = 0; tries < TRIES && !missing(simulator).isEmpty(); tries++) {
                    LockSupport.parkNanos(EACH.toNanos());
                }
                Duration took = Duration.between(began, clock.now());
                assertThat(missing(simulator)).as("after %s, performed %s, refused %s", took, simulator.performed(),
                        simulator.refused()).isEmpty();
                assertThat(took).as("performed %s, refused %s", simulator.performed(), simulator.refused())
                        .isLessThan(Duration.ofDays(1));
            }
        }
    }

    private static Set<String> missing(Simulator simulator) {
        Set<String> missing = new TreeSet<>(ACTS);
        missing.removeAll(simulator.performed().keySet());
        return missing;
    }
}
