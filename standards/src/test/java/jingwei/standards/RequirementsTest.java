package jingwei.standards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// 需求清单: no id is lost and every one says something in both languages.
class RequirementsTest {

    private final Requirements requirements = Requirements.load();

    @Test
    void everyGroupIsWhole() {
        Map<String, Long> groups = requirements.all().stream()
                .collect(Collectors.groupingBy(each -> each.id().replaceAll("[-0-9]", ""), Collectors.counting()));
        assertThat(groups)
                .containsEntry("ACQ", 29L)
                .containsEntry("ACC", 24L)
                .containsEntry("COL", 23L)
                .containsEntry("CMD", 10L)
                .containsEntry("EVA", 12L)
                .containsEntry("GEO", 6L)
                .containsEntry("APM", 12L)
                .containsEntry("BDR", 11L)
                .containsEntry("EXC", 8L)
                .containsEntry("SEC", 6L)
                .containsEntry("VAL", 6L)
                .containsEntry("T", 41L)
                .containsEntry("DEV", 23L)
                .containsEntry("GCF", 10L)
                .containsEntry("PRF", 11L)
                .containsEntry("A", 12L);
        assertThat(requirements.all()).hasSize(272);
    }

    @Test
    void everyRequirementSpeaksBothLanguagesAndNamesItsSource() {
        assertThat(requirements.all()).allSatisfy(each -> {
            assertThat(each.paraphrase().zh()).endsWith("。").matches(".*\\p{IsHan}.*");
            assertThat(each.paraphrase().en()).endsWith(".");
            assertThat(each.source()).isNotBlank();
        });
    }

    @Test
    void theNineSubsystemsAreThere() {
        for (String subsystem : List.of(
                "监管数据无线采集", "监督中心受理", "协同工作", "监督指挥", "综合评价", "地理编码", "应用维护", "基础数据资源管理", "数据交换")) {
            assertThat(requirements.of(subsystem)).as(subsystem).isNotEmpty();
        }
    }

    @Test
    void whatWasNotReadIsUnverified() {
        Requirement twoAxes = requirements.find("SEC-01").orElseThrow();
        assertThat(twoAxes.obligation()).isEqualTo(Requirement.Obligation.STD);
        assertThat(twoAxes.unverified()).isFalse();
        assertThat(requirements.find("T10").orElseThrow().unverified()).isTrue();
        assertThat(requirements.find("A4").orElseThrow().unverified()).isTrue();
        assertThat(requirements.find("ACQ-99")).isEmpty();
    }
}
