package jingwei.demonstration.city;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jingwei.basemap.MapFeature;
import jingwei.grid.LandMap;
import jingwei.grid.RegionHistory;
import jingwei.grid.UnitGrid;
import jingwei.grid.division.Division;
import jingwei.standards.AreaClass;
import jingwei.standards.RegionCode;
import jingwei.survey.file.ShapefileWriter;
import jingwei.survey.file.SurveyRecord;

/// 合成城市的成果文件: Shapefiles of every layer, the divided cells, and the components as CSV, ready for the public import.
///
/// `java -jar jingwei-server.jar land --size demo --seed 4103 --out city` writes them and ends, without server and database.
public final class CityFiles {

    private CityFiles() {
    }

    /// @return exit code of the command
    public static int run(List<String> arguments, PrintStream say) {
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            given.put(arguments.get(i), arguments.get(i + 1));
        }
        CitySize size = CitySize.find(given.getOrDefault("--size", "demo")).orElse(null);
        if (size == null || arguments.size() % 2 != 0 || !List.of("--size", "--seed", "--out").containsAll(given.keySet())) {
            say.println("用法 usage: land [--size quarter|demo|city] [--seed 4103] [--out 目录 folder]");
            return 2;
        }
        try {
            write(City.draw(Long.parseLong(given.getOrDefault("--seed", "4103")), size), Path.of(given.getOrDefault("--out", "city")),
                    Long.parseLong(given.getOrDefault("--seed", "4103")), say);
            return 0;
        } catch (IOException | NumberFormatException e) {
            say.println("写不出成果 cannot write: " + e.getMessage());
            return 1;
        }
    }

    static void write(City city, Path folder, long seed, PrintStream say) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, List<MapFeature>> layer : city.layers().entrySet()) {
            shapefile(folder.resolve(layer.getKey() + ".zip"), layer.getKey(), layer.getValue());
            say.println(layer.getKey() + " " + layer.getValue().size());
        }
        Division.Divided divided = Division.divide(city.division(), part -> { });
        List<MapFeature> cells = new ArrayList<>();
        divided.cells().forEach((code, outline) -> cells.add(new MapFeature(code.digits(), outline, Map.of("code", code.digits(), "note",
                divided.unmerged().contains(code) ? "四周均为不可跨越的界线，未合并" : ""))));
        shapefile(folder.resolve("unit-grids.zip"), "unit-grids", cells);
        say.println("unit-grids " + cells.size() + "，合不掉的小网格 unmerged " + divided.unmerged().size());
        LandMap land = land(divided);
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("components.csv"))) {
            out.write("标识码,名称,主管部门,权属单位,养护单位,经度,纬度\n");
            long placed = Furnishing.place(city, land, seed, city.size().components(), row -> {
                try {
                    out.write(row[0] + "," + row[1] + "," + row[2] + "," + row[2] + "," + row[2] + "," + row[3] + "," + row[4] + "\n");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            say.println("components " + placed);
        }
    }

    /// The divided land as a picture, for placing things in it.
    static LandMap land(Division.Divided divided) {
        LocalDate day = LocalDate.of(2024, 1, 1);
        return LandMap.of(RegionHistory.of(RegionCode.of("4103")).regions(), divided.cells().entrySet().stream()
                .map(cell -> UnitGrid.of(cell.getKey(), cell.getValue(), AreaClass.B, "合成", day)).toList(), List.of());
    }

    private static void shapefile(Path file, String name, List<MapFeature> features) throws IOException {
        List<SurveyRecord> rows = new ArrayList<>();
        for (MapFeature feature : features) {
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put("id", feature.id());
            feature.attributes().forEach((key, value) -> attributes.put(key, value.toString()));
            rows.add(new SurveyRecord(rows.size() + 1L, feature.geometry(), attributes));
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            ShapefileWriter.write(out, name, rows, StandardCharsets.UTF_8);
        }
    }
}
