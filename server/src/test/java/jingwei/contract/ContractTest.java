package jingwei.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jingwei.casework.CaseTown;
import jingwei.door.TestClient;
import jingwei.door.TestClient.Answer;
import jingwei.law.Committed;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/// 契约: the server serves exactly the committed `api/openapi.yaml`, and what it serves is fit to be relied on.
class ContractTest {

    private static final Set<String> SUBSYSTEMS = Set.of("collection", "acceptance", "cooperation", "overview", "evaluation",
            "geocoding", "maintenance", "basedata", "exchange");
    private static final Pattern KEBAB = Pattern.compile("/api(/[a-z0-9]+(-[a-z0-9]+)*|/\\{[a-z][A-Za-z]*}(\\.[a-z]+)?)*");

    private static String served;
    private static Map<String, Object> contract;

    /// An operation with its place in the contract.
    private record Operation(String place, Map<String, Object> said) {

        Object get(String key) {
            return said.get(key);
        }
    }

    @BeforeAll
    static void read() {
        Answer answer = TestClient.of(CaseTown.open().server()).get("/api/openapi.yaml");
        assertThat(answer.status()).isEqualTo(200);
        served = new String(answer.response().body(), StandardCharsets.UTF_8);
        contract = map(new Yaml().load(served));
    }

    @Test
    void theServerServesTheCommittedContract() {
        Committed.same("api/openapi.yaml", served);
    }

    @Test
    void itNamesItselfAndNoMachine() {
        assertThat(contract.get("openapi")).asString().startsWith("3.1");
        assertThat(map(contract.get("info"))).containsEntry("title", "经纬 Jingwei").containsKey("version");
        assertThat(contract).doesNotContainKey("servers");
        assertThat(served).doesNotContain("127.0.0.1", "localhost");
    }

    @Test
    void pathsAreKebabCase() {
        assertThat(map(contract.get("paths")).keySet()).allMatch(path -> KEBAB.matcher(path).matches()).hasSizeGreaterThan(40);
    }

    @Test
    void everyOperationBelongsToASubsystemAndSaysWhatItDoes() {
        Set<Object> names = new HashSet<>();
        List<String> faults = new ArrayList<>();
        for (Operation each : operations()) {
            List<?> tags = each.get("tags") instanceof List<?> list ? list : List.of();
            if (tags.isEmpty() || tags.size() > 2 || !SUBSYSTEMS.containsAll(tags)) {
                faults.add(each.place() + " tags " + tags);
            }
            if (!(each.get("summary") instanceof String summary) || summary.isBlank()) {
                faults.add(each.place() + " has no summary");
            }
            if (!names.add(each.get("operationId")) || String.valueOf(each.get("operationId")).contains("_")) {
                faults.add(each.place() + " operationId " + each.get("operationId"));
            }
            if (!map(each.get("responses")).containsKey("default")) {
                faults.add(each.place() + " documents no refusal");
            }
        }
        assertThat(faults).isEmpty();
    }

    /// Whether a write asks for a key is tried on the server, not read in its sources.
    @Test
    void theContractAsksForAKeyWhereTheServerDoes() {
        List<String> faults = new ArrayList<>();
        for (Operation each : operations()) {
            String[] place = each.place().split(" ");
            if (place[0].equals("get")) {
                continue;
            }
            boolean said = String.valueOf(each.get("parameters")).contains("Idempotency-Key");
            String path = place[1].replaceAll("\\{[^}]*}", "0198f2a4-6c1e-7a55-b0d4-0c7f5d0f2a11");
            // Ending the session is the last thing to try.
            if (path.startsWith("/api/sessions")) {
                assertThat(said).as(each.place()).isFalse();
                continue;
            }
            boolean asked = CaseTown.open().as("administrator-1").with("Idempotency-Key", "short")
                    .json(place[0].toUpperCase(java.util.Locale.ROOT), path, Map.of()).body()
                    .contains("idempotency-key-missing");
            if (said != asked && !path.equals("/api/first-administrator")) {
                faults.add(each.place() + " says " + said + ", asks " + asked);
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void everyRequestBodyHasAnExample() {
        List<String> faults = new ArrayList<>();
        for (Operation each : operations()) {
            if (each.get("requestBody") == null) {
                continue;
            }
            map(map(each.get("requestBody")).get("content")).forEach((type, content) -> {
                Map<String, Object> said = map(content);
                if (!said.containsKey("example") && !said.containsKey("examples")) {
                    faults.add(each.place() + " " + type);
                }
            });
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void everyReferenceLeadsSomewhereAndEverySchemaIsUsed() {
        Set<String> used = new TreeSet<>();
        Pattern.compile("#/components/schemas/([A-Za-z0-9_.-]+)").matcher(served).results()
                .forEach(hit -> used.add(hit.group(1)));
        assertThat(new TreeSet<>(map(map(contract.get("components")).get("schemas")).keySet())).isEqualTo(used);
    }

    /// The contract knows types by their simple name: two shapes of one name would silently become one.
    @Test
    void noTwoShapesShareAName() throws IOException {
        // These rooms answer with shapes of their own, never with the types of their root package.
        Set<Path> closed = Set.of(Path.of("src/main/java/jingwei/grid"), Path.of("src/main/java/jingwei/component"));
        Pattern record = Pattern.compile("(@Schema\\(name = \"(\\w+)\"\\)\\s+)?(?:public |private |static )*record (\\w+)\\(");
        Set<String> known = map(map(contract.get("components")).get("schemas")).keySet();
        Map<String, String> places = new HashMap<>();
        List<String> twice = new ArrayList<>();
        try (Stream<Path> all = Files.walk(Path.of("src/main/java"))) {
            for (Path file : all.filter(each -> each.toString().endsWith(".java"))
                    .filter(each -> !closed.contains(each.getParent())).sorted().toList()) {
                String text = Files.readString(file);
                record.matcher(text).results().forEach(hit -> {
                    String name = hit.group(2) == null ? hit.group(3) : hit.group(2);
                    boolean inside = text.substring(Math.max(0, hit.start() - 30), hit.end()).contains("private");
                    String before = inside || !known.contains(name) ? null : places.put(name, file.toString());
                    if (before != null) {
                        twice.add(name + " in " + before + " and " + file);
                    }
                });
            }
        }
        assertThat(twice).isEmpty();
    }

    private static List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        map(contract.get("paths")).forEach((path, methods) -> map(methods).forEach(
                (method, said) -> all.add(new Operation(method + " " + path, map(said)))));
        return all;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }
}
