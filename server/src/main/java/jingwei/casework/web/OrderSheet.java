package jingwei.casework.web;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import jingwei.casework.Case;
import jingwei.casework.clock.CaseClock;
import org.springframework.web.util.HtmlUtils;

/// 派遣单: one page to print for a unit, with room for its answer.
final class OrderSheet {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private OrderSheet() {
    }

    static String html(Case c, List<String> heads) {
        Case.Filing filing = Objects.requireNonNull(c.filing());
        CaseClock clock = c.clocks().handling();
        StringBuilder rows = new StringBuilder();
        row(rows, "案件编号", c.number().value());
        heads.forEach(head -> row(rows, head.substring(0, head.indexOf(' ')), head.substring(head.indexOf(' ') + 1)));
        row(rows, "地点", c.spot().address() + "（单元网格 " + c.spot().unitGrid() + "）");
        row(rows, "问题", c.reported().description());
        row(rows, "立案条件", filing.filingCondition());
        row(rows, "结案条件", filing.closingCondition());
        row(rows, "处置时限", filing.limit() + (clock == null ? "" : "，至 " + TIME.format(clock.due())));
        row(rows, "处置情况", "　");
        row(rows, "签字、日期", "　");
        return """
                <!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>派遣单 %s</title>
                <style>body{font-family:sans-serif;margin:2cm}table{border-collapse:collapse;width:100%%}
                td,th{border:1px solid #000;padding:.5em;text-align:left;vertical-align:top}th{width:7em}</style></head>
                <body><h1>派遣单%s</h1><table>%s</table></body></html>
                """.formatted(c.number(), c.trial() ? "（模拟运行）" : "", rows);
    }

    private static void row(StringBuilder rows, String head, String text) {
        rows.append("<tr><th>").append(HtmlUtils.htmlEscape(head)).append("</th><td>")
                .append(HtmlUtils.htmlEscape(text)).append("</td></tr>");
    }
}
