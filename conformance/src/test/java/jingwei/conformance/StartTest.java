package jingwei.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import jingwei.simulator.wire.Line;
import org.junit.jupiter.api.Test;

/// 启动与停止: the packed server as an operator meets it, when all is well and when it is not.
class StartTest {

    private static final Map<String, String> EMPTY = Map.of("JINGWEI_DEMO", "off");

    @Test
    void aTakenPortIsOneSentence() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            refused(PackedServer.launch(PackedServer.folder(), other.getLocalPort(), EMPTY),
                    "端口 " + other.getLocalPort() + " 已被占用");
        }
    }

    @Test
    void whatTheEnvironmentSaysWronglyIsOneSentence() throws Exception {
        refused(PackedServer.launch(PackedServer.folder(), 0, EMPTY), "PORT=0 不是端口号");
        refused(PackedServer.launch(PackedServer.folder(), PackedServer.freePort(),
                Map.of("JINGWEI_DB_URL", "jdbc:postgresql://127.0.0.1:1/none")), "必须同时给 JINGWEI_DB_USER");
        refused(PackedServer.launch(PackedServer.folder(), PackedServer.freePort(), Map.of("JINGWEI_DB_URL",
                "jdbc:postgresql://127.0.0.1:1/none", "JINGWEI_DB_USER", "a", "JINGWEI_DB_PASSWORD", "b",
                "JINGWEI_DB_OWNER_USER", "c", "JINGWEI_DB_OWNER_PASSWORD", "d")), "连不上数据库");
    }

    @Test
    void theFolderOfAnotherPostgresIsOneSentence() throws Exception {
        Path data = PackedServer.folder();
        Files.writeString(Files.createDirectories(data.resolve("postgres")).resolve("PG_VERSION"), "99\n");
        refused(PackedServer.launch(data, PackedServer.freePort(), EMPTY), "PostgreSQL 99 的数据");
    }

    @Test
    void aMissingJdkIsOneSentence() throws Exception {
        ProcessBuilder without = new ProcessBuilder("/bin/bash", Path.of("..", "scripts", "jdk").toString())
                .redirectErrorStream(true);
        without.environment().clear();
        without.environment().putAll(Map.of("HOME", "/nowhere", "PATH", "/usr/bin:/bin", "JVM_FOLDER", "/nowhere"));
        Process missing = without.start();
        String said = new String(missing.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(missing.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(missing.exitValue()).isOne();
        assertThat(said.strip().lines()).hasSize(1).first().asString().contains("没有找到 JDK 25");
    }

    @Test
    void anEmptySystemAsksForItsFirstAdministratorSurvivesKillAndTidiesUpWhenToldToStop() throws Exception {
        Path data = PackedServer.folder();
        String code;
        try (PackedServer first = PackedServer.start(data, EMPTY)) {
            code = code(first);
            refused(PackedServer.launch(data, PackedServer.freePort(), EMPTY), "正由另一个正在运行的服务使用");
            assertThat(health(first)).isEqualTo(200);
            first.kill();
            // PostgreSQL was left alone with its folder, as after a power cut of the server only.
            assertThat(data.resolve("postgres").resolve("postmaster.pid")).exists();
        }
        try (PackedServer again = PackedServer.start(data, EMPTY)) {
            assertThat(health(again)).isEqualTo(200);
            assertThat(code(again)).as("the code of a system without an administrator").isNotBlank();
            again.close();
            assertThat(again.awaitEnd()).isIn(0, 130, 143);
            assertThat(data.resolve("postgres").resolve("postmaster.pid")).doesNotExist();
        }
        assertThat(code).isNotBlank();
    }

    @Test
    void aDemonstrationCutShortIsFinishedByTheNextStart() throws Exception {
        PackedServer first = PackedServer.launch(PackedServer.folder(), PackedServer.freePort(), Map.of("JINGWEI_SIMULATOR", "off"));
        first.awaitSaid("建立平台 setting up 新安县");
        first.kill();
        assertThat(first.accountsFile()).doesNotExist();
        try (PackedServer again = first.again()) {
            assertThat(again.console()).contains("建立平台 setting up 新安县").doesNotContain("建立平台 setting up 洛阳市");
            for (String platform : List.of("luoyang", "xinan")) {
                try (Line line = new Line(again.address(), again.accounts(), platform)) {
                    assertThat(line.get("administrator-1", "/api/exchange/partners").body()).hasSize(1);
                }
            }
        }
    }

    private static String code(PackedServer server) {
        var found = Pattern.compile("首次启动码 code of the first start +(\\S+)").matcher(server.console());
        assertThat(found.find()).as(server.console()).isTrue();
        return found.group(1);
    }

    private static int health(PackedServer server) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(server.address() + "/api/health")).build(),
                    HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    /// Ends with status 1 and one sentence that says this; nothing of the program's inside.
    private static void refused(PackedServer server, String sentence) throws InterruptedException {
        assertThat(server.awaitEnd()).as(server.console()).isOne();
        assertThat(server.console()).contains("无法启动 cannot start: ").contains(sentence)
                .doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(server.console().lines().filter(line -> line.contains("无法启动"))).hasSize(1);
    }
}
