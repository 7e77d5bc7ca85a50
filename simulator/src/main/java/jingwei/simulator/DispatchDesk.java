package jingwei.simulator;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// 派遣席: dispatchers and the head of the command center; two of forty cases go to a wrong unit.
final class DispatchDesk implements Desk {

    private static final String PARTNER = "partner-platform";
    private static final String FALLBACK = "urban-management";

    private final Office office;

    DispatchDesk(Office office) {
        this.office = office;
    }

    @Override
    public void work() {
        List<Sighting> open = office.list("dispatcher-1", "open=true");
        for (Sighting seen : open) {
            if (seen.held()) {
                release(seen);
            } else if (!seen.petition().isEmpty()) {
                decide(seen);
            } else if (seen.waited(1)) {
                switch (seen.state()) {
                    case "filed", "to-dispatch" -> dispatch(seen);
                    case "feedback" -> feedback(seen);
                    case "handling" -> merge(seen, open);
                    default -> {
                        // not of this desk
                    }
                }
            }
        }
    }

    private void dispatch(Sighting seen) {
        boolean waitsForShortFlow = seen.is(Fate.SHORT) && seen.collected() && !seen.waited(5);
        if (waitsForShortFlow) {
            return;
        }
        String dispatcher = office.someone("dispatcher");
        if (seen.is(Fate.RETURNED_TO_FILING) && office.first(seen, "return-to-filing")) {
            office.act(dispatcher, "return-to-filing", seen, Office.reason("类别不对"));
        } else if (seen.is(Fate.SPLIT) && office.first(seen, "split")) {
            office.act(dispatcher, "split", seen, Map.of("parts", List.of(Map.of("unit", "water", "opinion", "修井"),
                    Map.of("unit", "municipal", "opinion", "补路"))));
        } else if (seen.is(Fate.TRANSFERRED) && office.first(seen, "transfer")) {
            office.act(dispatcher, "transfer", seen, Map.of("unit", PARTNER));
        } else if (seen.is(Fate.HELD_BEFORE_DISPATCH) && office.first(seen, "hold")) {
            office.act(dispatcher, "ask-hold", seen, Map.of("reason", "等权属认定",
                    "until", office.now().plus(Duration.ofDays(7)).toString()));
        } else {
            Map<String, Object> said = new HashMap<>(Map.of("unit", unit(dispatcher, seen), "opinion", "请按时限处置"));
            if (seen.is(Fate.REMINDED) && !seen.unit().equals("traffic")) {
                said.put("supporting", List.of("traffic"));
            }
            office.act(dispatcher, "dispatch", seen, said);
        }
    }

    /// The unit the sheet proposes; rework stays where it was; a wrong one on purpose the first time, five in a hundred.
    private String unit(String dispatcher, Sighting seen) {
        if (seen.round() > 1 && !seen.unit().isEmpty()) {
            return seen.unit();
        }
        JsonNode proposal = office.line().get(dispatcher, "/api/cases/" + seen.number() + "/proposal").body();
        String right = proposal.path("unit").asString(FALLBACK);
        boolean wrong = (seen.is(Fate.SENT_WRONG) || seen.is(Fate.SENT_WRONG_AGAIN)) && office.first(seen, "wrong");
        return !wrong ? right : right.equals("greening") ? "lighting" : "greening";
    }

    private void feedback(Sighting seen) {
        if (seen.is(Fate.INCOMPLETE) && office.first(seen, "incomplete")) {
            office.act(office.someone("dispatcher"), "send-back-incomplete", seen, Office.reason("照片看不出地点"));
        } else {
            office.act(office.someone("dispatcher"), "report-back", seen, Map.of());
        }
    }

    private void merge(Sighting seen, List<Sighting> open) {
        if (seen.is(Fate.MERGED_LATE)) {
            open.stream().filter(each -> each.state().equals("handling") && each.is(Fate.ORDINARY)).findFirst()
                    .filter(other -> office.first(seen, "merge"))
                    .ifPresent(other -> office.act(office.someone("dispatcher"), "merge", seen,
                            Map.of("into", other.number())));
        }
    }

    private void decide(Sighting seen) {
        switch (seen.petition()) {
            case "return" -> decide(seen, "return", !seen.is(Fate.GROUNDLESS_RETURN));
            case "extension" -> decide(seen, "extension", seen.is(Fate.EXTENDED) || seen.is(Fate.SLOW));
            case "hold" -> hold(seen);
            default -> {
                // no petition this desk knows
            }
        }
    }

    private void decide(Sighting seen, String what, boolean grant) {
        office.act(office.someone("dispatcher"), (grant ? "grant-" : "refuse-") + what, seen,
                grant ? Map.of() : Office.reason("理由不足"));
    }

    /// The dispatcher first, the head of command after him; what a dispatcher asked himself goes to the head at once.
    private void hold(Sighting seen) {
        boolean own = !seen.state().equals("handling");
        if (seen.is(Fate.HOLD_REFUSED) || own) {
            office.act(own ? "command-chief-1" : office.someone("dispatcher"), "refuse-hold", seen,
                    Office.reason("可以先行处置"));
        } else if (office.first(seen, "grant-hold")) {
            office.act(office.someone("dispatcher"), "grant-hold", seen, Map.of());
        } else {
            office.act("command-chief-1", "grant-hold", seen, Map.of());
        }
    }

    /// After a while somebody looks whether the reason still stands; the others wait for the keeper.
    private void release(Sighting seen) {
        if (seen.waited(120) && office.first(seen, "release")) {
            office.act(office.someone("dispatcher"), "release", seen, Office.opinion("条件已具备"));
        }
    }
}
