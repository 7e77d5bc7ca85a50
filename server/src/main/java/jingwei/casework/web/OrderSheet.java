package jingwei.casework.web;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import jingwei.casework.Case;
import jingwei.casework.clock.CaseClock;

/// 派遣单: one page to print for a unit, with room for its answer.
final class OrderSheet {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private OrderSheet() {
    }

    static String html(Case c, String unit, String className) {
        Case.Filing filing = Objects.requireNonNull(c.filing());
        CaseClock clock = c.clocks().handling();
        return new PrintedPage().table(List.of(), List.of(
                List.of("案件编号", c.number().value()),
                List.of("单位", unit),
                List.of("类别", className),
                List.of("地点", c.spot().address() + "（单元网格 " + c.spot().unitGrid() + "）"),
                List.of("问题", c.reported().description()),
                List.of("立案条件", filing.filingCondition()),
                List.of("结案条件", filing.closingCondition()),
                List.of("处置时限", filing.limit() + (clock == null ? "" : "，至 " + TIME.format(clock.due()))),
                List.of("处置情况", "　"),
                List.of("签字、日期", "　")))
                .html("派遣单" + (c.trial() ? "（模拟运行）" : ""));
    }
}
