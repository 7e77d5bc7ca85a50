package jingwei.conformance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import jingwei.conformance.PackedServer;
import jingwei.simulator.Requirement;
import jingwei.simulator.Simulator;
import jingwei.simulator.wire.HttpTheatre;
import jingwei.simulator.wire.Line;
import org.junit.jupiter.api.Test;

/// 验收资料打印: the cast works for some hours of business, then the dossier is printed to `target/acceptance.md` (`make acceptance`).
class AcceptanceTest {

    private static final Duration SOME = Duration.ofHours(Integer.getInteger("jingwei.hours", 12));
    private static final double RATE = 1_200;

    @Test
    @Requirement({"VAL-01", "VAL-06"})
    void theDossierAnswersTheFiveViewsFromARunningPlatform() throws IOException {
        try (PackedServer server = PackedServer.start(Map.of("JINGWEI_SIMULATOR", "off", "JINGWEI_RATE", "0", "JINGWEI_DEMO_CLOCK", "2026-10-12T00:00:00Z"));
                Line line = new Line(server.address(), server.accounts(), "luoyang", "zh")) {
            HttpTheatre clock = new HttpTheatre(line);
            Instant until = clock.now().plus(SOME);
            Map<String, Integer> performed;
            try (Simulator simulator = Simulator.start(server.address(), server.accounts(), 1, RATE)) {
                while (clock.now().isBefore(until)) {
                    LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
                }
                performed = simulator.performed();
            }
            List<String> page = new Dossier(line).print(performed);
            Files.write(Files.createDirectories(Path.of("..", "target")).resolve("acceptance.md"), page);
            String text = String.join("\n", page);
            assertThat(text).contains("一、管理模式与组织机构", "二、地理空间数据", "三、软硬件", "四、运行结果", "五、文档资料");
            assertThat(text).contains("监督与指挥两轴分立 | 是").contains("，0 处错误，结论 CHECKED").contains("监管数据无线采集", "数据交换", "业务流程");
            assertThat(performed).as("the loop was gone round").containsKeys("report", "file", "dispatch", "handle", "pass-check", "close");
            assertThat(page.stream().filter(row -> row.matches("\\| .+ \\| .+ \\| .+ \\| .+ \\| .+ \\| [A-E] \\|"))).as("units are graded").isNotEmpty();
        }
    }
}
