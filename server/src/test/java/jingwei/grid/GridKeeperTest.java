package jingwei.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jingwei.door.TestServer;
import jingwei.grid.town.Town;
import jingwei.grid.town.TownPlan;
import jingwei.simulator.Requirement;
import jingwei.standards.RefusedException;
import jingwei.standards.RegionCode;
import jingwei.standards.Text;
import jingwei.tenancy.Platform;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Platforms;
import jingwei.tenancy.Tenancy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Imports on a real database: all or nothing, dated, and each platform sees its own land only.
@Tag("BDR-02")
@Requirement({"BDR-02", "BDR-03"})
class GridKeeperTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private static TestServer server;

    @BeforeAll
    static void open() {
        server = TestServer.empty();
        for (String id : List.of("luoyang", "xinan", "empty", "yichuan", "faulty")) {
            server.room(Platforms.class).create(new Platform(PlatformId.of(id), Text.of(id, id), "410323",
                    Platform.OperatingModel.ONE_LEVEL, Platform.Hosting.HOSTED, Platform.Standing.TRIAL, null));
        }
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void whatIsImportedComesBackAndEachPlatformSeesItsOwn() {
        LandDraft city = Town.draw(7, TownPlan.luoyang()).draft();
        LandDraft county = Town.draw(7, TownPlan.xinan()).draft();
        importInto("luoyang", city, DAY);
        importInto("xinan", county, DAY);
        assertThat(codes(map("luoyang"))).isEqualTo(codes(LandMap.of(List.of(), city.cells(), List.of())));
        assertThat(map("luoyang").dutyGrids()).extracting(DutyGrid::cells)
                .isEqualTo(city.dutyGrids().stream().map(DutyGrid::cells).toList());
        assertThat(map("xinan").cells()).hasSize(120)
                .allSatisfy(cell -> assertThat(cell.code().digits()).startsWith("410323"));
        assertThat(map("empty").cells()).isEmpty();
        assertThat(map("luoyang").region(RegionCode.of("410381"))).isEmpty();
        assertThat(map("luoyang").region(RegionCode.of("410307")).orElseThrow().name()).isEqualTo("偃师区");
        List<RegionSuccessor> successors = Tenancy.within(PlatformId.of("luoyang"),
                () -> server.room(Land.class).successors());
        assertThat(successors).hasSize(city.successors().size())
                .extracting(RegionSuccessor::kind).contains(RegionSuccessor.Kind.values());
    }

    @Test
    void aSecondImportEndsWhatItDoesNotRepeatAndKeepsTheRest() {
        LandDraft first = Town.draw(7, TownPlan.xinan()).draft();
        importInto("yichuan", first, DAY);
        assertThat(map("yichuan").cells()).hasSize(120);
        List<UnitGrid> fewer = new ArrayList<>(first.cells());
        UnitGrid gone = fewer.removeLast();
        importInto("yichuan", new LandDraft(first.regions(), first.successors(), fewer, List.of()), DAY.plusDays(9));
        assertThat(map("yichuan").cells()).hasSize(119);
        assertThat(map("yichuan").unitGrid(gone.code())).isEmpty();
        assertThat(map("yichuan").cells()).allSatisfy(cell -> assertThat(cell.validFrom()).isEqualTo(DAY));
        assertThat(map("yichuan").dutyGrids()).isEmpty();
        importInto("yichuan", first, DAY.plusDays(9));
        importInto("yichuan", first, DAY.plusDays(9));
        assertThat(map("yichuan").unitGrid(gone.code()).orElseThrow().validFrom()).isEqualTo(DAY.plusDays(9));
        assertThatThrownBy(() -> importInto("yichuan", first, DAY)).isInstanceOfSatisfying(RefusedException.class,
                e -> assertThat(e.refusal().code()).isEqualTo("land-earlier-than-known"));
    }

    @Test
    void aFaultyDraftChangesNothingAndNamesItsFaults() {
        LandDraft draft = Town.draw(7, TownPlan.xinan()).draft();
        List<UnitGrid> twice = new ArrayList<>(draft.cells());
        twice.add(twice.getFirst());
        assertThatThrownBy(() -> importInto("faulty", new LandDraft(draft.regions(), List.of(), twice, List.of()), DAY))
                .isInstanceOfSatisfying(RefusedException.class, e -> {
                    assertThat(e.refusal().code()).isEqualTo("land-faulty");
                    assertThat(e.refusal().missing()).anyMatch(fault -> fault.startsWith("duplicate-code "
                            + twice.getFirst().code()));
                });
        assertThat(map("faulty").cells()).isEmpty();
        assertThat(map("faulty").regions()).isEmpty();
    }

    @Test
    void withoutAPlatformNoRowIsSeen() {
        JdbcClient application = JdbcClient.create(server.database().application());
        for (String table : List.of("regions", "region_successors", "unit_grids", "duty_grids", "duty_grid_cells")) {
            assertThat(application.sql("SELECT count(*) FROM grid." + table).query(Long.class).single()).isZero();
        }
    }

    private static void importInto(String platform, LandDraft draft, LocalDate from) {
        Tenancy.run(PlatformId.of(platform), () -> server.room(GridKeeper.class).importLand(draft, from));
    }

    private static LandMap map(String platform) {
        return Tenancy.within(PlatformId.of(platform), () -> server.room(Land.class).current());
    }

    private static List<String> codes(LandMap map) {
        return map.cells().stream().map(cell -> cell.code().digits() + cell.outline()).toList();
    }
}
