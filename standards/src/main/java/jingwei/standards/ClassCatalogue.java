package jingwei.standards;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// 分类目录: the major and minor classes of components and events of one edition, with local classes a city adds.
///
/// Editions differ in more than names: GB/T 30428.2 swaps the event majors 04 and 05 of CJ/T 214. A code therefore means
/// something only together with its catalogue. Local classes: CJ/T 214-2007 leaves major class 21 to the city, numbered
/// upwards from 2101; under GB/T 30428.2 a city numbers downwards from 99 inside each major. Requirement APM-04.
public final class ClassCatalogue {

    /// 扩展大类: the major class CJ/T 214-2007 leaves to the city.
    public static final String EXTENSION_MAJOR = "21";

    /// 图形: how things of a class are drawn on the map.
    public enum Geometry {
        POINT,
        LINE,
        POLYGON;

        /// Reads the lower-case English word.
        public static Geometry of(String text) {
            for (Geometry each : values()) {
                if (each.name().toLowerCase(java.util.Locale.ROOT).equals(text)) {
                    return each;
                }
            }
            throw Refusal.of(
                            Refusal.Kind.MALFORMED,
                            "geometry-unknown",
                            Text.of("图形“" + text + "”无法识别。", "The geometry “" + text + "” is not known."),
                            Text.of("请填 point、line 或 polygon。", "Write point, line or polygon."))
                    .under("APM-04")
                    .asException();
        }
    }

    /// 大类: a major class.
    ///
    /// @param kind       部件 or 事件
    /// @param code       two digits
    /// @param confidence how sure the transcription is
    public record MajorClass(ClassKind kind, String code, Text name, Confidence confidence) {}

    /// 小类: a minor class.
    ///
    /// @param code       kind and four digits
    /// @param name       the Chinese name is the standard's, the English one ours
    /// @param source     keys of the sources, explained in the edition's PROVENANCE.md; `local` for a city's own class
    /// @param confidence how sure the transcription is
    public record MinorClass(ClassCode code, Text name, Geometry geometry, String source, Confidence confidence) {}

    private final Edition edition;
    private final List<MajorClass> majors;
    private final Map<ClassCode, MinorClass> minors;

    private ClassCatalogue(Edition edition, List<MajorClass> majors, Map<ClassCode, MinorClass> minors) {
        this.edition = edition;
        this.majors = List.copyOf(majors);
        this.minors = minors;
    }

    /// Loads the catalogue of CJ/T 214-2007 or GB/T 30428; other editions have none and are refused as
    /// `no-class-catalogue`.
    public static ClassCatalogue load(Edition edition) {
        if (edition != Edition.CJT_214_2007 && edition != Edition.GBT_30428) {
            throw Refusal.of(
                            Refusal.Kind.NOT_FOUND,
                            "no-class-catalogue",
                            Text.of(edition.number() + " 没有部件事件分类目录。", edition.number() + " has no class catalogue."),
                            Text.of("请选 CJ/T 214-2007 或 GB/T 30428。", "Choose CJ/T 214-2007 or GB/T 30428."))
                    .under("APM-04")
                    .asException();
        }
        List<MajorClass> majors = new ArrayList<>();
        for (Table.Row row : Table.bundled(
                        edition.path("majors.csv"),
                        "kind", "major_code", "major_name_zh", "major_name_en", "confidence")
                .rows()) {
            majors.add(new MajorClass(
                    ClassKind.of(row.get("kind")),
                    row.get("major_code"),
                    Text.of(row.get("major_name_zh"), row.get("major_name_en")),
                    Confidence.of(row.get("confidence"))));
        }
        Map<ClassCode, MinorClass> minors = new TreeMap<>();
        read(edition, ClassKind.COMPONENT, "components.csv", minors);
        read(edition, ClassKind.EVENT, "events.csv", minors);
        return new ClassCatalogue(edition, majors, minors);
    }

