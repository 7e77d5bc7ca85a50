package jingwei.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jingwei.evaluation.store.UnitTree;
import jingwei.grid.Land;
import jingwei.grid.LandMap;
import jingwei.grid.Region;
import jingwei.organization.CollectorDuty;
import jingwei.organization.Organization;
import jingwei.organization.OrganizationKind;
import jingwei.organization.Organizations;
import jingwei.organization.Post;
import jingwei.organization.PostKind;
import jingwei.organization.Unit;
import jingwei.standards.RegionCode;
import jingwei.tenancy.Platform;
import jingwei.tenancy.Platforms;
import jingwei.tenancy.Tenancy;
import jingwei.workcalendar.PlatformClock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// 评价对象名册: who is evaluated in a period, by what names, and whose counts fall to whom.
@Component
@Transactional(readOnly = true)
public class Subjects {

    private final Land land;
    private final Organizations organizations;
    private final UnitTree tree;
    private final PlatformClock clock;
    private final Platforms platforms;
    private final TransactionTemplate work;

    Subjects(Land land, Organizations organizations, UnitTree tree, PlatformClock clock, Platforms platforms,
            PlatformTransactionManager transactions) {
        this.platforms = platforms;
        this.work = new TransactionTemplate(transactions);
        this.land = land;
        this.organizations = organizations;
        this.tree = tree;
        this.clock = clock;
    }

    /// 名册.
    ///
    /// @param names  code to name, in the order of lists
    /// @param cells  unit grids of an area
    /// @param owners pairs of the key of a count and the subject it falls to; empty where the key itself is the subject
    /// @param beats  pairs of a duty grid and the post that serves it
    public record Roll(Map<String, String> names, Map<String, BigDecimal> cells, List<Pair> owners, List<Pair> beats) {
    }

    /// The count of this key falls to this subject.
    public record Pair(String key, String subject) {
    }

    public Roll roll(Subject subject, Period period) {
        LandMap map = land.current();
        Organization organization = organizations.current();
        return switch (subject) {
            case CITY -> new Roll(Map.of("city", "全市"), Map.of("city", BigDecimal.valueOf(map.cells().size())), List.of(), List.of());
            case DISTRICT -> regions(map, RegionCode.Level.DISTRICT, 6);
            case SUBDISTRICT -> regions(map, RegionCode.Level.SUBDISTRICT, 9);
            case COMMUNITY -> regions(map, RegionCode.Level.COMMUNITY, 12);
            case CELL -> {
                Map<String, String> names = new LinkedHashMap<>();
                map.cells().forEach(cell -> names.put(cell.code().toString(), cell.code().toString()));
                yield new Roll(names, Map.of(), List.of(), List.of());
            }
            case DUTY_GRID -> {
                Map<String, String> names = new LinkedHashMap<>();
                Map<String, BigDecimal> cells = new HashMap<>();
                map.dutyGrids().forEach(grid -> {
                    names.put(grid.code(), grid.name());
                    cells.put(grid.code(), BigDecimal.valueOf(grid.cells().size()));
                });
                yield new Roll(names, cells, List.of(), List.of());
            }
            case UNIT -> units(organization, period);
            case COLLECTOR, OPERATOR, SHIFT_LEADER, DISPATCHER -> posts(organization, subject.post().orElseThrow(), period);
            case FIRM -> firms(organization, period);
        };
    }

    @Scheduled(fixedDelayString = "${jingwei.evaluation.tree-every:60000}")
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void noteTrees() {
        for (Platform platform : platforms.all()) {
            Tenancy.run(platform.id(), () -> work.executeWithoutResult(status -> noteTree()));
        }
    }

    /// Notes who stands under whom today.
    @Transactional
    public void noteTree() {
        tree.note(organizations.current(), clock.today());
    }

    /// The units that stand under that one at the end of the period, itself included.
    public List<String> within(String unit, Period period) {
        return units(organizations.current(), period).owners().stream().filter(pair -> pair.subject().equals(unit))
                .map(Pair::key).distinct().toList();
    }

    private static Roll regions(LandMap map, RegionCode.Level level, int digits) {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, BigDecimal> cells = new HashMap<>();
        map.regions().stream().filter(region -> region.code().level() == level)
                .forEach((Region region) -> names.put(region.code().digits(), region.name()));
        map.cells().forEach(cell -> cells.merge(cell.code().toString().substring(0, digits), BigDecimal.ONE, BigDecimal::add));
        return new Roll(names, cells, List.of(), List.of());
    }

    private Roll units(Organization organization, Period period) {
        Map<String, String> names = new LinkedHashMap<>();
        organization.unitsOf(OrganizationKind.UNIT).forEach(unit -> names.put(unit.id(), unit.name()));
        Map<String, String> parents = tree.parents(period.to());
        List<Pair> owners = new ArrayList<>();
        for (Unit unit : organization.units()) {
            String above = unit.id();
            for (int steps = 0; !above.isEmpty() && steps < 10; steps++) {
                owners.add(new Pair(unit.id(), above));
                String next = parents.containsKey(above) ? parents.get(above)
                        : organization.unit(above).map(Unit::parent).orElse(null);
                above = next == null ? "" : next;
            }
        }
        return new Roll(names, Map.of(), owners, List.of());
    }

    private static Roll posts(Organization organization, PostKind kind, Period period) {
        Map<String, String> names = new LinkedHashMap<>();
        List<Pair> owners = new ArrayList<>();
        List<Post> all = organization.posts().stream().filter(post -> post.kind() == kind).toList();
        all.forEach(post -> {
            if (post.inForce()) {
                names.put(post.id(), post.name());
            }
            owners.add(new Pair(post.id(), post.id()));
        });
        // What nobody has touched yet falls to the only post of the kind; of several, it is nobody's and is shown so.
        owners.add(new Pair("", names.size() == 1 ? names.keySet().iterator().next() : "nobody"));
        return new Roll(names, Map.of(), owners, kind == PostKind.COLLECTOR ? beats(organization, period) : List.of());
    }

    private static Roll firms(Organization organization, Period period) {
        Map<String, String> names = new LinkedHashMap<>();
        List<Pair> owners = new ArrayList<>();
        Map<String, String> firmOf = new HashMap<>();
        organization.posts().stream().filter(post -> post.kind() == PostKind.COLLECTOR).forEach(post -> {
            organization.unit(post.organizationId()).ifPresent(firm -> names.put(firm.id(), firm.name()));
            owners.add(new Pair(post.id(), post.organizationId()));
            firmOf.put(post.id(), post.organizationId());
        });
        List<Pair> beats = beats(organization, period).stream().map(beat -> new Pair(beat.key(), firmOf.get(beat.subject())))
                .distinct().toList();
        return new Roll(names, Map.of(), owners, beats);
    }

    private static List<Pair> beats(Organization organization, Period period) {
        LocalDate last = period.to().minusDays(1);
        return organization.duties().stream().filter(duty -> !duty.validFrom().isAfter(last)
                && (duty.validTo() == null || !duty.validTo().isBefore(period.from())))
                .map((CollectorDuty duty) -> new Pair(duty.dutyGrid(), duty.post())).distinct().toList();
    }
}
