package jingwei.simulator;

import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// 责任单位: handlers of the units and of the other platform; 市政 is the slow one.
final class UnitDesk implements Desk {

    private static final String SLOW_UNIT = "municipal";

    private final Office office;

    UnitDesk(Office office) {
        this.office = office;
    }

    @Override
    public void work() {
        office.everyone("handler").forEach(this::unit);
        office.everyone("partner").forEach(this::unit);
    }

    private void unit(String post) {
        String unit = post.replaceFirst("-1$", "");
        for (Sighting seen : office.list(post, "open=true&unit=" + unit)) {
            if (seen.orders() > 0 && office.first(seen, "answer" + seen.orders())) {
                answer(post, seen);
            }
            if (seen.held() || !seen.petition().isEmpty()) {
                continue;
            }
            if (seen.state().equals("transferred")) {
                office.act(post, "receive", seen, Map.of("number", "XT-" + seen.number()));
            } else if (seen.state().equals("handling")) {
                handle(post, unit, seen);
            }
        }
    }

    private void handle(String post, String unit, Sighting seen) {
        boolean wrong = (seen.is(Fate.SENT_WRONG) || seen.is(Fate.SENT_WRONG_AGAIN)) && office.first(seen, "return");
        long takes = (unit.equals(SLOW_UNIT) ? 60 : 20) + seen.number().hashCode() % 20 + (seen.is(Fate.SLOW) ? 300 : 0);
        if (wrong) {
            office.act(post, "ask-return", seen, Office.reason("不属我单位职责"));
        } else if (seen.is(Fate.GROUNDLESS_RETURN) && office.first(seen, "return")) {
            office.act(post, "ask-return", seen, Office.reason("人手不够"));
        } else if ((seen.is(Fate.EXTENDED) || seen.is(Fate.EXTENSION_REFUSED)) && office.first(seen, "extension")) {
            office.act(post, "ask-extension", seen, Office.reason("备件在途"));
        } else if ((seen.is(Fate.HELD) || seen.is(Fate.HOLD_REFUSED)) && office.first(seen, "hold")) {
            office.act(post, "ask-hold", seen, Map.of("reason", "等待开挖许可",
                    "until", office.now().plus(Duration.ofDays(3)).toString()));
        } else if (seen.waited(5) && office.first(seen, "receive")) {
            office.act(post, "receive", seen, Map.of());
        } else if (seen.waited(takes)) {
            office.act(post, "handle", seen, office.withPhoto(post, "AFTER", "opinion", "已处置完毕"));
        }
    }

    private void answer(String post, Sighting seen) {
        for (JsonNode order : office.line().get(post, "/api/cases/" + seen.number()).body().path("orders")) {
            if (!order.hasNonNull("answer")) {
                office.act(post, "answer", seen, Map.of("order", order.path("id").asString(), "opinion", "正在办理"));
            }
        }
    }
}
