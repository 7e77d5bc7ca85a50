package jingwei.standards;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// 立案结案规范读取: reads a filing-and-closing sheet (立案结案规范), the bundled one and a city's own upload, by the same rules.
///
/// Nothing is mended and nothing is skipped: the answer is every row, or every fault with line and cell. The headings are
/// those of {@link #COLUMNS}, in English or Chinese; the first nine are needed, the rest tell the provenance of bundled
/// rows. Requirements ACC-07, APM-04.
public final class FilingSheetReader {

    /// The headings in their order.
    public static final List<Table.Column> COLUMNS = List.of(
            new Table.Column("kind", "类别"),
            new Table.Column("minor_code", "小类代码"),
            new Table.Column("minor_name_zh", "小类名称"),
            new Table.Column("condition_no", "立案条件编号"),
            new Table.Column("filing_condition_zh", "立案条件"),
            new Table.Column("area_class", "区域等级"),
            new Table.Column("time_limit", "处置时限"),
            new Table.Column("closing_condition_zh", "结案条件"),
            new Table.Column("responsible_unit", "责任单位"),
            new Table.Column("basis", "依据"),
            new Table.Column("scope", "适用范围"),
            new Table.Column("source", "来源"),
            new Table.Column("confidence", "可信度"),
            new Table.Column("limit_as_printed", "时限原文"),
            new Table.Column("note", "备注"));

