package jingwei.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import jingwei.simulator.Requirement;
import jingwei.standards.AreaClass;
import jingwei.standards.ClassCode;
import jingwei.standards.RefusedException;
import jingwei.standards.RegionCode;
import jingwei.standards.TimeLimit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// 规范快照, without a database: limits (ACC-07), proposals (COL-05), holes (N115).
@Requirement({"ACC-07", "COL-05"})
class SheetTest {

    private static final ClassCode WELL = ClassCode.component("0101");
    private static final ClassCode GARBAGE = ClassCode.event("0102");
    private static final RegionCode JIANXI = RegionCode.of("410305");
    private static final RegionCode STREET = RegionCode.of("410305001");
    private static final Predicate<String> ALL_SERVE = unit -> true;

    private final Sheet sheet = Sheet.standard(Responsibility.of("component-01", "all", "water"),
            Responsibility.of("event", "region:410305", "jianxi"), Responsibility.of("event", "all", "city"),
            Responsibility.of("event", "duty-grid:X01", "market"),
            new Responsibility(new ClassScope("event-0103"), AreaScope.everywhere(), "sanitation", 10));

    @Test
    void theConditionBringsLimitAndClosingCondition() {
        FilingCondition first = sheet.condition(WELL, 1).orElseThrow();
        assertThat(first.limit(AreaClass.A)).contains(TimeLimit.of("2 紧急工作时"));
        assertThat(first.limit(AreaClass.ALL)).contains(TimeLimit.of("2 紧急工作时"));
        assertThat(first.closing()).isEqualTo("已复位或复原");
        assertThat(first.basis()).startsWith("derived");
        assertThat(sheet.conditions(WELL)).extracting(FilingCondition::number).startsWith(1, 2, 3);
        assertThat(sheet.condition(WELL, 99)).isEmpty();
        assertThat(sheet.conditions(ClassCode.component("9901"))).isEmpty();
    }

    @Test
    void classesAreFoundByCodeAndByName() {
        assertThat(sheet.findClasses("井盖")).extracting(ClassEntry::code).contains(WELL);
        assertThat(sheet.findClasses("0101")).extracting(ClassEntry::code)
                .containsExactly(WELL, ClassCode.event("0101"));
        assertThat(sheet.findClasses("event-0102")).extracting(ClassEntry::code).containsExactly(GARBAGE);
        assertThat(sheet.findClasses("龙")).isEmpty();
        assertThat(sheet.entry(WELL).orElseThrow().majorName().zh()).isEqualTo("公用设施");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "component-0101, 410305001, -,   owner, keeper, owner,   OWNER",
            "component-0101, 410305001, -,   -,     keeper, keeper,  MAINTAINER",
            "component-0101, 410305001, -,   -,     -,      water,   TERRITORY",
            "component-0301, 410305001, -,   -,     -,      -,       NOBODY",
            "event-0102,     410305001, -,   owner, keeper, jianxi,  TERRITORY",
            "event-0102,     410303001, -,   owner, keeper, city,    TERRITORY",
            "event-0102,     410305001, X01, -,     -,      market,  TERRITORY",
            "event-0102,     410305001, X02, -,     -,      jianxi,  TERRITORY",
            "event-0103,     410305001, X01, owner, -,      sanitation, TERRITORY"})
    void aComponentGoesToItsOwnerFirstAndAnEventToTheTerritory(String code, String region, String dutyGrid,
            String owner, String maintainer, String unit, UnitProposal.Ground ground) {
        UnitProposal proposal = sheet.propose(ClassCode.of(code), List.of(RegionCode.of(region)), dutyGrid,
                Optional.ofNullable(owner), Optional.ofNullable(maintainer), ALL_SERVE);
        assertThat(proposal.unit()).isEqualTo(Optional.ofNullable(unit));
        assertThat(proposal.ground()).isEqualTo(ground);
        assertThat(proposal.reason().zh()).isNotBlank();
        assertThat(proposal.reason().en()).isNotBlank();
    }

    @Test
    void anEventWithoutTerritoryGoesToTheOwner() {
        Sheet bare = Sheet.standard();
        assertThat(bare.propose(GARBAGE, List.of(STREET), null, Optional.of("owner"), Optional.empty(), ALL_SERVE)
                .ground()).isEqualTo(UnitProposal.Ground.OWNER);
    }

    @Test
    void aUnitThatNoLongerServesIsPassedOver() {
        assertThat(sheet.propose(GARBAGE, List.of(STREET), null, Optional.empty(), Optional.empty(),
                unit -> !unit.equals("jianxi")).unit()).contains("city");
        assertThat(sheet.propose(WELL, List.of(STREET), null, Optional.of("owner"), Optional.empty(),
                unit -> !unit.equals("owner")).unit()).contains("water");
    }

    @Test
    void holesAreClassesWithoutAUnitInAnArea() {
        Sheet some = Sheet.standard(Responsibility.of("event", "region:410305", "jianxi"),
                Responsibility.of("component", "all", "city"));
        assertThat(some.holes(List.of(JIANXI))).isEmpty();
        List<Hole> holes = some.holes(List.of(JIANXI, RegionCode.of("410303")));
        assertThat(holes).isNotEmpty().allSatisfy(hole -> assertThat(hole.toString()).startsWith("event-")
                .endsWith("@region:410303"));
        assertThat(some.holes(List.of())).hasSameSizeAs(holes);
        assertThat(Sheet.standard(Responsibility.of("all", "all", "city")).holes(List.of())).isEmpty();
        Sheet subdistrict = Sheet.standard(Responsibility.of("all", "region:410305001", "city"));
        assertThat(subdistrict.holes(List.of(STREET))).isEmpty();
        assertThat(subdistrict.holes(List.of(JIANXI))).as("part of a district is not the district").isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"component-1", "road", "component-0101-1", "''"})
    void aMalformedRangeOfClassesIsRefused(String text) {
        assertThat(((RefusedException) catchThrowable(() -> new ClassScope(text))).refusal().code())
                .isEqualTo("class-scope-malformed");
    }

    @ParameterizedTest
    @CsvSource({"410305, area-scope-malformed", "duty-grid:, area-scope-malformed", "region:4103050, region-code-malformed"})
    void aMalformedRangeOfAreaIsRefused(String text, String code) {
        assertThat(((RefusedException) catchThrowable(() -> new AreaScope(text))).refusal().code()).isEqualTo(code);
    }
}
