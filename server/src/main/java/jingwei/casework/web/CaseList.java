package jingwei.casework.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jingwei.casework.CaseLine;
import jingwei.casework.Surroundings;
import jingwei.catalog.FormField;
import jingwei.organization.Unit;
import jingwei.process.ProcessDefinition;
import jingwei.process.State;
import jingwei.standards.ClassCode;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// 案件清单, for a spreadsheet: words instead of codes, moments in Beijing time.
final class CaseList {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));
    private static final List<String> HEADS = List.of("案件编号", "来源", "类别", "地点", "问题描述", "环节", "状态", "轮次", "主办单位",
            "立卷时间", "到期时间", "亮灯", "单元网格", "经度", "纬度");

    private final Surroundings around;
    private final Locale locale;
    private final Map<UUID, Map<String, Object>> answers;
    /// 补充栏目 as columns: keys by label, since two classes may ask the same under different keys.
    private final Map<String, Set<String>> columns = new LinkedHashMap<>();
    private final List<String> heads;

    /// @param lines   what is to be listed; the classes among them decide the columns
    /// @param answers of the cases, by the key of the field
    CaseList(Surroundings around, Locale locale, List<CaseLine> lines, Map<UUID, Map<String, Object>> answers) {
        this.around = around;
        this.locale = locale;
        this.answers = answers;
        lines.stream().map(line -> ClassCode.of(line.classCode())).distinct().flatMap(code -> around.everAsked(code).values().stream())
                .filter(FormField::listed).forEach(field -> columns.computeIfAbsent(field.label(), label -> new LinkedHashSet<>()).add(field.key()));
        heads = Stream.concat(HEADS.stream(), columns.keySet().stream()).toList();
    }

    byte[] workbook(String name, List<CaseLine> lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "jingwei", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(name);
            for (int column = 0; column < heads.size(); column++) {
                sheet.value(0, column, heads.get(column));
            }
            sheet.range(0, 0, 0, heads.size() - 1).style().bold().set();
            sheet.freezePane(0, 1);
            int at = 1;
            for (CaseLine line : lines) {
                List<String> cells = cells(line);
                for (int column = 0; column < cells.size(); column++) {
                    sheet.value(at, column, cells.get(column));
                }
                at++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// With a byte-order mark, so that a spreadsheet reads the Chinese; a cell never begins as a formula does.
    byte[] csv(List<CaseLine> lines) {
        StringBuilder text = new StringBuilder("\uFEFF").append(row(heads));
        lines.forEach(line -> text.append(row(cells(line))));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String row(List<String> cells) {
        return cells.stream().map(CaseList::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(String cell) {
        String safe = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    private List<String> cells(CaseLine line) {
        ProcessDefinition process = around.process();
        List<String> cells = new ArrayList<>(List.of(line.number().value(), line.source().text().in(locale),
                around.sheet().entry(ClassCode.of(line.classCode())).map(entry -> entry.name().in(locale)).orElse(line.classCode()),
                line.address(), line.description(), line.stage().text().in(locale),
                process.find(line.state()).map(State::zh).orElse(line.state()), String.valueOf(line.round()),
                line.unit() == null ? "" : around.organization().unit(line.unit()).map(Unit::name).orElse(line.unit()),
                time(line.begunAt()), time(line.due()), line.held() ? "挂账" : line.light() == null ? "" : switch (line.light()) {
                    case GREEN -> "正常";
                    case YELLOW -> "将到期";
                    case RED -> "超时";
                }, line.unitGrid(), String.valueOf(line.longitude()), String.valueOf(line.latitude())));
        Map<String, Object> said = answers.getOrDefault(line.id(), Map.of());
        Map<String, FormField> ever = around.everAsked(ClassCode.of(line.classCode()));
        columns.forEach((label, keys) -> cells.add(keys.stream().filter(key -> ever.containsKey(key) && ever.get(key).label().equals(label))
                .map(said::get).filter(Objects::nonNull).map(CaseList::word).findFirst().orElse("")));
        return cells;
    }

    private static String word(Object answer) {
        return answer instanceof Boolean yes ? yes ? "是" : "否" : String.valueOf(answer);
    }

    private static String time(@Nullable Instant moment) {
        return moment == null ? "" : TIME.format(moment);
    }
}
