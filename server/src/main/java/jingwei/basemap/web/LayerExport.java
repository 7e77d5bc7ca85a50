package jingwei.basemap.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.survey.file.GeoJsonShape;
import jingwei.survey.file.GeoPackageWriter;
import jingwei.survey.file.ShapefileWriter;
import jingwei.survey.file.SurveyRecord;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.locationtech.jts.geom.Point;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// 图层导出: the rows of a layer as a file that other programs open (BDR-06), in CGCS2000 degrees.
@Component
class LayerExport {

    private final JsonMapper json;

    LayerExport(JsonMapper json) {
        this.json = json;
    }

    /// @param form `shp`, `gpkg`, `geojson` or `csv`
    /// @throws jingwei.standards.RefusedException `export-form-unknown`
    void write(String form, String layer, List<SurveyRecord> rows, String encoding, HttpServletResponse response) throws IOException {
        Charset charset = encoding.equalsIgnoreCase("GBK") ? Charset.forName("GBK") : StandardCharsets.UTF_8;
        switch (form) {
            case "shp" -> {
                head(response, "application/zip", layer + ".zip");
                ShapefileWriter.write(response.getOutputStream(), layer, rows, charset);
            }
            case "gpkg" -> geoPackage(layer, rows, response);
            case "geojson" -> {
                head(response, "application/geo+json", layer + ".geojson");
                json.writeValue(response.getOutputStream(), Map.of("type", "FeatureCollection", "features", rows.stream().map(row -> {
                    Map<String, Object> feature = new LinkedHashMap<>();
                    feature.put("type", "Feature");
                    feature.put("id", row.attributes().get("id"));
                    feature.put("geometry", row.geometry() == null ? null : GeoJsonShape.write(row.geometry()));
                    feature.put("properties", row.attributes());
                    return feature;
                }).toList()));
            }
            case "csv" -> {
                head(response, "text/csv;charset=" + charset.name(), layer + ".csv");
                csv(rows, new OutputStreamWriter(response.getOutputStream(), charset));
            }
            default -> throw Refusal.of(Refusal.Kind.MALFORMED, "export-form-unknown",
                    Text.of("没有导出格式“" + form + "”", "there is no form of export \"" + form + "\""),
                    Text.of("可用 shp、gpkg、geojson、csv", "use shp, gpkg, geojson or csv")).under("BDR-06").asException();
        }
    }

    private static void geoPackage(String layer, List<SurveyRecord> rows, HttpServletResponse response) throws IOException {
        Path folder = Files.createTempDirectory("export");
        Path file = folder.resolve(layer + ".gpkg");
        try {
            GeoPackageWriter.write(file, layer, rows);
            head(response, "application/geopackage+sqlite3", layer + ".gpkg");
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    /// Points as two columns, other shapes as WKT.
    private static void csv(List<SurveyRecord> rows, Writer out) throws IOException {
        Set<String> columns = rows.stream().flatMap(row -> row.attributes().keySet().stream()).collect(Collectors.toCollection(LinkedHashSet::new));
        boolean points = rows.stream().map(SurveyRecord::geometry).filter(Objects::nonNull).allMatch(Point.class::isInstance);
        List<String> head = new ArrayList<>(columns);
        head.addAll(points ? List.of("longitude", "latitude") : List.of("wkt"));
        try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.DEFAULT.builder().setHeader(head.toArray(String[]::new)).get())) {
            for (SurveyRecord row : rows) {
                List<Object> cells = new ArrayList<>();
                columns.forEach(column -> cells.add(row.attributes().get(column)));
                if (!points) {
                    cells.add(row.geometry() == null ? null : row.geometry().toText());
                } else {
                    cells.add(row.geometry() == null ? null : row.geometry().getCoordinate().x);
                    cells.add(row.geometry() == null ? null : row.geometry().getCoordinate().y);
                }
                printer.printRecord(cells);
            }
        }
    }

    private static void head(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }
}
