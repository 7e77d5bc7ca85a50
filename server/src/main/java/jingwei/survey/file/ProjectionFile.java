package jingwei.survey.file;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jingwei.survey.CoordinateSystem;
import jingwei.survey.Datum;

/// 投影文件 .prj: reads which system of the list its text (WKT) means, and writes it.
final class ProjectionFile {

    private static final Pattern MERIDIAN = Pattern.compile("CENTRAL_MERIDIAN\"?\\s*,\\s*([0-9.]+)");
    private static final Pattern EASTING = Pattern.compile("FALSE_EASTING\"?\\s*,\\s*([0-9.]+)");

    private ProjectionFile() {
    }

    /// @throws jingwei.standards.RefusedException `projection-unknown` for a text that names nothing of the list
    static Optional<String> read(String wkt) {
        String text = wkt.toUpperCase(Locale.ROOT).replace(' ', '_');
        if (text.isBlank()) {
            return Optional.empty();
        }
        Datum datum = text.contains("2000") && (text.contains("CGCS") || text.contains("CHINA")) || text.contains("WGS_1984")
                || text.contains("WGS_84") || text.contains("WGS84") ? Datum.CGCS2000
                : text.contains("XIAN") ? Datum.XIAN_80
                : text.contains("BEIJING") || text.contains("KRASOVSKY") || text.contains("KRASSOWSKY") ? Datum.BEIJING_54 : null;
        if (datum == null) {
            throw unknown(wkt);
        }
        if (!text.startsWith("PROJCS") && !text.startsWith("PROJCRS")) {
            return CoordinateSystem.of(datum, CoordinateSystem.Kind.DEGREES, Double.NaN, false).map(CoordinateSystem::word);
        }
        if (text.contains("MERCATOR_AUXILIARY") || text.contains("PSEUDO-MERCATOR") || text.contains("PSEUDO_MERCATOR")) {
            return Optional.of("web-mercator");
        }
        Matcher meridian = MERIDIAN.matcher(text);
        Matcher easting = EASTING.matcher(text);
        if (!(text.contains("GAUSS_KRUGER") || text.contains("TRANSVERSE_MERCATOR")) || !meridian.find() || !easting.find()) {
            throw unknown(wkt);
        }
        double degrees = Double.parseDouble(meridian.group(1));
        double before = Double.parseDouble(easting.group(1));
        return Optional.of(CoordinateSystem.all().stream().filter(system -> system.datum() == datum
                        && system.kind() == CoordinateSystem.Kind.GAUSS && system.meridian() == degrees
                        && Math.abs(500_000 + system.zone() * 1_000_000.0 - before) < 1).findFirst()
                .orElseThrow(() -> unknown(wkt)).word());
    }

    /// The text for CGCS2000 degrees, in which everything is exported.
    static String cgcs2000() {
        return "GEOGCS[\"China Geodetic Coordinate System 2000\",DATUM[\"D_China_2000\",SPHEROID[\"CGCS2000\",6378137.0,"
                + "298.257222101]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";
    }

    private static jingwei.standards.RefusedException unknown(String wkt) {
        return FileRefusal.of("projection-unknown", "不认识的投影：" + wkt.substring(0, Math.min(80, wkt.length())),
                "unknown projection: " + wkt.substring(0, Math.min(80, wkt.length())),
                "请在上传时从坐标系清单中选择，或把数据转换到清单中的坐标系", "choose a system of the list when uploading, or convert the data to one");
    }
}
