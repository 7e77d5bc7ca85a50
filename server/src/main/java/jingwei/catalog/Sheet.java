package jingwei.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import jingwei.standards.AreaClass;
import jingwei.standards.ClassCatalogue;
import jingwei.standards.ClassCode;
import jingwei.standards.ClassKind;
import jingwei.standards.Edition;
import jingwei.standards.FilingSheetReader;
import jingwei.standards.FilingSheetRow;
import jingwei.standards.RegionCode;
import jingwei.standards.Text;
import org.jspecify.annotations.Nullable;

/// 立案结案规范版本: one version of the sheet with its classes and its responsibility list; immutable, no database needed.
public final class Sheet {

    /// 版本信息.
    ///
    /// @param version    from 1
    /// @param provenance the imported file, or the bundled seed
    /// @param validFrom  business time it takes effect; null for a draft
    public record Header(int version, Edition edition, String name, String provenance, @Nullable Instant validFrom) {

        public boolean published() {
            return validFrom != null;
        }
    }

    private static final Comparator<Responsibility> FIRST = Comparator.comparingInt(Responsibility::priority)
            .thenComparing(line -> -line.classes().narrowness()).thenComparing(line -> -line.area().narrowness());

    private final Header header;
    private final Map<ClassCode, ClassEntry> entries = new TreeMap<>();
    private final Map<ClassCode, Map<Integer, FilingCondition>> conditions = new TreeMap<>();
    private final List<FilingSheetRow> rows;
    private final List<Responsibility> responsibilities;

    private Sheet(Header header, Collection<ClassEntry> entries, List<FilingSheetRow> rows,
            Collection<Responsibility> responsibilities) {
        this.header = header;
        this.rows = List.copyOf(rows);
        this.responsibilities = responsibilities.stream().sorted(FIRST).toList();
        entries.forEach(entry -> this.entries.put(entry.code(), entry));
        Map<ClassCode, Map<Integer, List<FilingSheetRow>>> grouped = new LinkedHashMap<>();
        rows.forEach(row -> grouped.computeIfAbsent(row.code(), code -> new TreeMap<>())
                .computeIfAbsent(row.condition(), number -> new ArrayList<>()).add(row));
        grouped.forEach((code, numbered) -> numbered.forEach((number, same) ->
                conditions.computeIfAbsent(code, each -> new TreeMap<>()).put(number, condition(same))));
    }

    public static Sheet of(Header header, Collection<ClassEntry> entries, List<FilingSheetRow> rows,
            Collection<Responsibility> responsibilities) {
        return new Sheet(header, entries, rows, responsibilities);
    }

    /// The bundled seed for the classes of CJ/T 214-2007 as version 1, with these lines of responsibility.
    public static Sheet standard(Responsibility... responsibilities) {
        return of(new Header(1, Edition.CJT_214_2007, "内置规范", "bundled seed " + Edition.CJT_315_2009.id(), Instant.EPOCH),
                entries(ClassCatalogue.load(Edition.CJT_214_2007)), FilingSheetReader.bundled(),
                List.of(responsibilities));
    }

    static List<ClassEntry> entries(ClassCatalogue catalogue) {
        return catalogue.minors().stream().map(minor -> new ClassEntry(minor.code(), minor.name(),
                minor.code().major(), catalogue.major(minor.code().kind(), minor.code().major()).orElseThrow().name(),
                minor.geometry(), minor.source().equals("local"))).toList();
    }

    public Header header() {
        return header;
    }

    public int version() {
        return header.version();
    }

    /// The rows as they were read, in their order.
    public List<FilingSheetRow> rows() {
        return rows;
    }

    /// 权责清单: in the order in which lines are tried.
    public List<Responsibility> responsibilities() {
        return responsibilities;
    }

    public Optional<ClassEntry> entry(ClassCode code) {
        return Optional.ofNullable(entries.get(code));
    }

    /// All minor classes, components first, by code.
    public List<ClassEntry> entries() {
        return List.copyOf(entries.values());
    }

    /// The filing conditions of a class, by number; empty where the sheet has none for it.
    public List<FilingCondition> conditions(ClassCode code) {
        return List.copyOf(conditions.getOrDefault(code, Map.of()).values());
    }

    public Optional<FilingCondition> condition(ClassCode code, int number) {
        return Optional.ofNullable(conditions.getOrDefault(code, Map.of()).get(number));
    }

