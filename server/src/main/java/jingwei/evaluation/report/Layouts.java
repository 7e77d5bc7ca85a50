package jingwei.evaluation.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jingwei.evaluation.Evaluation;
import jingwei.evaluation.Period;
import jingwei.evaluation.ResultTable;
import jingwei.evaluation.Sheets;
import jingwei.evaluation.Subject;
import jingwei.evaluation.sheet.Indicator;
import jingwei.evaluation.sheet.IndicatorSheet;
import jingwei.grid.Land;
import jingwei.media.ChineseFont;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Polygon;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 报告版式: lines of text that become a paper: `title`, `heading`, `text` with figures in braces, `table`, `chart`, `map`.
///
/// A figure is written `{city RG-R02}` or `{unit lighting DP-S10}`; `{period}` is the period. What does not fit is refused by
/// line when the layout is kept, not when the paper is due.
@Component
public class Layouts {

    private static final int LONGEST = 20_000;
    private static final Pattern FIGURE = Pattern.compile("\\{([^{}]{1,80})}");

    private final Evaluation evaluation;
    private final Land land;
    private final ChineseFont font;

    Layouts(Evaluation evaluation, Land land, ChineseFont font) {
        this.evaluation = evaluation;
        this.land = land;
        this.font = font;
    }

    /// A paper before it has a form.
    record Made(String title, List<Piece> pieces) {
    }

    /// 现成版式: what a platform begins with, by id, each with its name: the monthly report, the weekly one and the daily brief.
    static Map<String, Reports.Layout> ready() {
        Map<String, Reports.Layout> ready = new LinkedHashMap<>();
        ready.put("standard", new Reports.Layout("standard", "综合评价通报（月报）", monthly(), "none"));
        ready.put("weekly", new Reports.Layout("weekly", "城市管理周报", """
                title {period}数字化城市管理周报
                heading 一、一周运行
                text {period}，全市立案 {city RG-B02} 件，应结案 {city RG-B03} 件，结案 {city RG-B04} 件，按期结案 {city RG-B05} 件；结案率 {city RG-R02}%，按期结案率 {city RG-R03}%，返工率 {city XX-R04}%，延期率 {city XX-R03}%。
                heading 二、街道
                table subdistrict RG-B02 RG-B03 RG-B04 RG-R02 RG-R03
                map subdistrict RG-S10
                heading 三、责任单位
                table unit DP-B01 DP-B02 DP-B04 DP-R02 DP-S10
                chart unit DP-S10
                """, "none"));
        ready.put("daily", new Reports.Layout("daily", "城市管理日报", """
                title {period}数字化城市管理日报
                text {period}，全市立案 {city RG-B02} 件，应结案 {city RG-B03} 件，结案 {city RG-B04} 件，按期结案 {city RG-B05} 件。
                heading 责任单位
                table unit DP-B01 DP-B02 DP-B04
                chart unit DP-B02
                text 回退 {city XX-B01} 件，延期 {city XX-B03} 件，挂账 {city XX-B04} 件，作废 {city XX-B06} 件。
                """, "none"));
        return ready;
    }

    private static String monthly() {
        return """
                title {period}数字化城市管理综合评价通报
                heading 一、总体情况
                text {period}，全市立案 {city RG-B02} 件，立案率 {city XX-R01}%，派遣率 {city XX-R02}%；应结案 {city RG-B03} 件，结案 {city RG-B04} 件，结案率 {city RG-R02}%，按期结案率 {city RG-R03}%；返工率 {city XX-R04}%，延期率 {city XX-R03}%。
                heading 二、区域评价
                table subdistrict RG-B02 RG-B03 RG-B04 RG-R02 RG-R03 RG-S10
                map subdistrict RG-S10
                heading 三、部门评价
                table unit DP-B01 DP-B02 DP-B04 DP-B05 DP-B06 DP-R02 DP-R03 DP-S10
                chart unit DP-S10
                heading 四、岗位评价
                table collector PC-B01 PC-B02 PC-R01 PC-R02 PC-R03 PC-R04 PC-S10
                table operator PA-B01 PA-R01 PA-R02 PA-S10
                table shift-leader PL-B01 PL-R01 PL-R02 PL-R03 PL-S10
                table dispatcher PD-B01 PD-R01 PD-R02 PD-S10
                heading 五、台账
                text 回退 {city XX-B01} 件，延期 {city XX-B03} 件，挂账 {city XX-B04} 件，作废 {city XX-B06} 件。
                """;
    }

