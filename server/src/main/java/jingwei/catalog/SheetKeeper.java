package jingwei.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jingwei.catalog.store.ClassStore;
import jingwei.catalog.store.SheetRows;
import jingwei.catalog.store.SheetStore;
import jingwei.grid.Land;
import jingwei.grid.Region;
import jingwei.identity.SignedIn;
import jingwei.journal.Journal;
import jingwei.journal.JournalEntry;
import jingwei.organization.OrganizationKind;
import jingwei.organization.Organizations;
import jingwei.organization.Unit;
import jingwei.organization.workbook.Workbooks;
import jingwei.standards.AreaClass;
import jingwei.standards.ClassCatalogue;
import jingwei.standards.ClassCode;
import jingwei.standards.ClassKind;
import jingwei.standards.Confidence;
import jingwei.standards.Edition;
import jingwei.standards.FilingSheetReader;
import jingwei.standards.FilingSheetReader.Reading;
import jingwei.standards.FilingSheetRow;
import jingwei.standards.RegionCode;
import jingwei.standards.SheetFault;
import jingwei.standards.Table;
import jingwei.standards.Text;
import jingwei.workcalendar.PlatformClock;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 规范维护: makes drafts, gives them a responsibility list, and publishes them; every write is journaled (APM-04, APM-09).
@Component
public class SheetKeeper {

    /// The edition of the notice 洛政办〔2014〕115号.
    private static final Edition EDITION = Edition.CJT_214_2007;

    private final SheetStore store;
    private final SheetRows rows;
    private final ClassStore classes;
    private final Catalog catalog;
    private final Organizations organizations;
    private final Land land;
    private final Journal journal;
    private final PlatformClock clock;

    SheetKeeper(SheetStore store, SheetRows rows, ClassStore classes, Catalog catalog, Organizations organizations,
            Land land, Journal journal, PlatformClock clock) {
        this.store = store;
        this.rows = rows;
        this.classes = classes;
        this.catalog = catalog;
        this.organizations = organizations;
        this.land = land;
        this.journal = journal;
        this.clock = clock;
    }

    /// 导入预览: what an import would bring; nothing is written.
    ///
    /// @param faults every fault; with one of them nothing can be imported
    public record Preview(int rows, int classes, int conditions, List<SheetFault> faults) {
    }

    /// 新平台: copies the classes of CJ/T 214-2007 and makes the bundled seed the first draft.
    /// Does nothing where the platform has them already.
    @Transactional
    public void createStandard() {
        if (classes.has(EDITION)) {
            return;
        }
        begin();
        classes.copy(ClassCatalogue.load(EDITION));
        int version = draft("内置规范", "bundled seed " + Edition.CJT_315_2009.id(), FilingSheetReader.bundled());
        write("sheet " + version, "standard-created", Map.of("edition", EDITION.id()));
    }

    /// 可扩展的大类: those that still have a code the edition leaves to the city.
    @Transactional(readOnly = true)
    public List<ClassCatalogue.MajorClass> openMajors() {
        ClassCatalogue known = classes.catalogue(EDITION);
        return known.majors().stream().filter(major -> known.nextLocal(major.kind(), major.code()).isPresent()).toList();
    }

    /// 地方扩展小类: adds a class with the next code the edition leaves to the city.
    ///
    /// @throws RefusedException `no-local-code` where the major class is not open to the city or full
    @Transactional
    public ClassEntry addLocalClass(ClassKind kind, String major, Text name, ClassCatalogue.Geometry geometry) {
        begin();
        ClassCatalogue known = classes.catalogue(EDITION);
        ClassCatalogue.MinorClass minor = new ClassCatalogue.MinorClass(known.nextLocal(kind, major)
                .orElseThrow(() -> CatalogRefusals.noLocalCode(kind, major)), name, geometry, "local", Confidence.OURS);
        known.extendedBy(List.of(minor));
        classes.insert(EDITION, List.of(minor));
        write(minor.code().toString(), "class-added", Map.of("name", name.zh()));
        return new ClassEntry(minor.code(), name, major, known.major(kind, major).orElseThrow().name(), geometry, true);
    }

