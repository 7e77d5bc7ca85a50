package jingwei.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jingwei.standards.Refusal;
import jingwei.standards.Text;

/// 坐标系: one of a closed list; everything else is refused (BDR-08).
///
/// @param word     what programs write, e.g. `cgcs2000-gk3-cm114`
/// @param meridian central meridian in degrees; NaN where there is none
/// @param zone     zone number written before the easting; 0 where none is
public record CoordinateSystem(String word, String zh, Datum datum, Kind kind, double meridian, int zone) {

    /// 坐标形式.
    public enum Kind {
        DEGREES, GAUSS, MERCATOR
    }

    private static final Map<String, CoordinateSystem> ALL = all0();

    public static final CoordinateSystem CGCS2000 = of("cgcs2000");

    public static List<CoordinateSystem> all() {
        return List.copyOf(ALL.values());
    }

    public static Optional<CoordinateSystem> find(String word) {
        return Optional.ofNullable(ALL.get(word));
    }

    /// @throws jingwei.standards.RefusedException `coordinate-system-unknown`
    public static CoordinateSystem of(String word) {
        return find(word).orElseThrow(() -> Refusal.of(Refusal.Kind.MALFORMED, "coordinate-system-unknown",
                Text.of("没有坐标系“" + word + "”", "there is no coordinate system \"" + word + "\""),
                Text.of("请从坐标系清单中选择", "choose one of the list")).missing(List.copyOf(ALL.keySet()))
                .under("BDR-08").asException());
    }

    /// The system of a datum, form and meridian, with or without the zone number; empty where the list has none.
    public static Optional<CoordinateSystem> of(Datum datum, Kind kind, double meridian, boolean zoned) {
        return ALL.values().stream().filter(system -> system.datum == datum && system.kind == kind
                && (kind != Kind.GAUSS || system.meridian == meridian && system.zone > 0 == zoned)).findFirst();
    }

    /// The same with a neighboring central meridian, for the question whether somebody took the wrong zone.
    List<CoordinateSystem> neighbors() {
        return kind != Kind.GAUSS ? List.of() : ALL.values().stream().filter(other -> other.datum == datum
                && other.kind == kind && other.zone > 0 == zone > 0 && !other.equals(this)).toList();
    }

    private static Map<String, CoordinateSystem> all0() {
        List<CoordinateSystem> all = new ArrayList<>();
        all.add(new CoordinateSystem("cgcs2000", "CGCS2000 经纬度", Datum.CGCS2000, Kind.DEGREES, Double.NaN, 0));
        all.add(new CoordinateSystem("cgcs2000-cm112.5", "CGCS2000 高斯投影，中央子午线 112°30′", Datum.CGCS2000, Kind.GAUSS, 112.5, 0));
        gauss(all, "cgcs2000", "CGCS2000", Datum.CGCS2000);
        all.add(new CoordinateSystem("xian80", "西安 80 经纬度", Datum.XIAN_80, Kind.DEGREES, Double.NaN, 0));
        gauss(all, "xian80", "西安 80", Datum.XIAN_80);
        all.add(new CoordinateSystem("beijing54", "北京 54 经纬度", Datum.BEIJING_54, Kind.DEGREES, Double.NaN, 0));
        gauss(all, "beijing54", "北京 54", Datum.BEIJING_54);
        all.add(new CoordinateSystem("city", "城市地方坐标，中央子午线 112°30′", Datum.CITY, Kind.GAUSS, 112.5, 0));
        all.add(new CoordinateSystem("web-mercator", "Web 墨卡托", Datum.CGCS2000, Kind.MERCATOR, Double.NaN, 0));
        all.add(new CoordinateSystem("gcj-02", "火星坐标 GCJ-02（±10 米）", Datum.GCJ_02, Kind.DEGREES, Double.NaN, 0));
        all.add(new CoordinateSystem("bd-09", "百度坐标 BD-09（±10 米）", Datum.BD_09, Kind.DEGREES, Double.NaN, 0));
        Map<String, CoordinateSystem> byWord = new LinkedHashMap<>();
        all.forEach(system -> byWord.put(system.word(), system));
        return byWord;
    }

    private static void gauss(List<CoordinateSystem> all, String word, String zh, Datum datum) {
        for (int meridian = 108; meridian <= 117; meridian += 3) {
            all.add(new CoordinateSystem(word + "-gk3-cm" + meridian, zh + " 3 度带，中央子午线 " + meridian + "°", datum,
                    Kind.GAUSS, meridian, 0));
            all.add(new CoordinateSystem(word + "-gk3-zone" + meridian / 3, zh + " 3 度带，带号 " + meridian / 3, datum,
                    Kind.GAUSS, meridian, meridian / 3));
        }
        for (int zone = 18; zone <= 20; zone++) {
            all.add(new CoordinateSystem(word + "-gk6-zone" + zone, zh + " 6 度带，带号 " + zone, datum, Kind.GAUSS,
                    zone * 6 - 3, zone));
        }
    }
}
