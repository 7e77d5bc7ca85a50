package jingwei.catalog;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jingwei.catalog.store.ClassStore;
import jingwei.catalog.store.SheetRows;
import jingwei.catalog.store.SheetStore;
import jingwei.organization.Organization;
import jingwei.organization.Organizations;
import jingwei.organization.OrganizationKind;
import jingwei.organization.Unit;
import jingwei.standards.ClassCatalogue;
import jingwei.standards.ClassCode;
import jingwei.standards.Refusal;
import jingwei.standards.RegionCode;
import jingwei.standards.Text;
import jingwei.tenancy.PerPlatform;
import jingwei.workcalendar.PlatformClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 本平台的分类与规范: the sheet in force and every older version, kept in memory.
@Component
public class Catalog {

    private final SheetStore store;
    private final SheetRows rows;
    private final ClassStore classes;
    private final Organizations organizations;
    private final PlatformClock clock;
    private final PerPlatform<Shelf> shelves;

    Catalog(SheetStore store, SheetRows rows, ClassStore classes, Organizations organizations, Clock wall,
            PlatformClock clock) {
        this.store = store;
        this.rows = rows;
        this.classes = classes;
        this.organizations = organizations;
        this.clock = clock;
        this.shelves = new PerPlatform<>(wall, store::revision,
                () -> new Shelf(store.headers(), new ConcurrentHashMap<>()));
    }

    /// The versions at one revision, and those already read.
    private record Shelf(List<Sheet.Header> headers, Map<Integer, Sheet> read) {
    }

    /// The sheet in force now. @throws RefusedException `no-sheet-in-force`
    public Sheet current() {
        return at(clock.now());
    }

    /// The sheet in force at a moment of business time: the published one that took effect last.
    public Sheet at(Instant moment) {
        Sheet.@Nullable Header found = null;
        for (Sheet.Header header : shelves.get().headers()) {
            Instant from = header.validFrom();
            if (from != null && !from.isAfter(moment)
                    && (found == null || from.isAfter(java.util.Objects.requireNonNull(found.validFrom())))) {
                found = header;
            }
        }
        if (found == null) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "no-sheet-in-force",
                    Text.of("还没有生效的立案结案规范", "no filing-and-closing sheet is in force yet"),
                    Text.of("请在应用维护中导入并发布规范", "import and publish one in the maintenance area"))
                    .under("APM-04").asException();
        }
        return version(found.version());
    }

    /// One version, a draft too. @throws RefusedException `no-such-sheet`
    public Sheet version(int number) {
        Shelf shelf = shelves.get();
        Sheet known = shelf.read().get(number);
        if (known != null) {
            return known;
        }
        Sheet.Header header = shelf.headers().stream().filter(each -> each.version() == number).findFirst()
                .orElseThrow(() -> noSuchSheet(number));
        Sheet sheet = load(header);
        shelf.read().put(number, sheet);
        return sheet;
    }

    /// All versions, the newest first.
    public List<Sheet.Header> versions() {
        return shelves.get().headers();
    }

    /// 责任单位建议 for a place by the sheet in force (COL-05); units no longer in force are passed over.
    ///
    /// @param regions  the regions the place lies in, of any levels
    /// @param dutyGrid its duty grid; null where it has none
    public UnitProposal propose(ClassCode code, Collection<RegionCode> regions, @Nullable String dutyGrid,
            Optional<String> ownerUnit, Optional<String> maintainerUnit) {
        return propose(current(), code, regions, dutyGrid, ownerUnit, maintainerUnit);
    }

    /// The same by the version a case was accepted under.
    public UnitProposal propose(Sheet sheet, ClassCode code, Collection<RegionCode> regions,
            @Nullable String dutyGrid, Optional<String> ownerUnit, Optional<String> maintainerUnit) {
        Organization now = organizations.current();
        return sheet.propose(code, regions, dutyGrid, ownerUnit, maintainerUnit,
                unit -> now.unit(unit).filter(Unit::inForce)
                        .filter(found -> found.kind() == OrganizationKind.UNIT).isPresent());
    }

    /// Reads a version from the tables, past the memory; the keeper needs what its own transaction wrote.
    @Transactional(readOnly = true)
    Sheet load(Sheet.Header header) {
        ClassCatalogue catalogue = classes.catalogue(header.edition());
        Map<ClassCode, String> names = new HashMap<>();
        catalogue.minors().forEach(minor -> names.put(minor.code(), minor.name().zh()));
        return Sheet.of(header, Sheet.entries(catalogue), rows.load(header.version(), names),
                store.responsibilities(header.version()));
    }

    Sheet loadDraft(int number) {
        return load(store.headers().stream().filter(each -> each.version() == number).findFirst()
                .orElseThrow(() -> noSuchSheet(number)));
    }

    void changed() {
        shelves.changed();
    }

    private static RuntimeException noSuchSheet(int number) {
        return Refusal.of(Refusal.Kind.NOT_FOUND, "no-such-sheet",
                Text.of("没有规范版本 " + number, "there is no version " + number + " of the sheet"),
                Text.of("请查规范版本列表", "look it up in the list of versions")).under("APM-04").asException();
    }
}
