package jingwei.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// 采集员、热线与来件: collectors who walk the grids and answer their tasks, the hotline, and letters from elsewhere.
final class FieldDesk implements Desk {

    /// Classes of the seed sheet as often as they are met, each with the number of filing conditions used.
    private static final String[] CLASSES = {"event-0201", "event-0201", "event-0103", "component-0101",
        "component-0101", "component-0103", "component-0118", "component-0118", "component-0201", "component-0401",
        "event-0110", "event-0301"};
    private static final Map<String, Integer> CONDITIONS = Map.of("event-0201", 1, "event-0103", 1, "component-0101", 4,
            "component-0103", 4, "component-0118", 4, "component-0201", 4, "component-0401", 2, "event-0110", 3,
            "event-0301", 2);
    private static final Map<String, String> WORDS = Map.of("event-0201", "墙面有小广告", "event-0103", "路边堆有渣土",
            "component-0101", "上水井盖有问题", "component-0103", "雨水井盖有问题", "component-0118", "路灯有问题",
            "component-0201", "停车场有问题", "component-0401", "古树有问题", "event-0110", "路面破损", "event-0301", "施工噪声扰民");

    private final Office office;
    private final List<double[]> cells = new ArrayList<>();
    private int letters;

    FieldDesk(Office office) {
        this.office = office;
        JsonNode features = office.line().get("operator-1", "/api/unit-grids").body().path("features");
        features.forEach(cell -> cells.add(middle(cell.path("geometry").path("coordinates").path(0))));
    }

    @Override
    public void work() {
        tasks();
        collectorsReport();
        if (office.random().nextInt(5) == 0) {
            Map<String, Object> report = report();
            report.put("source", List.of("HOTLINE", "WEB", "APP", "SENSOR").get(office.random().nextInt(4)));
            report.put("reporter", Map.of("name", "市民", "phone", "13900000000", "wantsReply", true));
            office.begin(office.someone("operator"), "register", report);
        }
        if (office.random().nextInt(30) == 0) {
            Map<String, Object> letter = report();
            letter.put("number", "WL-" + office.now().getEpochSecond() + "-" + letters++);
            boolean command = office.random().nextBoolean();
            office.begin(command ? "command-gateway-1" : "supervision-gateway-1", "import", letter);
        }
    }

    private void collectorsReport() {
        String collector = office.someone("collector");
        if (office.random().nextInt(3) > 0) {
            Map<String, Object> report = report();
            report.putAll(office.withPhoto(collector, "BEFORE", "opinion", ""));
            String number = office.begin(collector, "report", report);
            Fate fate = number.isEmpty() ? Fate.ORDINARY : office.fateOfCollected(number);
            if (fate == Fate.SETTLED || fate == Fate.SETTLED_BADLY) {
                // Only the collector who reported settles it, there and then.
                office.act(collector, "settle-on-spot", number,
                        office.withPhoto(collector, "AFTER", "opinion", "当场清除"));
            }
        }
    }

    private void tasks() {
        for (String collector : office.everyone("collector")) {
            for (Sighting seen : office.list(collector, "open=true&collector=" + collector)) {
                if (!seen.waited(10)) {
                    continue;
                }
                if (seen.state().equals("verifying")) {
                    boolean untrue = seen.is(Fate.UNTRUE);
                    office.act(collector, untrue ? "verify-false" : "verify-true", seen,
                            office.withPhoto(collector, "VERIFY", "opinion", untrue ? "现场没有此问题" : "属实"));
                } else if (seen.state().equals("checking")) {
                    boolean fails = seen.is(Fate.REWORKED) && seen.round() == 1;
                    office.act(collector, fails ? "fail-check" : "pass-check", seen,
                            office.withPhoto(collector, "CHECK", fails ? "reason" : "opinion", fails ? "没有修好" : "已解决"));
                }
            }
        }
    }

    private Map<String, Object> report() {
        String classCode = CLASSES[office.random().nextInt(CLASSES.length)];
        double[] at = cells.get(office.random().nextInt(cells.size()));
        Map<String, Object> report = new HashMap<>();
        report.put("classCode", classCode);
        report.put("condition", 1 + office.random().nextInt(CONDITIONS.get(classCode)));
        report.put("description", WORDS.get(classCode));
        report.put("point", Map.of("longitude", at[0], "latitude", at[1]));
        return report;
    }

    private static double[] middle(JsonNode ring) {
        double longitude = 0;
        double latitude = 0;
        int corners = ring.size() - 1;
        for (int i = 0; i < corners; i++) {
            longitude += ring.get(i).get(0).asDouble() / corners;
            latitude += ring.get(i).get(1).asDouble() / corners;
        }
        return new double[] {Math.round(longitude * 1e7) / 1e7, Math.round(latitude * 1e7) / 1e7};
    }
}