    private static void read(Edition edition, ClassKind kind, String file, Map<ClassCode, MinorClass> minors) {
        Table table = Table.bundled(
                edition.path(file),
                "major_code",
                "major_name_zh",
                "major_name_en",
                "minor_code",
                "minor_name_zh",
                "minor_name_en",
                "geometry",
                "source",
                "confidence");
        for (Table.Row row : table.rows()) {
            MinorClass minor = new MinorClass(
                    new ClassCode(kind, row.get("minor_code")),
                    Text.of(row.get("minor_name_zh"), row.get("minor_name_en")),
                    Geometry.of(row.get("geometry")),
                    row.get("source"),
                    Confidence.of(row.get("confidence")));
            if (minors.put(minor.code(), minor) != null || !minor.code().major().equals(row.get("major_code"))) {
                throw new IllegalStateException(file + " line " + row.line());
            }
        }
    }

    public Edition edition() {
        return edition;
    }

    /// 大类: all major classes, components first, by code.
    public List<MajorClass> majors() {
        return majors;
    }

    public Optional<MajorClass> major(ClassKind kind, String code) {
        return majors.stream()
                .filter(each -> each.kind() == kind && each.code().equals(code))
                .findFirst();
    }

    /// 小类: all minor classes, components first, by code.
    public List<MinorClass> minors() {
        return List.copyOf(minors.values());
    }

    /// The minor classes of one kind, by code.
    public List<MinorClass> minors(ClassKind kind) {
        return minors.values().stream().filter(each -> each.code().kind() == kind).toList();
    }

    public Optional<MinorClass> find(ClassCode code) {
        return Optional.ofNullable(minors.get(code));
    }

    /// The minor class, refused as `class-unknown` where this catalogue has none.
    public MinorClass get(ClassCode code) {
        return find(code).orElseThrow(() -> refused(
                "class-unknown",
                code,
                Text.of("不在 " + edition.number() + " 目录中", "is not in the catalogue of " + edition.number())));
    }

    /// The same catalogue with a city's own classes. Refused: a code the edition does not leave to the city
    /// (`class-not-local`) and a code already taken (`class-taken`).
    public ClassCatalogue extendedBy(Collection<MinorClass> local) {
        Map<ClassCode, MinorClass> all = new TreeMap<>(minors);
        for (MinorClass each : local) {
            if (!isLocal(each.code())) {
                throw refused(
                        "class-not-local",
                        each.code(),
                        Text.of("不属于留给地方的编码", "is not among the codes left to a city"));
            }
            if (all.putIfAbsent(each.code(), each) != null) {
                throw refused("class-taken", each.code(), Text.of("已被占用", "is taken already"));
            }
        }
        return new ClassCatalogue(edition, majors, all);
    }

    /// True for a code the edition leaves to the city: major 21 under CJ/T 214-2007; under GB/T 30428.2 every number above
    /// the highest national one of its major.
    public boolean isLocal(ClassCode code) {
        return major(code.kind(), code.major()).isPresent()
                && (edition == Edition.CJT_214_2007
                        ? code.major().equals(EXTENSION_MAJOR)
                        : code.number() > highestNational(code.kind(), code.major()));
    }

    /// The next free local code: 2101, 2102 … under CJ/T 214-2007; 99, 98 … inside the given major under GB/T 30428.2.
    /// None where that major is full or not open to the city.
    public Optional<ClassCode> nextLocal(ClassKind kind, String major) {
        boolean upwards = edition == Edition.CJT_214_2007;
        for (int step = 1; step <= 99; step++) {
            int number = upwards ? step : 100 - step;
            ClassCode code = new ClassCode(kind, major + (number < 10 ? "0" : "") + number);
            if (isLocal(code) && !minors.containsKey(code)) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }

    private int highestNational(ClassKind kind, String major) {
        return minors.values().stream()
                .filter(each -> !each.source().equals("local"))
                .map(MinorClass::code)
                .filter(each -> each.kind() == kind && each.major().equals(major))
                .mapToInt(ClassCode::number)
                .max()
                .orElse(0);
    }

    private static RefusedException refused(String code, ClassCode which, Text why) {
        return Refusal.of(
                        code.equals("class-unknown") ? Refusal.Kind.NOT_FOUND : Refusal.Kind.CONFLICT,
                        code,
                        Text.of("小类 " + which + " " + why.zh() + "。", "The class " + which + " " + why.en() + "."),
                        Text.of(
                                "请查部件事件分类目录;地方扩展小类按该标准的扩展规则编号。",
                                "Look it up in the class catalogue; number local classes by the rule of that edition."))
                .under("APM-04")
                .asException();
    }
}
