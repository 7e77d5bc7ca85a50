package jingwei.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import tools.jackson.databind.JsonNode;

/// 所见: a line of a case list as a person at a desk reads it.
///
/// @param waits how long the case has been in its state
record Sighting(String number, String state, Fate fate, int round, boolean collected, String classCode, String unit,
        String petition, int orders, boolean held, Duration waits) {

    static Sighting of(JsonNode line, long seed, Instant now) {
        String number = line.path("number").asString();
        boolean collected = line.path("source").asString().equalsIgnoreCase("collector");
        return new Sighting(number, line.path("state").asString(), Fate.of(number, seed, collected),
                line.path("round").asInt(), collected, classCode(line), text(line, "unit"),
                text(line, "petition").toLowerCase(java.util.Locale.ROOT), line.path("openOrders").asInt(),
                line.path("held").asBoolean(),
                Duration.between(OffsetDateTime.parse(line.path("since").asString()).toInstant(), now));
    }

    boolean is(Fate one) {
        return fate == one;
    }

    boolean waited(long minutes) {
        return waits.toMinutes() >= minutes;
    }

    private static String classCode(JsonNode line) {
        return text(line, "classCode");
    }

    private static String text(JsonNode line, String name) {
        return line.path(name).asString("");
    }
}
