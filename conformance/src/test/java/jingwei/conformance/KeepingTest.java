package jingwei.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jingwei.simulator.Requirement;
import jingwei.simulator.wire.Line;
import jingwei.simulator.wire.Reply;
import org.junit.jupiter.api.Test;

/// 备份、恢复与日志链, by the commands an operator would type: a system is backed up, restored on another folder, and goes on there
/// with its cases, its people and an unbroken journal.
class KeepingTest {

    private static final String KEY = "Peony-in-April-2026";

    @Test
    @Requirement({"APM-12", "APM-09", "SEC-05"})
    void aSystemIsRestoredElsewhereAndGoesOn() throws Exception {
        String number;
        PackedServer first = PackedServer.start(Map.of("JINGWEI_SIMULATOR", "off"));
        try (Line line = new Line(first.address(), first.accounts(), "luoyang")) {
            Reply begun = line.post("collector-1", "/api/cases", Map.of("act", "report", "particulars", Map.of(
                    "classCode", "component-0101", "condition", 1, "description", "井盖破损",
                    "point", Map.of("longitude", 112.436, "latitude", 34.675),
                    "evidence", List.of(Map.of("hash", line.photo("collector-1", "cover"), "kind", "BEFORE")))));
            assertThat(begun.done()).as("%s", begun).isTrue();
            number = begun.body().path("number").asString();
        } finally {
            first.close();
        }

        Path file = first.data().resolve("city.backup");
        assertThat(PackedServer.command(first.data(), KEY, "backup", file.toString())).contains("完成");
        assertThat(PackedServer.command(first.data(), KEY, "drill", file.toString())).contains("完成");
        Path elsewhere = PackedServer.folder();
        assertThat(PackedServer.command(elsewhere, "another-key-2026", "restore", file.toString())).contains("口令不对").contains("没有写入任何数据");
        assertThat(PackedServer.command(elsewhere, KEY, "restore", file.toString())).contains("完成");
        assertThat(PackedServer.command(elsewhere, KEY, "restore", file.toString())).contains("空系统");

        Files.copy(first.accountsFile(), elsewhere.resolve("demo-accounts.csv"));
        try (PackedServer second = PackedServer.start(elsewhere, Map.of("JINGWEI_SIMULATOR", "off"));
                Line line = new Line(second.address(), second.accounts(), "luoyang")) {
            Reply found = line.get("operator-1", "/api/cases/" + number);
            assertThat(found.done()).as("%s", found).isTrue();
            String photo = found.body().findPath("hash").asString();
            assertThat(line.post("operator-1", "/api/cases/" + number + "/acts", Map.of("act", "accept", "particulars", Map.of()))
                    .done()).isTrue();
            assertThat(photo).isNotBlank();
            assertThat(line.page("operator-1", "/api/media/" + photo)).isNotEmpty();
            Reply chain = line.get("administrator-1", "/api/journal/chain");
            assertThat(chain.body().path("holds").asBoolean()).as("%s", chain).isTrue();
            assertThat(chain.body().path("links").asInt()).isPositive();
            Path links = Files.writeString(elsewhere.resolve("chain.txt"), line.page("administrator-1", "/api/journal/chain/links"));
            assertThat(PackedServer.command(elsewhere, KEY, "verify-journal", links.toString())).contains("链完好");
            Files.writeString(links, Files.readString(links).replaceFirst("(?m)$", "!"));
            assertThat(PackedServer.command(elsewhere, KEY, "verify-journal", links.toString())).contains("altered").contains("链已断");
        }
    }
}
