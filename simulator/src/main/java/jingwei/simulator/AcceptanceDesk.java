package jingwei.simulator;

import java.util.List;
import java.util.Map;

/// 受理席: operators and shift leaders, and the head of supervision who now and then opens a closed case again.
final class AcceptanceDesk implements Desk {

    private final Office office;

    AcceptanceDesk(Office office) {
        this.office = office;
    }

    @Override
    public void work() {
        List<Sighting> open = office.list("operator-1", "open=true");
        for (Sighting seen : open) {
            if (seen.held() || !seen.waited(1)) {
                continue;
            }
            switch (seen.state()) {
                case "reported" -> reported(seen, open);
                case "verified" -> accept(seen);
                case "disproved" -> operator(seen, "decline", Office.reason("核实不属实，已答复"));
                case "accepted" -> accepted(seen, open);
                case "settled" -> settled(seen);
                case "filed" -> filed(seen);
                case "to-check" -> operator(seen, "ask-check", Map.of("collector", office.someone("collector")));
                case "to-close" -> toClose(seen);
                case "failed" -> leader(seen, "rework", Office.reason("核查未通过，请返工"));
                case "split" -> close(seen);
                default -> {
                    // not of this desk
                }
            }
        }
        for (Sighting seen : office.list("center-chief-1", "state=closed")) {
            if (seen.is(Fate.REOPENED) && seen.round() == 1 && office.first(seen, "reopen")) {
                office.act("center-chief-1", "reopen", seen, Office.reason("抽查发现问题仍在"));
            }
        }
    }

    private void reported(Sighting seen, List<Sighting> open) {
        boolean waitsForItsCollector = seen.collected() && !seen.waited(4)
                && (seen.is(Fate.SETTLED) || seen.is(Fate.SETTLED_BADLY));
        if (waitsForItsCollector) {
            return;
        }
        Sighting other = other(seen, open);
        if (seen.is(Fate.DUPLICATE) && other != null && office.first(seen, "duplicate")) {
            operator(seen, "mark-duplicate", Map.of("original", other.number()));
        } else if (seen.is(Fate.MERGED_EARLY) && other != null && office.first(seen, "merge")) {
            operator(seen, "merge", Map.of("into", other.number()));
        } else if (!seen.collected() && office.first(seen, "verify")) {
            operator(seen, "ask-verify", Map.of("collector", office.someone("collector")));
        } else {
            accept(seen);
        }
    }

    private void accepted(Sighting seen, List<Sighting> open) {
        if (seen.is(Fate.NOT_FILED)) {
            leader(seen, "refuse-filing", Office.reason("不属立案范围"));
        } else if (seen.is(Fate.SENT_BACK) && office.first(seen, "send-back")) {
            leader(seen, "send-back", Office.reason("请补充地点"));
        } else if (seen.is(Fate.ANNULLED)) {
            leader(seen, "annul", Office.reason("误报"));
        } else {
            leader(seen, "file", Map.of());
        }
    }

    private void settled(Sighting seen) {
        if (seen.is(Fate.SETTLED_BADLY) && office.first(seen, "refuse-settlement")) {
            operator(seen, "refuse-settlement", Office.reason("照片看不清"));
        } else {
            leader(seen, "approve-settlement", Map.of());
        }
    }

    private void filed(Sighting seen) {
        if (seen.is(Fate.SHORT) && seen.collected() && office.first(seen, "short")) {
            String leader = office.someone("shift-leader");
            office.act(leader, "close-short", seen, office.withPhoto(leader, "AFTER", "opinion", "当场已解决"));
        }
    }

    private void toClose(Sighting seen) {
        if (seen.is(Fate.CHECKED_AGAIN) && office.first(seen, "check-again")) {
            leader(seen, "check-again", Map.of("collector", office.someone("collector"), "reason", "照片不是同一处"));
        } else {
            close(seen);
        }
    }

    /// A split case is asked for again and again, a while apart, until its parts have ended.
    private void close(Sighting seen) {
        if (!seen.state().equals("split") || office.first(seen, "close" + seen.waits().toMinutes() / 60)) {
            leader(seen, "close", Office.opinion("已解决，已答复"));
        }
    }

    private void accept(Sighting seen) {
        operator(seen, "accept", Map.of());
    }

    private void operator(Sighting seen, String act, Map<String, Object> said) {
        office.act(office.someone("operator"), act, seen, said);
    }

    private void leader(Sighting seen, String act, Map<String, Object> said) {
        office.act(office.someone("shift-leader"), act, seen, said);
    }

    private static Sighting other(Sighting seen, List<Sighting> open) {
        return open.stream().filter(each -> !each.number().equals(seen.number()) && each.is(Fate.ORDINARY))
                .findFirst().orElse(null);
    }
}
