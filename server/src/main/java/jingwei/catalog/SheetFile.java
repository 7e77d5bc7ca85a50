package jingwei.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jingwei.standards.ClassCatalogue;
import jingwei.standards.ClassCatalogue.MinorClass;
import jingwei.standards.FilingSheetReader;
import jingwei.standards.FilingSheetReader.Reading;
import jingwei.standards.SheetFault;
import jingwei.standards.Table;
import jingwei.standards.Text;

/// 规范文件: reads a whole sheet from cells in either layout, all or nothing, every fault at its own line and cell.
///
/// The house's own layout is that of {@link FilingSheetReader}. The layout of published sheets (大类, 小类, 立案条件, 处置时限 or
/// one limit each for A, B and C, 结案条件, 责任单位; 类别 in front where a name stands for a component and an event) is turned
/// into it row by row; conditions are numbered inside a class in the order of the file.
final class SheetFile {

    private static final Table.Column KIND = new Table.Column("kind", "类别");
    private static final List<Table.Column> FRONT = List.of(new Table.Column("major", "大类"),
            new Table.Column("minor", "小类"), new Table.Column("filing_condition_zh", "立案条件"));
    private static final List<Table.Column> BACK = List.of(new Table.Column("closing_condition_zh", "结案条件"),
            new Table.Column("responsible_unit", "责任单位"));
    private static final List<String> AREAS = List.of("A", "B", "C");

    private final String file;
    private final ClassCatalogue catalogue;

    SheetFile(String file, ClassCatalogue catalogue) {
        this.file = file;
        this.catalogue = catalogue;
    }

    Reading read(byte[] csv) {
        String text = new String(csv, java.nio.charset.StandardCharsets.UTF_8);
        List<Table.Column> layout = published(List.of(text.replace("\uFEFF", "").lines().findFirst().orElse("")
                .split(",")));
        return layout.isEmpty() ? new FilingSheetReader(catalogue).read(file, csv)
                : read(Table.of(file, csv, layout, layout.size()), layout);
    }

    Reading read(List<List<String>> cells) {
        List<Table.Column> layout = published(cells.isEmpty() ? List.of() : cells.getFirst());
        return layout.isEmpty() ? new FilingSheetReader(catalogue).read(file, cells)
                : read(Table.of(file, cells, layout, layout.size()), layout);
    }

    /// The layout of a published sheet with these headings; empty for the house's own.
    private static List<Table.Column> published(List<String> headings) {
        List<String> plain = headings.stream().map(heading -> heading.strip().replace("\"", "")).toList();
        if (!plain.contains("大类")) {
            return List.of();
        }
        List<Table.Column> layout = new ArrayList<>();
        if (plain.getFirst().equals(KIND.zh())) {
            layout.add(KIND);
        }
        layout.addAll(FRONT);
        if (plain.contains("处置时限A")) {
            AREAS.forEach(area -> layout.add(new Table.Column("time_limit_" + area, "处置时限" + area)));
        } else {
            layout.add(new Table.Column("time_limit", "处置时限"));
        }
        layout.addAll(BACK);
        return layout;
    }

    private Reading read(Table table, List<Table.Column> layout) {
        List<SheetFault> faults = new ArrayList<>(table.faults());
        List<List<String>> cells = new ArrayList<>();
        cells.add(FilingSheetReader.COLUMNS.stream().limit(9).map(Table.Column::name).toList());
        List<Origin> origins = new ArrayList<>();
        Map<MinorClass, Integer> counts = new HashMap<>();
        boolean byArea = layout.stream().anyMatch(column -> column.name().equals("time_limit_A"));
        for (Table.Row row : table.rows()) {
            Optional<MinorClass> found = minor(row, faults);
            if (found.isEmpty()) {
                continue;
            }
            MinorClass minor = found.get();
            int number = counts.merge(minor, 1, Integer::sum);
            for (String area : byArea ? AREAS : List.of("ALL")) {
                String limit = byArea ? "time_limit_" + area : "time_limit";
                cells.add(List.of(minor.code().kind().word(), minor.code().minor(), minor.name().zh(),
                        Integer.toString(number), row.get("filing_condition_zh"), area, row.get(limit),
                        row.get("closing_condition_zh"), row.get("responsible_unit")));
                origins.add(new Origin(row, limit));
            }
        }
        if (origins.isEmpty() && !faults.isEmpty()) {
            return new Reading.Faulty(sorted(faults));
        }
        Reading reading = new FilingSheetReader(catalogue).read(file, cells);
        if (reading instanceof Reading.Faulty faulty) {
            faulty.faults().forEach(fault -> faults.add(fault.line() < 2 ? fault
                    : origins.get(fault.line() - 2).at(fault, layout)));
        }
        return faults.isEmpty() ? reading : new Reading.Faulty(sorted(faults));
    }

    /// Where a row of the house's layout came from.
    private record Origin(Table.Row row, String limit) {

        SheetFault at(SheetFault fault, List<Table.Column> layout) {
            String name = switch (fault.columnName()) {
                case "time_limit" -> limit;
                case "minor_code", "minor_name_zh", "condition_no", "area_class" -> "minor";
                default -> fault.columnName();
            };
            int column = layout.stream().map(Table.Column::name).toList().indexOf(name);
            return new SheetFault(fault.file(), row.line(), column + 1, column < 0 ? "" : layout.get(column).zh(),
                    fault.code(), fault.rule());
        }
    }

    private Optional<MinorClass> minor(Table.Row row, List<SheetFault> faults) {
        String kind = row.get("kind");
        String minor = row.get("minor");
        String major = row.get("major");
        List<MinorClass> named = catalogue.minors().stream()
                .filter(each -> kind.isEmpty() || each.code().kind().zh().equals(kind)
                        || each.code().kind().word().equals(kind))
                .filter(each -> each.code().major().equals(major)
                        || catalogue.major(each.code().kind(), each.code().major()).orElseThrow().name().zh()
                                .equals(major))
                .filter(each -> each.code().minor().equals(minor) || each.name().zh().equals(minor)).toList();
        if (named.size() == 1) {
            return Optional.of(named.getFirst());
        }
        int column = List.copyOf(row.cells().keySet()).indexOf("minor") + 1;
        faults.add(named.isEmpty()
                ? new SheetFault(file, row.line(), column, "小类", "class-unknown", Text.of("大类“" + major + "”下没有小类“" + minor + "”。",
                        "There is no minor class “" + minor + "” in the major class “" + major + "”."))
                : new SheetFault(file, row.line(), column, "小类", "class-ambiguous", Text.of("部件和事件都有“" + minor + "”，请加“类别”列。",
                        "“" + minor + "” is a component and an event; add the column 类别.")));
        return Optional.empty();
    }

    private static List<SheetFault> sorted(List<SheetFault> faults) {
        return faults.stream().distinct().sorted((one, other) -> one.line() != other.line()
                ? Integer.compare(one.line(), other.line()) : Integer.compare(one.column(), other.column())).toList();
    }
}