    private static final int REQUIRED = 9;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,2}");
    private static final Pattern STEP = Pattern.compile("([^0-9]*?)\\s*([0-9].*)");

    /// 读取结果: the rows, or the faults.
    public sealed interface Reading {

        /// The sheet is sound.
        record Sound(List<FilingSheetRow> rows) implements Reading {}

        /// The sheet breaks rules; every fault found, in the order of lines.
        record Faulty(List<SheetFault> faults) implements Reading {}
    }

    private final ClassCatalogue catalogue;

    /// A sheet is read against a catalogue, a city's local classes included.
    public FilingSheetReader(ClassCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// The seed of CJ/T 315-2009 as bundled.
    public static List<FilingSheetRow> bundled() {
        String path = Edition.CJT_315_2009.path("filing-sheet.csv");
        FilingSheetReader reader = new FilingSheetReader(ClassCatalogue.load(Edition.CJT_214_2007));
        return switch (reader.read(path, Table.bytes(path))) {
            case Reading.Sound sound -> sound.rows();
            case Reading.Faulty faulty -> throw new IllegalStateException(faulty.faults().toString());
        };
    }

    /// Reads comma-separated text.
    public Reading read(String file, Reader text) throws IOException {
        return read(Table.of(file, text, COLUMNS, REQUIRED));
    }

    /// Reads the bytes of an uploaded file.
    public Reading read(String file, byte[] bytes) {
        return read(Table.of(file, bytes, COLUMNS, REQUIRED));
    }

    /// Reads the cells of a spreadsheet, headings first.
    public Reading read(String file, List<List<String>> cells) {
        return read(Table.of(file, cells, COLUMNS, REQUIRED));
    }

    private Reading read(Table table) {
        List<SheetFault> faults = new ArrayList<>(table.faults());
        List<FilingSheetRow> rows = new ArrayList<>();
        Map<String, Set<AreaClass>> areas = new LinkedHashMap<>();
        Map<String, Table.Row> last = new LinkedHashMap<>();
        for (Table.Row row : table.rows()) {
            FilingSheetRow read = row(row, faults);
            if (read != null) {
                rows.add(read);
                String condition = read.code() + "#" + read.condition();
                Set<AreaClass> seen = areas.computeIfAbsent(condition, each -> EnumSet.noneOf(AreaClass.class));
                last.put(condition, row);
                distinct(row, read, seen, faults);
                seen.add(read.areaClass());
            }
        }
        areas.forEach((condition, seen) -> wholeCity(condition, seen, last, faults));
        if (table.faults().isEmpty() && table.rows().isEmpty()) {
            faults.add(new SheetFault(
                    table.file(), 0, 0, "", "no-rows", Text.of("表中没有一行立案条件。", "The sheet has no row.")));
        }
        faults.sort((one, other) -> Integer.compare(one.line(), other.line()));
        return faults.isEmpty() ? new Reading.Sound(List.copyOf(rows)) : new Reading.Faulty(List.copyOf(faults));
    }

    private static void distinct(
            Table.Row row, FilingSheetRow read, Set<AreaClass> seen, List<SheetFault> faults) {
        if (seen.contains(read.areaClass())) {
            faults.add(row.fault(
                    "condition_no",
                    "condition-duplicate",
                    Text.of(
                            "小类 " + read.code() + " 的第 " + read.condition() + " 条立案条件重复。",
                            "Condition " + read.condition() + " of " + read.code() + " stands twice.")));
        } else if (!seen.isEmpty() && (seen.contains(AreaClass.ALL) || read.areaClass() == AreaClass.ALL)) {
            faults.add(row.fault(
                    "area_class",
                    "area-class-overlap",
                    Text.of(
                            "同一立案条件已写“全部”,不能再分区域等级。",
                            "One condition cannot have a limit for all areas and others for single area classes.")));
        }
    }

    private static void wholeCity(
            String condition, Set<AreaClass> seen, Map<String, Table.Row> last, List<SheetFault> faults) {
        Set<AreaClass> missing = EnumSet.of(AreaClass.A, AreaClass.B, AreaClass.C);
        missing.removeAll(seen);
        Table.Row row = last.get(condition);
        if (row != null && !seen.contains(AreaClass.ALL) && !missing.isEmpty()) {
            faults.add(row.fault(
                    "area_class",
                    "area-class-missing",
                    Text.of(
                            "该立案条件缺少区域等级 " + missing + " 的时限。",
                            "The condition has no limit for the area classes " + missing + ".")));
        }
    }

    /// One row, or null where it has a fault; its faults are added.
    private @Nullable FilingSheetRow row(Table.Row row, List<SheetFault> faults) {
        int before = faults.size();
        ClassKind kind = cell(row, "kind", ClassKind::of, faults);
        ClassCode code = kind == null ? null : cell(row, "minor_code", text -> known(kind, text), faults);
        String name = filled(row, "minor_name_zh", faults);
        if (code != null && name != null && !catalogue.get(code).name().zh().equals(name)) {
            String proper = catalogue.get(code).name().zh();
            faults.add(row.fault(
                    "minor_name_zh",
                    "class-name-mismatch",
                    Text.of(
                            "小类 " + code + " 的名称是“" + proper + "”,不是“" + name + "”。",
                            "The class " + code + " is named “" + proper + "”, not “" + name + "”.")));
        }
        Integer condition = conditionNumber(row, faults);
        String filing = filled(row, "filing_condition_zh", faults);
        AreaClass area = cell(row, "area_class", AreaClass::of, faults);
        List<FilingSheetRow.Step> steps = cell(row, "time_limit", FilingSheetReader::steps, faults);
        String closing = filled(row, "closing_condition_zh", faults);
        String unit = row.get("responsible_unit");
        FilingSheetRow.Provenance provenance = provenance(row, faults);
        if (faults.size() > before
                || code == null
                || name == null
                || condition == null
                || filing == null
                || area == null
                || steps == null
                || closing == null) {
            return null;
        }
        return new FilingSheetRow(
                code, name, condition, filing, area, steps, closing, unit.isEmpty() ? null : unit, provenance);
    }

    private ClassCode known(ClassKind kind, String text) {
        return catalogue.get(new ClassCode(kind, text)).code();
    }

    private static FilingSheetRow.@Nullable Provenance provenance(Table.Row row, List<SheetFault> faults) {
        if (row.get("confidence").isEmpty()) {
            return null;
        }
        Confidence confidence = cell(row, "confidence", Confidence::of, faults);
        return confidence == null
                ? null
                : new FilingSheetRow.Provenance(
                        row.get("basis"),
                        row.get("scope"),
                        row.get("source"),
                        confidence,
                        row.get("limit_as_printed"),
                        row.get("note"));
    }

    private static @Nullable Integer conditionNumber(Table.Row row, List<SheetFault> faults) {
        String text = filled(row, "condition_no", faults);
        if (text == null) {
            return null;
        }
        if (!NUMBER.matcher(text).matches()) {
            faults.add(row.fault(
                    "condition_no",
                    "condition-number-malformed",
                    Text.of(
                            "立案条件编号“" + text + "”应为 1 至 999 的整数。",
                            "The number “" + text + "” of the condition must be a whole number from 1 to 999.")));
            return null;
        }
        return Integer.valueOf(text);
    }

    /// `4 工作时`, or named limits such as `停工 4 工作时;拆除 20 工作日`.
    private static List<FilingSheetRow.Step> steps(String text) {
        List<FilingSheetRow.Step> steps = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String part : text.split("[;;]", -1)) {
            Matcher form = STEP.matcher(part.strip());
            String name = form.matches() ? form.group(1).strip() : "";
            String limit = form.matches() ? form.group(2) : part.strip();
            steps.add(new FilingSheetRow.Step(name, TimeLimit.of(limit)));
            names.add(name);
        }
        if (names.size() < steps.size() || steps.size() > 1 && names.contains("")) {
            throw Refusal.of(
                            Refusal.Kind.MALFORMED,
                            "steps-unnamed",
                            Text.of("多个时限须各有不同的名称。", "Several limits need a name each, no two the same."),
                            Text.of("例如:停工 4 工作时;拆除 20 工作日。", "For example: 停工 4 工作时;拆除 20 工作日."))
                    .under("ACC-07")
                    .asException();
        }
        return steps;
    }

    private static @Nullable String filled(Table.Row row, String column, List<SheetFault> faults) {
        String text = row.get(column);
        if (text.isEmpty()) {
            faults.add(row.fault(column, "cell-empty", Text.of("此格不能为空。", "The cell must not be empty.")));
            return null;
        }
        return text;
    }

    /// The cell read by a value type; its refusal becomes a fault with the same code.
    private static <T> @Nullable T cell(
            Table.Row row, String column, Function<String, T> read, List<SheetFault> faults) {
        String text = filled(row, column, faults);
        if (text == null) {
            return null;
        }
        try {
            return read.apply(text);
        } catch (RefusedException refused) {
            Refusal refusal = refused.refusal();
            faults.add(row.fault(
                    column,
                    refusal.code(),
                    Text.of(
                            refusal.what().zh() + refusal.remedy().zh(),
                            refusal.what().en() + " " + refusal.remedy().en())));
            return null;
        }
    }
}