    /// 导入预览 of a file, CSV or .xlsx.
    @Transactional(readOnly = true)
    public Preview preview(String file, byte[] bytes) {
        return switch (read(file, bytes)) {
            case Reading.Sound(var read) -> new Preview(read.size(),
                    (int) read.stream().map(FilingSheetRow::code).distinct().count(),
                    (int) read.stream().map(row -> row.code() + "#" + row.condition()).distinct().count(), List.of());
            case Reading.Faulty(var faults) -> new Preview(0, 0, 0, faults);
        };
    }

    /// 导入: the whole file as a new draft, or nothing of it. Where the sheet names a responsible unit of the platform, that
    /// unit becomes the class's line in the responsibility list.
    ///
    /// @throws RefusedException `sheet-faulty` naming every faulty row
    @Transactional
    public Sheet.Header importDraft(String name, String file, byte[] bytes) {
        begin();
        List<FilingSheetRow> read = switch (read(file, bytes)) {
            case Reading.Sound(var sound) -> sound;
            case Reading.Faulty(var faults) -> throw CatalogRefusals.faulty(faults);
        };
        int version = draft(name.strip(), file, read);
        Map<String, String> units = new HashMap<>();
        organizations.current().unitsOf(OrganizationKind.UNIT).forEach(unit -> units.put(unit.name(), unit.id()));
        List<Responsibility> named = read.stream()
                .filter(row -> row.responsibleUnit() != null && units.containsKey(row.responsibleUnit()))
                .map(row -> Responsibility.of(row.code().toString(), "all", units.get(row.responsibleUnit())))
                .distinct().toList();
        Set<ClassScope> seen = new HashSet<>();
        store.replaceResponsibilities(version, named.stream().filter(line -> seen.add(line.classes())).toList());
        write("sheet " + version, "sheet-imported", Map.of("file", file, "rows", read.size()));
        return catalog.loadDraft(version).header();
    }

    /// 复制: a new draft with the rows and the responsibility list of another version.
    @Transactional
    public Sheet.Header copy(int from, String name) {
        begin();
        Sheet source = catalog.loadDraft(from);
        int version = draft(name.strip(), "copy of version " + from, source.rows());
        store.replaceResponsibilities(version, source.responsibilities());
        write("sheet " + version, "sheet-copied", Map.of("from", from));
        return catalog.loadDraft(version).header();
    }

    /// 立案条件: one condition of a draft, new or in the place of the one with its number.
    ///
    /// @param number   0 for a new one, which gets the next number of its class
    /// @param limits   处置时限 as a sheet writes it, `4 工作时`; either one for `ALL`, or one each for A, B and C
    /// @param unitType 责任单位 as the sheet writes it
    /// @return its number
    /// @throws RefusedException `sheet-published`, or `sheet-faulty` naming what is wrong in which column
    @Transactional
    public int putCondition(int version, ClassCode code, int number, String text, String closing,
            Map<AreaClass, String> limits, String unitType) {
        begin();
        Sheet draft = catalog.loadDraft(version);
        requireDraft(version);
        int wanted = number > 0 ? number : draft.conditions(code).stream().mapToInt(FilingCondition::number).max().orElse(0) + 1;
        String name = draft.entry(code).map(ClassEntry::name).map(Text::zh).orElse("");
        List<List<String>> cells = new ArrayList<>();
        cells.add(FilingSheetReader.COLUMNS.stream().limit(9).map(Table.Column::name).toList());
        new TreeMap<>(limits).forEach((area, limit) -> cells.add(List.of(code.kind().word(), code.minor(), name,
                Integer.toString(wanted), text, area.name(), limit, closing, unitType)));
        if (cells.size() == 1) {
            throw CatalogRefusals.missing("limits");
        }
        List<FilingSheetRow> read = switch (new FilingSheetReader(classes.catalogue(EDITION)).read("立案条件", cells)) {
            case Reading.Sound(var sound) -> sound;
            case Reading.Faulty(var faults) -> throw CatalogRefusals.faulty(faults);
        };
        rows.remove(version, code, wanted);
        rows.insert(version, EDITION, read);
        write("sheet " + version, "condition-put", Map.of("class", code.toString(), "condition", wanted));
        return wanted;
    }

    /// Takes a condition out of a draft. @throws RefusedException `sheet-published`, `no-such-condition`
    @Transactional
    public void removeCondition(int version, ClassCode code, int number) {
        begin();
        requireDraft(version);
        if (rows.remove(version, code, number) == 0) {
            throw CatalogRefusals.noSuchCondition(code, number);
        }
        write("sheet " + version, "condition-removed", Map.of("class", code.toString(), "condition", number));
    }