    /// Classes whose code begins with the text, or whose Chinese or English name contains it.
    public List<ClassEntry> findClasses(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return entries.values().stream().filter(entry -> entry.code().minor().startsWith(wanted)
                || entry.code().toString().startsWith(wanted) || entry.name().zh().contains(wanted)
                || entry.name().en().toLowerCase(Locale.ROOT).contains(wanted)).toList();
    }

    /// 责任单位建议: a component goes to its owner, then its maintainer, then the territory; an event to the territory,
    /// then owner and maintainer of the thing it happened at (COL-05).
    ///
    /// @param regions    the regions the place lies in
    /// @param dutyGrid   its duty grid; null where it has none
    /// @param owner      unit id of the owner of the component; empty where none is known
    /// @param maintainer unit id of its maintainer; empty where none is known
    /// @param inService  tells whether a unit may still be given work
    public UnitProposal propose(ClassCode code, Collection<RegionCode> regions, @Nullable String dutyGrid,
            Optional<String> owner, Optional<String> maintainer, Predicate<String> inService) {
        Optional<UnitProposal> own = owner.filter(inService).map(unit -> new UnitProposal(unit,
                UnitProposal.Ground.OWNER, Text.of("部件的权属单位", "owner of the component")));
        Optional<UnitProposal> kept = maintainer.filter(inService).map(unit -> new UnitProposal(unit,
                UnitProposal.Ground.MAINTAINER, Text.of("部件的养护单位", "maintainer of the component")));
        Optional<UnitProposal> territory = territory(code, regions, dutyGrid, inService);
        Optional<UnitProposal> known = code.kind() == ClassKind.COMPONENT
                ? own.or(() -> kept).or(() -> territory) : territory.or(() -> own).or(() -> kept);
        return known.orElseGet(() -> new UnitProposal(null, UnitProposal.Ground.NOBODY,
                Text.of("权责清单没有负责单位，由属地认领", "the responsibility list names nobody; the territory takes it")));
    }

    /// 权责空白: every class of the sheet in every area that no line covers; with no areas, the platform as a whole is asked.
    public List<Hole> holes(Collection<RegionCode> areas) {
        List<Hole> holes = new ArrayList<>();
        for (ClassCode code : conditions.keySet()) {
            if (areas.isEmpty() && covering(code, List.of(), null).isEmpty()) {
                holes.add(new Hole(code, AreaScope.everywhere()));
            }
            areas.stream().sorted().filter(area -> covering(code, List.of(area), null).isEmpty())
                    .forEach(area -> holes.add(new Hole(code, AreaScope.of(area))));
        }
        return List.copyOf(holes);
    }

    private Optional<UnitProposal> territory(ClassCode code, Collection<RegionCode> regions,
            @Nullable String dutyGrid, Predicate<String> inService) {
        return covering(code, regions, dutyGrid).stream().filter(line -> inService.test(line.unit())).findFirst()
                .map(line -> new UnitProposal(line.unit(), UnitProposal.Ground.TERRITORY,
                        Text.of("权责清单：" + said(line, code).zh() + "，" + (everywhere(line) ? "全部区域" : line.area().text()),
                                "responsibility list: " + said(line, code).en() + ", " + (everywhere(line) ? "everywhere" : line.area().text()))));
    }

    /// The classes of a line in words: the class itself, its major class, or the whole kind.
    private Text said(Responsibility line, ClassCode code) {
        String scope = line.classes().text();
        ClassEntry entry = entries.get(code);
        if (!scope.contains("-") || entry == null) {
            return code.kind() == ClassKind.COMPONENT ? Text.of("各类部件", "components of every class") : Text.of("各类事件", "events of every class");
        }
        return scope.equals(code.toString()) ? entry.name() : entry.majorName();
    }

    private static boolean everywhere(Responsibility line) {
        return line.area().equals(AreaScope.everywhere());
    }

    private List<Responsibility> covering(ClassCode code, Collection<RegionCode> regions, @Nullable String dutyGrid) {
        return responsibilities.stream().filter(line -> line.classes().covers(code)
                && line.area().covers(regions, dutyGrid)).toList();
    }

    private static FilingCondition condition(List<FilingSheetRow> same) {
        FilingSheetRow first = same.getFirst();
        Map<AreaClass, HandlingPlan> plans = new EnumMap<>(AreaClass.class);
        same.forEach(row -> plans.put(row.areaClass(), new HandlingPlan(row.steps())));
        return new FilingCondition(first.code(), first.condition(), first.filingCondition(), first.closingCondition(),
                plans, first.responsibleUnit(), first.provenance());
    }
}