    /// @throws RefusedException `layout-faulty`
    public void check(String body, Sheets.Version by) {
        if (body.length() > LONGEST) {
            throw faulty(0, "版式超过 " + LONGEST + " 字", "the layout is longer than " + LONGEST + " characters");
        }
        int number = 0;
        for (String line : body.split("\\R")) {
            number++;
            String[] words = line.strip().split("\\s+", 2);
            String rest = words.length > 1 ? words[1] : "";
            switch (words[0]) {
                case "" -> {
                    // an empty line
                }
                case "title", "heading", "text" -> checkFigures(number, rest, by);
                case "table", "chart", "map" -> checkTable(number, words[0], rest, by);
                default -> throw faulty(number, "读不懂“" + words[0] + "”", "\"" + words[0] + "\" is not known here");
            }
        }
    }

    @Transactional(readOnly = true)
    Made make(String body, Sheets.Version by, Period period) {
        check(body, by);
        Map<Subject, ResultTable> tables = new LinkedHashMap<>();
        String title = period.zh() + "综合评价";
        List<Piece> pieces = new ArrayList<>();
        for (String line : body.split("\\R")) {
            String[] words = line.strip().split("\\s+", 2);
            String rest = words.length > 1 ? words[1] : "";
            switch (words[0]) {
                case "title" -> title = filled(rest, by, period, tables);
                case "heading" -> pieces.add(new Piece.Heading(filled(rest, by, period, tables)));
                case "text" -> pieces.add(new Piece.Paragraph(filled(rest, by, period, tables)));
                case "table" -> pieces.add(rows(rest, by, period, tables));
                case "chart" -> pieces.add(chart(rest, by, period, tables));
                case "map" -> pieces.add(map(rest, by, period, tables));
                default -> {
                    // an empty line
                }
            }
        }
        return new Made(title, pieces);
    }

    private static void checkFigures(int number, String text, Sheets.Version by) {
        Matcher figure = FIGURE.matcher(text);
        while (figure.find()) {
            String[] words = figure.group(1).strip().split("\\s+");
            if (words.length == 1 && words[0].equals("period")) {
                continue;
            }
            Subject subject = Subject.ofWord(words[0]).orElseThrow(() -> faulty(number, "没有对象“" + words[0] + "”", "there is no subject \"" + words[0] + "\""));
            known(number, subject, words[words.length - 1], by);
        }
    }

    private static void checkTable(int number, String kind, String rest, Sheets.Version by) {
        String[] words = rest.split("\\s+");
        Subject subject = Subject.ofWord(words[0]).orElseThrow(() -> faulty(number, "没有对象“" + words[0] + "”", "there is no subject \"" + words[0] + "\""));
        if (words.length < 2 || kind.equals("map") && !subject.isArea()) {
            throw faulty(number, "须写明对象和指标；地图只画区域", "name the subject and its indicators; a map is of areas");
        }
        Arrays.stream(words).skip(1).forEach(id -> known(number, subject, id, by));
    }

    private static void known(int number, Subject subject, String id, Sheets.Version by) {
        Indicator one = by.sheet().indicators().get(id);
        if (one == null || !one.subjects().contains(subject)) {
            throw faulty(number, "“" + subject.text().zh() + "”没有指标 " + id, "there is no indicator " + id + " for a " + subject.text().en());
        }
    }

    private String filled(String text, Sheets.Version by, Period period, Map<Subject, ResultTable> tables) {
        return FIGURE.matcher(text).replaceAll(figure -> {
            String[] words = figure.group(1).strip().split("\\s+");
            if (words[0].equals("period")) {
                return period.zh();
            }
            Subject subject = Subject.ofWord(words[0]).orElseThrow();
            ResultTable table = table(subject, by, period, tables);
            String code = words.length > 2 ? words[1] : table.lines().isEmpty() ? "" : table.lines().getFirst().code();
            return Matcher.quoteReplacement(table.line(code).map(line -> text(table, line, words[words.length - 1])).orElse("—"));
        });
    }