    /// 权责清单: replaces the whole list of a draft.
    ///
    /// @throws RefusedException `sheet-published`, `no-such-unit` or `responsibility-twice`
    @Transactional
    public void setResponsibilities(int version, List<Responsibility> lines) {
        begin();
        requireDraft(version);
        Set<String> unknown = new TreeSet<>();
        lines.stream().map(Responsibility::unit).filter(unit -> organizations.current().unit(unit)
                .filter(Unit::inForce).filter(found -> found.kind() == OrganizationKind.UNIT).isEmpty())
                .forEach(unknown::add);
        if (!unknown.isEmpty()) {
            throw CatalogRefusals.noSuchUnit(List.copyOf(unknown));
        }
        try {
            store.replaceResponsibilities(version, lines);
        } catch (DuplicateKeyException e) {
            throw CatalogRefusals.twice();
        }
        write("sheet " + version, "responsibilities-set", Map.of("lines", lines.size()));
    }

    /// 权责空白 of a version by the platform's land: subdistricts, else districts, else the platform as a whole.
    @Transactional(readOnly = true)
    public List<Hole> holes(int version) {
        return catalog.loadDraft(version).holes(areas());
    }

    /// 签认空白: somebody answers with a name and a reason for what has no unit yet; allows the publication.
    @Transactional
    public void signHoles(int version, String by, String reason) {
        begin();
        requireDraft(version);
        if (by.isBlank() || reason.isBlank()) {
            throw CatalogRefusals.missing("reason");
        }
        List<String> holes = holes(version).stream().map(Hole::toString).toList();
        store.sign(version, by, clock.now(), reason.strip(), holes);
        write("sheet " + version, "holes-signed", Map.of("by", by, "reason", reason.strip(), "holes", holes.size()));
    }

    /// 发布: puts a draft in force from a moment on; it never changes again.
    ///
    /// @param validFrom business time; null for now
    /// @throws RefusedException `sheet-published`, `valid-from-past`, or `responsibility-holes` where a class in an area has
    ///                          no unit and nobody signed for it (N115)
    @Transactional
    public void publish(int version, @Nullable Instant validFrom) {
        begin();
        requireDraft(version);
        Instant now = clock.now();
        Instant from = validFrom == null ? now : validFrom;
        if (from.isBefore(now)) {
            throw CatalogRefusals.past();
        }
        Set<String> signed = store.signedHoles(version).orElse(Set.of());
        List<Hole> open = holes(version).stream().filter(hole -> !signed.contains(hole.toString())).toList();
        if (!open.isEmpty()) {
            throw CatalogRefusals.holes(open);
        }
        store.publish(version, from, now, SignedIn.find().map(SignedIn::post).orElse(null));
        write("sheet " + version, "sheet-published", Map.of("validFrom", from.toString()));
    }

    private Reading read(String file, byte[] bytes) {
        SheetFile reader = new SheetFile(file, classes.catalogue(EDITION));
        return Workbooks.isWorkbook(bytes) ? reader.read(Workbooks.read(bytes)) : reader.read(bytes);
    }

    private int draft(String name, String provenance, List<FilingSheetRow> read) {
        if (name.isEmpty()) {
            throw CatalogRefusals.missing("name");
        }
        int version = store.insert(EDITION, name, provenance, clock.now());
        rows.insert(version, EDITION, read);
        return version;
    }

    private void requireDraft(int version) {
        if (catalog.loadDraft(version).header().published()) {
            throw CatalogRefusals.published(version);
        }
    }

    private List<RegionCode> areas() {
        List<RegionCode> regions = land.current().regions().stream().map(Region::code).toList();
        for (RegionCode.Level level : List.of(RegionCode.Level.SUBDISTRICT, RegionCode.Level.DISTRICT)) {
            List<RegionCode> found = regions.stream().filter(code -> code.level() == level).toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private void begin() {
        store.begin();
        catalog.changed();
    }

    private void write(String subject, String action, Map<String, ?> detail) {
        journal.write(JournalEntry.Kind.DATA_CHANGE, subject, action, detail);
    }
}
