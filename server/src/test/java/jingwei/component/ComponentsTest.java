package jingwei.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import jingwei.component.town.Furniture;
import jingwei.door.TestServer;
import jingwei.grid.GeoPoint;
import jingwei.grid.LandMap;
import jingwei.grid.town.Town;
import jingwei.grid.town.TownPlan;
import jingwei.simulator.Requirement;
import jingwei.standards.ClassCatalogue;
import jingwei.standards.ClassCode;
import jingwei.standards.ComponentCode;
import jingwei.standards.Edition;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import jingwei.tenancy.Platform;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Platforms;
import jingwei.tenancy.Tenancy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The inventory on a real database: by place, by code, with history, each platform its own.
@Tag("BDR-04")
@Requirement({"BDR-04", "ACQ-11"})
class ComponentsTest {

    private static final Town TOWN = Town.draw(7, TownPlan.luoyang());
    private static final List<ManagedComponent> ALL = Furniture.draw(7, TOWN);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static TestServer server;
    private static Components components;

    @BeforeAll
    static void fill() {
        server = TestServer.empty();
        components = server.room(Components.class);
        for (String id : List.of("luoyang", "xinan", "changes")) {
            server.room(Platforms.class).create(new Platform(PlatformId.of(id), Text.of(id, id), "4103",
                    Platform.OperatingModel.ONE_LEVEL, Platform.Hosting.HOSTED, Platform.Standing.TRIAL, null));
        }
        Tenancy.run(PlatformId.of("luoyang"), () -> components.add(ALL));
        Tenancy.run(PlatformId.of("changes"), () -> components.add(ALL.subList(0, 20)));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void theDrawnFurnitureIsOfRealClassesAndStandsInItsCells() {
        ClassCatalogue catalogue = ClassCatalogue.load(Edition.CJT_214_2007);
        assertThat(ALL).hasSizeBetween(1800, 2400).isEqualTo(Furniture.draw(7, TOWN));
        assertThat(ALL).extracting(ManagedComponent::code).doesNotHaveDuplicates();
        assertThat(ALL).allSatisfy(component -> {
            assertThat(catalogue.get(component.classCode()).name().zh()).isEqualTo(component.name());
            assertThat(TOWN.map().locateOrRefuse(component.at()).unitGrid()).isEqualTo(component.unitGrid());
        });
        assertThat(ALL).extracting(ManagedComponent::owningUnit)
                .contains("water", "lighting", "sanitation", "greening", "municipal", "traffic");
        assertThat(Furniture.draw(7, Town.draw(7, TownPlan.xinan()))).hasSizeGreaterThan(300);
    }

    @Test
    void theNearestAreTheOnesASearchThroughAllFinds() {
        Random random = new Random(5);
        List<ClassCode> classes = List.of(ClassCode.component("0118"), ClassCode.component("0210"));
        for (int i = 0; i < 60; i++) {
            GeoPoint from = new GeoPoint(random.nextDouble(112.42, 112.47), random.nextDouble(34.65, 34.69));
            ClassCode wanted = i % 3 == 0 ? null : classes.get(i % 3 - 1);
            double most = random.nextDouble(20, 900);
            List<ComponentCode> expected = ALL.stream()
                    .filter(each -> wanted == null || each.classCode().equals(wanted))
                    .filter(each -> LandMap.distanceMeters(from, each.at()) <= most)
                    .sorted(Comparator.comparingDouble((ManagedComponent each) ->
                            LandMap.distanceMeters(from, each.at())).thenComparing(ManagedComponent::code))
                    .map(ManagedComponent::code).limit(7).toList();
            assertThat(within("luoyang", () -> components.nearest(wanted, from, 7, most)))
                    .extracting(found -> found.component().code()).isEqualTo(expected);
        }
    }

    @Test
    void aBoxHoldsExactlyWhatStandsInIt() {
        Envelope box = new Envelope(112.4361, 112.4447, 34.6655, 34.6731);
        List<ComponentCode> expected = ALL.stream()
                .filter(each -> box.contains(each.at().longitude(), each.at().latitude()))
                .map(ManagedComponent::code).sorted().toList();
        assertThat(expected).hasSizeGreaterThan(100);
        assertThat(within("luoyang", () -> components.inBox(box, null, 5000)))
                .extracting(ManagedComponent::code).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(within("luoyang", () -> components.inBox(box, null, 10))).hasSize(10);
    }

    @Test
    void anotherPlatformSeesNothingOfIt() {
        Envelope world = new Envelope(-180, 180, -90, 90);
        assertThat(within("xinan", () -> components.inBox(world, null, 10))).isEmpty();
        assertThat(within("xinan", () -> components.find(ALL.getFirst().code()))).isEmpty();
        assertThat(within("xinan", () -> components.history(ALL.getFirst().code()))).isEmpty();
        assertThatThrownBy(() -> within("xinan", () -> {
            components.change(ALL.getFirst(), DAY, "x");
            return null;
        })).isInstanceOfSatisfying(RefusedException.class,
                e -> assertThat(e.refusal().code()).isEqualTo("component-unknown"));
        JdbcClient application = JdbcClient.create(server.database().application());
        assertThat(application.sql("SELECT count(*) FROM component.components").query(Long.class).single()).isZero();
    }

    @Test
    void aChangeKeepsWhatWasBefore() {
        ManagedComponent before = ALL.get(1);
        ManagedComponent after = before.in(ComponentState.DAMAGED, DAY);
        within("changes", () -> {
            components.change(after, DAY, "巡查发现破损");
            return null;
        });
        assertThat(within("changes", () -> components.find(before.code()))).contains(after);
        List<ComponentChange> history = within("changes", () -> components.history(before.code()));
        assertThat(history).extracting(ComponentChange::content).containsExactly(before, after);
        assertThat(history).extracting(ComponentChange::version).containsExactly(1, 2);
        assertThat(history.getLast().reason()).isEqualTo("巡查发现破损");
        assertThatThrownBy(() -> within("changes", () -> {
            components.change(before, DAY.minusDays(1), "x");
            return null;
        })).isInstanceOfSatisfying(RefusedException.class,
                e -> assertThat(e.refusal().code()).isEqualTo("component-change-too-early"));
    }

    @Test
    void whatWasRemovedIsNoLongerNearButStillKnown() {
        ManagedComponent gone = ALL.get(2).in(ComponentState.REMOVED, DAY);
        within("changes", () -> {
            components.change(gone, DAY, "道路改造");
            return null;
        });
        assertThat(within("changes", () -> components.nearest(null, gone.at(), 20, 2000)))
                .extracting(found -> found.component().code()).doesNotContain(gone.code()).isNotEmpty();
        assertThat(within("changes", () -> components.find(gone.code()))).contains(gone);
    }

    @Test
    void theHistoryCannotBeRewrittenByTheApplication() {
        JdbcClient application = JdbcClient.create(server.database().application());
        for (String sql : List.of("UPDATE component.component_changes SET reason = ''",
                "DELETE FROM component.component_changes", "DELETE FROM component.components")) {
            assertThatThrownBy(() -> application.sql(sql).update()).rootCause().hasMessageContaining("permission denied");
        }
    }

    @Test
    void aCodeIsGivenOnceOnly() {
        for (List<ManagedComponent> again : List.of(ALL.subList(0, 1),
                List.of(ALL.get(1500), ALL.get(1500)), List.of(ALL.get(1500), ALL.get(3)))) {
            assertThatThrownBy(() -> within("changes", () -> {
                components.add(again);
                return null;
            })).isInstanceOfSatisfying(RefusedException.class,
                    e -> assertThat(e.refusal().code()).isEqualTo("component-code-taken"));
        }
        assertThat(within("changes", () -> components.find(ALL.get(1500).code()))).isEmpty();
    }

    @Test
    void aClassThatIsNotTheCodesOwnIsRefused() {
        ManagedComponent it = ALL.getFirst();
        assertThatThrownBy(() -> new ManagedComponent(it.code(), ClassCode.component("0601"), "x", null, null, null,
                it.unitGrid(), it.at(), it.state(), it.recordedOn(), null, "实测", null, java.util.Map.of()))
                .isInstanceOfSatisfying(RefusedException.class,
                        e -> assertThat(e.refusal().code()).isEqualTo("component-class-differs"));
    }

    private static <T> T within(String platform, java.util.function.Supplier<T> work) {
        return Tenancy.within(PlatformId.of(platform), work::get);
    }
}
