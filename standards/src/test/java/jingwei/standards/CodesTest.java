package jingwei.standards;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// 代码: what is read is what is printed, parts come back out, and bad codes are named.
class CodesTest {

    @Provide
    Arbitrary<RegionCode> communities() {
        return Combinators.combine(
                        Arbitraries.integers().between(10, 82),
                        Arbitraries.integers().between(1, 99),
                        Arbitraries.integers().between(1, 99),
                        Arbitraries.integers().between(1, 999),
                        Arbitraries.integers().between(1, 999))
                .as((province, city, district, street, community) ->
                        RegionCode.of("%02d%02d%02d%03d%03d".formatted(province, city, district, street, community)));
    }

    @Provide
    Arbitrary<ClassCode> classes() {
        return Combinators.combine(
                        Arbitraries.of(ClassKind.class),
                        Arbitraries.integers().between(1, 99),
                        Arbitraries.integers().between(1, 99))
                .as((kind, major, minor) -> new ClassCode(kind, "%02d%02d".formatted(major, minor)));
    }

    @Property
    void aRegionLiesInEveryRegionAboveIt(@ForAll("communities") RegionCode community) {
        assertThat(RegionCode.of(community.toString())).isEqualTo(community);
        RegionCode walk = community;
        while (walk.parent().isPresent()) {
            RegionCode parent = walk.parent().get();
            assertThat(parent.contains(community)).isTrue();
            assertThat(walk.contains(parent)).isFalse();
            assertThat(community.at(parent.level())).isEqualTo(parent);
            walk = parent;
        }
        assertThat(walk.level()).isEqualTo(RegionCode.Level.CITY);
    }

    @Property
    void aGridCodeOfEitherLengthKeepsCommunityAndSequence(
            @ForAll("communities") RegionCode community, @ForAll @IntRange(min = 1, max = 99) int sequence) {
        for (int length : new int[] {14, 15}) {
            UnitGridCode code = UnitGridCode.of(community, sequence, length);
            assertThat(code.digits()).hasSize(length);
            assertThat(UnitGridCode.of(code.toString())).isEqualTo(code);
            assertThat(code.community()).isEqualTo(community);
            assertThat(code.sequence()).isEqualTo(sequence);
        }
    }

    @Property
    void aComponentCodeKeepsItsParts(
            @ForAll("communities") RegionCode community,
            @ForAll("classes") ClassCode classCode,
            @ForAll @IntRange(min = 1, max = 999_999) int sequence) {
        RegionCode district = community.at(RegionCode.Level.DISTRICT);
        ClassCode component = new ClassCode(ClassKind.COMPONENT, classCode.minor());
        ComponentCode code = ComponentCode.of(district, component, sequence);
        assertThat(ComponentCode.of(code.toString())).isEqualTo(code);
        assertThat(code.district()).isEqualTo(district);
        assertThat(code.classCode()).contains(component);
        assertThat(code.sequence()).isEqualTo(sequence);
        EventCode event = EventCode.of(district, new ClassCode(ClassKind.EVENT, classCode.minor()));
        assertThat(EventCode.of(event.toString())).isEqualTo(event);
        assertThat(event.classCode()).contains(new ClassCode(ClassKind.EVENT, classCode.minor()));
    }

    @Property
    void aClassCodeIsReadAsPrinted(@ForAll("classes") ClassCode code) {
        assertThat(ClassCode.of(code.toString())).isEqualTo(code);
        assertThat(code.minor()).startsWith(code.major()).endsWith("%02d".formatted(code.number()));
    }

    @Property
    void anyOtherTextIsRefusedAndNeverBreaks(@ForAll String text) {
        Refusals.codeOrNone(() -> RegionCode.of(text));
        Refusals.codeOrNone(() -> UnitGridCode.of(text));
        Refusals.codeOrNone(() -> ComponentCode.of(text));
        Refusals.codeOrNone(() -> EventCode.of(text));
        Refusals.codeOrNone(() -> ClassCode.of(text));
        Refusals.codeOrNone(() -> TimeLimit.of(text));
    }

    @Test
    void theSuccessorsLongerCodesAreTheirOwnLayout() {
        assertThat(ComponentCode.of("41030301001000123").classCode()).contains(ClassCode.component("0101"));
        assertThat(ComponentCode.of("41030301153000123").classCode()).isEmpty();
        assertThat(ComponentCode.of("41030301153000123").sequence()).isEqualTo(123);
        assertThat(EventCode.of("41030306003").classCode()).isEmpty();
        assertThat(UnitGridCode.of("41030300100201").edition()).isEqualTo(Edition.CJT_213_2005);
        assertThat(UnitGridCode.of("410303001002001").edition()).isEqualTo(Edition.GBT_30428);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "410", "41030", "4103030", "41030300100", "410300", "410303000", "0103", "4103x3"})
    void aBadRegionCodeIsNamed(String text) {
        assertThat(Refusals.code(() -> RegionCode.of(text))).isEqualTo("region-code-malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4103030010020", "4103030010020011", "41030300100200", "410303001002000", "41030300100２01"})
    void aBadGridCodeIsNamed(String text) {
        assertThat(Refusals.code(() -> UnitGridCode.of(text))).isEqualTo("unit-grid-code-malformed");
    }

    @Test
    void aGridCodeWithAnImpossibleRegionNamesTheRegion() {
        assertThat(Refusals.code(() -> UnitGridCode.of("41030300000101"))).isEqualTo("region-code-malformed");
        assertThat(Refusals.code(() -> UnitGridCode.of(RegionCode.of("410303001002"), 100, 14)))
                .isEqualTo("unit-grid-code-malformed");
        assertThat(Refusals.code(() -> UnitGridCode.of(RegionCode.of("410303001"), 1, 14)))
                .isEqualTo("unit-grid-code-malformed");
    }

    @Test
    void badComponentEventAndClassCodesAreNamed() {
        assertThat(Refusals.code(() -> ComponentCode.of("410303010100012"))).isEqualTo("component-code-malformed");
        assertThat(Refusals.code(() -> ComponentCode.of("4103030101000000"))).isEqualTo("component-code-malformed");
        assertThat(Refusals.code(() -> ComponentCode.of(RegionCode.of("4103"), ClassCode.component("0101"), 1)))
                .isEqualTo("component-code-malformed");
        assertThat(Refusals.code(() -> EventCode.of("410303"))).isEqualTo("event-code-malformed");
        assertThat(Refusals.code(() -> ClassCode.of("0101"))).isEqualTo("class-code-malformed");
        assertThat(Refusals.code(() -> ClassCode.of("component-101"))).isEqualTo("class-code-malformed");
        assertThat(Refusals.code(() -> ClassCode.of("component-0100"))).isEqualTo("class-code-malformed");
        assertThat(Refusals.code(() -> ClassCode.of("thing-0101"))).isEqualTo("class-code-malformed");
        assertThat(Refusals.code(() -> ClassKind.of("thing"))).isEqualTo("class-kind-unknown");
        assertThat(Refusals.code(() -> AreaClass.of("D"))).isEqualTo("area-class-unknown");
        assertThat(Refusals.code(() -> Edition.of("CJ/T 1"))).isEqualTo("edition-unknown");
    }

    @Test
    void editionsAreFoundByNumberAndById() {
        for (Edition edition : Edition.values()) {
            assertThat(Edition.of(edition.number())).isEqualTo(edition);
            assertThat(Edition.of(edition.id())).isEqualTo(edition);
        }
    }
}
