package jingwei.geocoding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jingwei.geocoding.places.PlaceFault;
import jingwei.geocoding.places.PlaceFile;
import jingwei.grid.GeoPoint;
import jingwei.standards.RefusedException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// 命令行地理编码: places and queries in, answers out, without server and database (GCF-06).
///
/// `geocode --places places.csv --queries queries.csv --out answers.csv [--reverse]`; formats in docs/formats/places-1.0.md.
public final class GeocodeCommand {

    private static final int WRONG = 1;
    private static final String USAGE = """
            用法 usage: geocode --places 地点.csv --queries 查询.csv --out 结果.csv [--reverse]
            """;

    private final PrintStream errors;
    private final Clock clock;

    private GeocodeCommand(PrintStream errors, Clock clock) {
        this.errors = errors;
        this.clock = clock;
    }

    /// Runs the command; answers the exit status, 0 where all rows were answered, 1 where the input could not be used.
    public static int run(List<String> arguments, PrintStream errors, Clock clock) {
        return new GeocodeCommand(errors, clock).run(arguments);
    }

    private int run(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        boolean reverse = false;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("--reverse")) {
                reverse = true;
            } else if (List.of("--places", "--queries", "--out").contains(argument) && i + 1 < arguments.size()) {
                given.put(argument, arguments.get(++i));
            } else {
                errors.print("不认识的参数 unknown argument: " + argument + "\n" + USAGE);
                return WRONG;
            }
        }
        String places = given.get("--places");
        String queries = given.get("--queries");
        String out = given.get("--out");
        if (places == null || queries == null || out == null) {
            errors.print("缺少参数 an argument is missing\n" + USAGE);
            return WRONG;
        }
        try {
            Gazetteer gazetteer = load(Path.of(places));
            return gazetteer == null ? WRONG : answer(gazetteer, Path.of(queries), Path.of(out), reverse);
        } catch (IOException e) {
            errors.println("文件读写失败 a file cannot be read or written: " + e.getMessage());
            return WRONG;
        }
    }

    private @Nullable Gazetteer load(Path file) throws IOException {
        if (!readable(file)) {
            return null;
        }
        try (BufferedReader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return switch (PlaceFile.read(text)) {
                case PlaceFile.Read.Sound sound -> Gazetteer.of(sound.places());
                case PlaceFile.Read.Faulty faulty -> {
                    for (PlaceFault fault : faulty.faults()) {
                        errors.println(fault.sentence());
                    }
                    errors.println("地点文件有 " + faulty.faults().size() + " 处差错，未载入任何地点。 The places file has "
                            + faulty.faults().size() + " faults; nothing was loaded.");
                    yield null;
                }
            };
        }
    }

    private boolean readable(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            errors.println("没有文件 there is no file: " + file);
            return false;
        }
        return true;
    }

    private int answer(Gazetteer gazetteer, Path queries, Path out, boolean reverse) throws IOException {
        if (!readable(queries)) {
            return WRONG;
        }
        CSVFormat in = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setLenientEof(true).setTrailingData(true)
                .setAllowMissingColumnNames(true).get();
        List<List<Object>> rows = new ArrayList<>();
        try (BufferedReader text = Files.newBufferedReader(queries, StandardCharsets.UTF_8); CSVParser parser = CSVParser.parse(text, in)) {
            List<String> header = parser.getHeaderNames().stream().map(name -> name.replace("\uFEFF", "").strip()).toList();
            if (!header.contains("id") || !header.contains("query")) {
                errors.println("查询文件缺少 id 或 query 列。 The queries need the columns id and query.");
                return WRONG;
            }
            int asOf = header.indexOf("asOf");
            for (CSVRecord record : parser) {
                if (record.size() <= header.indexOf("query")) {
                    continue;
                }
                String id = record.get(header.indexOf("id"));
                String query = record.get(header.indexOf("query"));
                String day = asOf >= 0 && asOf < record.size() ? record.get(asOf).strip() : "";
                rows.addAll(reverse ? reverse(gazetteer, id, query, day) : forward(gazetteer, id, query, day));
            }
        } catch (UncheckedIOException | IllegalArgumentException e) {
            errors.println("查询文件不合 CSV 格式。 The queries are no sound CSV.");
            return WRONG;
        }
        CSVFormat form = CSVFormat.RFC4180.builder().setRecordSeparator('\n')
                .setHeader("id", "rank", "grade", "kind", "place", "longitude", "latitude", "text").get();
        try (CSVPrinter printer = new CSVPrinter(Files.newBufferedWriter(out, StandardCharsets.UTF_8), form)) {
            for (List<Object> row : rows) {
                printer.printRecord(row);
            }
        }
        return 0;
    }

    private List<List<Object>> forward(Gazetteer gazetteer, String id, String query, String asOf) {
        LocalDate day = day(asOf);
        if (day == null) {
            return List.of(refused(id, "日期“" + asOf + "”不是 年-月-日", ""));
        }
        return switch (gazetteer.search(Question.of(query, day))) {
            case Answer.Spots spots -> rows(id, spots.found());
            case Answer.Nothing nothing -> List.of(refused(id, nothing.reason(), String.join("+", nothing.understood())));
        };
    }

    private List<List<Object>> reverse(Gazetteer gazetteer, String id, String query, String asOf) {
        String[] parts = query.strip().split("[,，;\\s]+");
        LocalDate day = day(asOf);
        if (day == null) {
            return List.of(refused(id, "日期“" + asOf + "”不是 年-月-日", ""));
        }
        try {
            if (parts.length != 2) {
                return List.of(refused(id, "坐标应写作 经度,纬度", ""));
            }
            GeoPoint point = new GeoPoint(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
            List<Found> found = gazetteer.reverse(point, day);
            return found.isEmpty() ? List.of(refused(id, "附近没有已知地点", "")) : rows(id, found);
        } catch (NumberFormatException e) {
            return List.of(refused(id, "坐标不是数，应写作 经度,纬度", ""));
        } catch (RefusedException e) {
            return List.of(refused(id, e.refusal().what().zh(), ""));
        }
    }

    private @Nullable LocalDate day(String asOf) {
        if (asOf.isEmpty()) {
            return LocalDate.now(clock);
        }
        try {
            return Question.day(asOf);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static List<List<Object>> rows(String id, List<Found> found) {
        List<List<Object>> rows = new ArrayList<>();
        for (Found one : found) {
            rows.add(List.of(id, rows.size() + 1, one.grade().word(), one.kind(), String.join("+", one.places()), degrees(one.longitude()),
                    degrees(one.latitude()), one.text()));
        }
        return rows;
    }

    private static List<Object> refused(String id, String reason, String understood) {
        return List.of(id, 0, Grade.REFUSED.word(), "", understood, "", "", reason);
    }

    private static String degrees(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.7f", value);
    }
}
