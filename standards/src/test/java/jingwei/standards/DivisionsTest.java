package jingwei.standards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// 行政区划: both days whole, and what became of the codes of 2016.
class DivisionsTest {

    private final Divisions before = Divisions.load(Divisions.State.Y2016);
    private final Divisions after = Divisions.load(Divisions.State.Y2023);

    @Test
    void everyRegionHasItsParent() {
        assertThat(before.all()).hasSize(3392);
        assertThat(after.all()).hasSize(3453);
        for (Divisions divisions : List.of(before, after)) {
            assertThat(divisions.children(Divisions.LUOYANG)).hasSize(15);
            assertThat(divisions.all()).allSatisfy(each -> {
                RegionCode parent = each.code().parent().orElseThrow();
                assertThat(parent.equals(Divisions.LUOYANG) || divisions.find(parent).isPresent())
                        .isTrue();
            });
        }
    }

    @Test
    void namesAndChildren() {
        assertThat(before.find(RegionCode.of("410381")).orElseThrow().name()).isEqualTo("偃师市");
        assertThat(after.find(RegionCode.of("410381"))).isEmpty();
        assertThat(after.find(RegionCode.of("410307")).orElseThrow().name()).isEqualTo("偃师区");
        assertThat(before.children(RegionCode.of("410303"))).isNotEmpty().allSatisfy(each -> assertThat(each.level())
                .isEqualTo(RegionCode.Level.SUBDISTRICT));
        assertThat(after.fullName(RegionCode.of("410303002"))).contains("西工区金谷园路街道");
        assertThat(after.fullName(RegionCode.of("410399"))).isEmpty();
    }

    @Test
    void everyCodeOf2016IsAccountedFor() {
        List<Divisions.CodeChange> changes = Divisions.changes();
        assertThat(changes).hasSize(4119);
        assertThat(changes.stream().map(Divisions.CodeChange::code2016).filter(Objects::nonNull))
                .containsExactlyInAnyOrderElementsOf(before.all().stream().map(Divisions.Division::code).toList());
        assertThat(changes.stream().map(Divisions.CodeChange::code2023).filter(Objects::nonNull).distinct())
                .containsExactlyInAnyOrderElementsOf(after.all().stream().map(Divisions.Division::code).toList());
        assertThat(Divisions.successorsOf(RegionCode.of("410303002"), changes))
                .containsExactly(RegionCode.of("410303002"));
        assertThat(Divisions.successorsOf(RegionCode.of("410305009"), changes))
                .containsExactly(RegionCode.of("410371003"));
        assertThat(Divisions.successorsOf(RegionCode.of("410381"), changes)).contains(RegionCode.of("410307"));
        assertThat(Divisions.successorsOf(RegionCode.of("410306"), changes)).containsExactly(RegionCode.of("410308"));
        assertThat(Divisions.successorsOf(RegionCode.of("410399"), changes)).isEmpty();
    }
}