    private Piece rows(String rest, Sheets.Version by, Period period, Map<Subject, ResultTable> tables) {
        String[] words = rest.split("\\s+");
        Subject subject = Subject.ofWord(words[0]).orElseThrow();
        ResultTable table = table(subject, by, period, tables);
        List<String> head = new ArrayList<>(List.of("名次", subject.text().zh()));
        Arrays.stream(words).skip(1).forEach(id -> head.add(by.sheet().indicators().get(id).name().zh()));
        head.add("等级");
        List<List<String>> lines = table.lines().stream().filter(ResultTable.Line::counted).map(line -> {
            List<String> cells = new ArrayList<>(List.of(line.rank() == null ? "—" : String.valueOf(line.rank()), line.name()));
            Arrays.stream(words).skip(1).forEach(id -> cells.add(text(table, line, id)));
            cells.add(line.grade() == null ? "—" : line.grade());
            return cells;
        }).toList();
        return new Piece.Rows(subject.text().zh() + "评价", head, lines.isEmpty()
                ? List.of(head.stream().map(cell -> "—").toList()) : lines);
    }

    private Piece chart(String rest, Sheets.Version by, Period period, Map<Subject, ResultTable> tables) {
        String[] words = rest.split("\\s+");
        Subject subject = Subject.ofWord(words[0]).orElseThrow();
        ResultTable table = table(subject, by, period, tables);
        Indicator one = by.sheet().indicators().get(words[1]);
        return new Drawing(font.drawn(20)).bars(period.zh() + subject.text().zh() + one.name().zh(), table.lines().stream()
                .filter(line -> line.rank() != null).limit(30)
                .map(line -> new Drawing.Bar(line.name(), Evaluation.shown(one, line.values().get(one.id())), grade(by, line))).toList());
    }

    private Piece map(String rest, Sheets.Version by, Period period, Map<Subject, ResultTable> tables) {
        String[] words = rest.split("\\s+");
        Subject subject = Subject.ofWord(words[0]).orElseThrow();
        ResultTable table = table(subject, by, period, tables);
        Map<Polygon, IndicatorSheet.@Nullable Grade> colored = new LinkedHashMap<>();
        land.current().cells().forEach(cell -> {
            String code = code(subject, cell.code().toString());
            colored.put(cell.outline(), table.line(code).filter(line -> line.rank() != null).map(line -> grade(by, line)).orElse(null));
        });
        return new Drawing(font.drawn(20)).map(period.zh() + subject.text().zh() + by.sheet().indicators().get(words[1]).name().zh(), colored,
                by.sheet().grades());
    }

    private static String code(Subject subject, String cell) {
        return switch (subject) {
            case DISTRICT -> cell.substring(0, 6);
            case SUBDISTRICT -> cell.substring(0, 9);
            case COMMUNITY -> cell.substring(0, 12);
            case CITY -> "city";
            case CELL, DUTY_GRID, UNIT, COLLECTOR, OPERATOR, SHIFT_LEADER, DISPATCHER, FIRM -> cell;
        };
    }

    private ResultTable table(Subject subject, Sheets.Version by, Period period, Map<Subject, ResultTable> tables) {
        return tables.computeIfAbsent(subject, wanted -> evaluation.evaluate(by, wanted, period));
    }

    private static IndicatorSheet.@Nullable Grade grade(Sheets.Version by, ResultTable.Line line) {
        return by.sheet().grades().stream().filter(grade -> grade.letter().equals(line.grade())).findFirst().orElse(null);
    }

    private static String text(ResultTable table, ResultTable.Line line, String id) {
        BigDecimal value = Evaluation.shown(table, line).get(id);
        return value == null ? "—" : value.toPlainString();
    }

    private static RefusedException faulty(int line, String zh, String en) {
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, "layout-faulty", Text.of("版式第 " + line + " 行：" + zh, "line " + line + " of the layout: " + en),
                Text.of("请改正后保存", "correct it and keep it again")).under("EVA-12").asException();
    }
}
