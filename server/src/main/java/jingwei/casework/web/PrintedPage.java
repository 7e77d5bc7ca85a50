package jingwei.casework.web;

import java.util.List;
import org.springframework.web.util.HtmlUtils;

/// 打印页: a plain page for paper, a title and tables; every word in it is escaped.
final class PrintedPage {

    private final StringBuilder body = new StringBuilder();

    /// @param first the row of heads; may be empty
    PrintedPage table(List<String> first, List<List<String>> rows) {
        body.append("<table>");
        if (!first.isEmpty()) {
            row(first, "th");
        }
        rows.forEach(row -> row(row, "td"));
        body.append("</table>");
        return this;
    }

    PrintedPage heading(String text) {
        body.append("<h2>").append(HtmlUtils.htmlEscape(text)).append("</h2>");
        return this;
    }

    String html(String title) {
        return """
                <!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>%1$s</title>
                <style>body{font-family:sans-serif;margin:2cm}table{border-collapse:collapse;width:100%%}
                td,th{border:1px solid #000;padding:.5em;text-align:left;vertical-align:top}
                td:first-child{font-weight:bold;min-width:6em}</style></head>
                <body><h1>%1$s</h1>%2$s</body></html>
                """.formatted(HtmlUtils.htmlEscape(title), body);
    }

    private void row(List<String> cells, String tag) {
        body.append("<tr>");
        cells.forEach(cell -> body.append('<').append(tag).append('>').append(HtmlUtils.htmlEscape(cell)).append("</")
                .append(tag).append('>'));
        body.append("</tr>");
    }
}
