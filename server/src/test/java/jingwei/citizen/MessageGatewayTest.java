package jingwei.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jingwei.door.TestClient;
import jingwei.door.TestServer;
import jingwei.notice.Outgoing;
import jingwei.simulator.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// 短信与邮件网关: configured to drop files, so that the whole way is walked: a code to the phone, the report with it, the answer at the end.
class MessageGatewayTest {

    private static final String HOME = "/api/citizen/luoyang";
    @TempDir
    static Path folder;
    private static TestServer server;
    private static TestClient anyone;

    @BeforeAll
    static void open() {
        server = TestServer.open(Map.of("jingwei.demo", true, "jingwei.sms", "file:" + folder.resolve("sms"),
                "jingwei.mail", "file:" + folder.resolve("mail"), "jingwei.outgoing.every", "PT1H"));
        anyone = TestClient.of(server);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static List<JsonNode> dropped(String where) {
        try (Stream<Path> files = Files.list(folder.resolve(where))) {
            return files.filter(file -> file.toString().endsWith(".json")).map(file -> JsonMapper.shared().readTree(file.toFile())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestClient as(String account) throws IOException {
        String password = Files.readAllLines(server.data().resolve("demo-accounts.csv")).stream().map(line -> line.split(","))
                .filter(cells -> cells[0].equals("luoyang") && cells[2].equals(account)).findFirst().orElseThrow()[3];
        return TestClient.of(server).signIn("luoyang", account, password);
    }

    private static Map<String, Object> report(String code) {
        Map<String, Object> report = new LinkedHashMap<>(Map.of("id", UUID.randomUUID().toString(), "words", "路口的路灯不亮了",
                "classCode", "component-0118", "point", Map.of("longitude", 112.4412, "latitude", 34.6701), "phone", "13900000031",
                "email", "reader@example.org", "wantsReply", true));
        report.put("phoneCode", code);
        return report;
    }

    @Test
    @Requirement({"PUB-01", "ACC-04"})
    void aCodeConfirmsThePhoneAndTheAnswerGoesOutByMessageAndMail() throws IOException {
        assertThat(anyone.get(HOME).json().path("sendsCodes").asBoolean()).isTrue();
        assertThat(anyone.post(HOME + "/codes", Map.of("phone", "13900000031")).status()).isEqualTo(202);
        JsonNode message = dropped("sms").getFirst();
        assertThat(message.path("phone").asString()).isEqualTo("13900000031");
        Matcher code = Pattern.compile("\\d{6}").matcher(message.path("text").asString());
        assertThat(code.find()).isTrue();
        assertThat(anyone.post(HOME + "/reports", report("000000".equals(code.group()) ? "111111" : "000000")).code())
                .isEqualTo("phone-code-wrong");
        JsonNode receipt = anyone.post(HOME + "/reports", report(code.group())).json();
        assertThat(receipt.path("confirmed").asBoolean()).as(receipt.toString()).isTrue();

        TestClient operator = as("operator-1");
        String number = receipt.path("number").asString();
        assertThat(operator.post("/api/cases/" + number + "/acts", Map.of("act", "decline", "particulars", Map.of("reason", "不属城市管理职责")))
                .status()).isEqualTo(200);
        assertThat(dropped("sms")).as("nothing leaves inside the deed").hasSize(1);
        server.room(Outgoing.class).send();
        server.room(Outgoing.class).send();
        assertThat(dropped("sms")).hasSize(2).anyMatch(each -> each.path("text").asString().contains(number));
        assertThat(dropped("mail")).hasSize(1).allMatch(each -> each.path("mail").asString().equals("reader@example.org"));
        assertThat(anyone.post(HOME + "/reports", report("abc")).code()).isEqualTo("phone-code-wrong");
        Map<String, Object> wrong = report(null);
        wrong.put("email", "nobody");
        assertThat(anyone.post(HOME + "/reports", wrong).code()).isEqualTo("report-incomplete");
    }

    @Test
    @Requirement("SEC-03")
    void afterTheTermNobodyIsNamedAnyMoreAndTheReportIsStillFollowed() throws IOException {
        Map<String, Object> said = report(null);
        said.put("phone", "13900000032");
        said.put("name", "王小二");
        JsonNode receipt = anyone.post(HOME + "/reports", said).json();
        String reporter = "/api/citizen-reports/" + receipt.path("number").asString() + "/reporter";
        server.room(ReporterDesk.class).forget();
        assertThat(as("operator-1").get(reporter).json().path("phone").asString()).as("within the term").isEqualTo("13900000032");
        TestClient administrator = as("administrator-1");
        Map<String, Object> settings = new LinkedHashMap<>(Map.of("open", true, "fallbackClass", "event-0102", "offeredClasses", List.of(), "perPhoneDay", 5,
                "perAddressHour", 1000, "maskAfterDays", 1, "rewardPoints", 10, "centerPhone", "12319"));
        assertThat(administrator.put("/api/citizen-settings", settings).status()).isEqualTo(200);
        Instant now = Instant.parse(administrator.get("/api/clock").json().path("now").asString());
        assertThat(administrator.put("/api/clock", Map.of("moveTo", now.plus(Duration.ofDays(2)).toString())).status()).isEqualTo(200);
        server.room(ReporterDesk.class).forget();
        JsonNode masked = as("operator-1").get(reporter).json();
        assertThat(masked.path("phone").isNull() || masked.path("phone").isMissingNode()).as(masked.toString()).isTrue();
        assertThat(masked.path("name").isNull() || masked.path("name").isMissingNode()).isTrue();
        assertThat(masked.path("maskedAt").asString()).isNotBlank();
        assertThat(anyone.get(HOME + "/reports/" + receipt.path("number").asString() + "?code=" + receipt.path("code").asString()).status())
                .as("the citizen still follows it").isEqualTo(200);
    }
}
