package jingwei.standards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// 分类目录: both editions whole, their difference, and local classes.
class ClassCatalogueTest {

    private final ClassCatalogue cjt = ClassCatalogue.load(Edition.CJT_214_2007);
    private final ClassCatalogue gbt = ClassCatalogue.load(Edition.GBT_30428);

    @Test
    void everyClassIsThereUnderItsMajor() {
        assertThat(cjt.minors(ClassKind.COMPONENT)).hasSize(85);
        assertThat(cjt.minors(ClassKind.EVENT)).hasSize(55);
        assertThat(cjt.majors()).hasSize(13);
        assertThat(gbt.minors(ClassKind.COMPONENT)).hasSize(118);
        assertThat(gbt.minors(ClassKind.EVENT)).hasSize(77);
        assertThat(gbt.majors()).hasSize(11);
        for (ClassCatalogue catalogue : List.of(cjt, gbt)) {
            assertThat(catalogue.minors()).allSatisfy(minor -> assertThat(
                            catalogue.major(minor.code().kind(), minor.code().major()))
                    .isPresent());
        }
    }

    @Test
    void theSameDigitsMeanDifferentThings() {
        assertThat(cjt.get(ClassCode.component("0101")).name().zh()).isEqualTo("上水井盖");
        assertThat(cjt.get(ClassCode.event("0101")).name().zh()).isEqualTo("私搭乱建");
        assertThat(cjt.major(ClassKind.EVENT, "04").orElseThrow().name().zh()).isEqualTo("突发事件");
        assertThat(gbt.major(ClassKind.EVENT, "04").orElseThrow().name().zh()).isEqualTo("街面秩序");
    }

    @Test
    void anUnknownClassAndAnEditionWithoutClassesAreRefused() {
        assertThat(Refusals.code(() -> cjt.get(ClassCode.component("0999")))).isEqualTo("class-unknown");
        assertThat(Refusals.code(() -> ClassCatalogue.load(Edition.CJJ_103_2004))).isEqualTo("no-class-catalogue");
    }

    @Test
    void aCityNumbersItsClassesInMajor21() {
        ClassCode first = cjt.nextLocal(ClassKind.COMPONENT, "21").orElseThrow();
        assertThat(first).isEqualTo(ClassCode.component("2101"));
        ClassCatalogue local = cjt.extendedBy(List.of(own(first)));
        assertThat(local.get(first).name().zh()).isEqualTo("共享单车停放点");
        assertThat(local.nextLocal(ClassKind.COMPONENT, "21")).contains(ClassCode.component("2102"));
        assertThat(cjt.nextLocal(ClassKind.COMPONENT, "01")).isEmpty();
        assertThat(Refusals.code(() -> cjt.extendedBy(List.of(own(ClassCode.component("0199"))))))
                .isEqualTo("class-not-local");
        assertThat(Refusals.code(() -> local.extendedBy(List.of(own(first))))).isEqualTo("class-taken");
    }

    @Test
    void underTheNationalStandardItNumbersDownwardsFrom99InsideEachMajor() {
        ClassCode first = gbt.nextLocal(ClassKind.COMPONENT, "01").orElseThrow();
        assertThat(first).isEqualTo(ClassCode.component("0199"));
        ClassCatalogue local = gbt.extendedBy(List.of(own(first)));
        assertThat(local.nextLocal(ClassKind.COMPONENT, "01")).contains(ClassCode.component("0198"));
        assertThat(gbt.nextLocal(ClassKind.COMPONENT, "21")).isEmpty();
        assertThat(Refusals.code(() -> gbt.extendedBy(List.of(own(ClassCode.component("0116"))))))
                .isEqualTo("class-not-local");
    }

    @Test
    void everyMappedClassStandsInItsCatalogue() {
        ClassMapping mapping = ClassMapping.load();
        assertThat(mapping.lines()).hasSize(140);
        for (ClassMapping.Line line : mapping.lines()) {
            assertThat(cjt.get(line.from()).name().zh()).isEqualTo(line.fromName());
            ClassCode to = line.to();
            if (to != null) {
                assertThat(gbt.get(to).name().zh()).isEqualTo(line.toName());
            }
        }
        assertThat(mapping.successorOf(ClassCode.event("0511"))).contains(ClassCode.event("0107"));
        assertThat(mapping.successorOf(ClassCode.event("0409"))).isEmpty();
        assertThat(mapping.predecessorsOf(ClassCode.event("0203")))
                .containsExactly(ClassCode.event("0202"), ClassCode.event("0203"));
    }

    private static ClassCatalogue.MinorClass own(ClassCode code) {
        return new ClassCatalogue.MinorClass(
                code,
                Text.of("共享单车停放点", "Shared-bicycle parking spot"),
                ClassCatalogue.Geometry.POINT,
                "local",
                Confidence.OURS);
    }
}
