package jingwei.conformance.attack;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jingwei.simulator.wire.AccountsFile;
import tools.jackson.databind.JsonNode;

/// 号码: what a platform calls its things, as its own people see them in the lists of the contract: under each list's path the
/// names of its first row.
final class Numbers {

    private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z]+)}");
    private static final List<String> NAMES = List.of("number", "id", "code", "hash", "name", "layer", "indicator", "fact",
            "device", "datum", "mark", "key", "version", "post");

    private final Map<String, Map<String, String>> byList = new LinkedHashMap<>();

    /// Reads every list that the contract has and one of the accounts may read.
    static Numbers of(Stranger stranger, List<Operation> operations, List<AccountsFile.Line> accounts) {
        Numbers numbers = new Numbers();
        for (Operation list : operations) {
            if (!list.reads() || list.hasVariables() || list.path().contains("stream") || list.path().contains("openapi")) {
                continue;
            }
            accounts.stream().filter(account -> stranger.permissions(account).contains(list.permission())).findFirst()
                    .map(account -> stranger.get(account, list.path()))
                    .filter(answer -> answer.status() == 200 && answer.body().matches("(?s)\\s*[\\[{].*"))
                    .ifPresent(answer -> numbers.learn(list.path(), Stranger.JSON.readTree(answer.body())));
        }
        return numbers;
    }

    /// How many lists had something in them.
    int lists() {
        return byList.size();
    }

    /// The path with the platform's own numbers put in; a number that nobody has where the platform has none.
    String filled(String path) {
        Matcher variable = VARIABLE.matcher(path);
        StringBuilder filled = new StringBuilder();
        while (variable.find()) {
            String list = path.substring(0, variable.start()).replaceAll("/$", "").replaceAll("/\\{[^}]+}", "");
            variable.appendReplacement(filled, Matcher.quoteReplacement(
                    URLEncoder.encode(number(list, variable.group(1)), StandardCharsets.UTF_8).replace("+", "%20")));
        }
        return variable.appendTail(filled).toString();
    }

    private String number(String list, String variable) {
        Map<String, String> row = byList.getOrDefault(list, Map.of());
        String found = row.get(variable);
        if (found != null) {
            return found;
        }
        return switch (variable) {
            case "z", "x", "y" -> "1";
            case "platform" -> "luoyang";
            case "number" -> byList.getOrDefault("/api/cases", Map.of()).getOrDefault("number", "1");
            case "version" -> "1";
            default -> row.values().stream().findFirst().orElseGet(() -> UUID.randomUUID().toString());
        };
    }

    private void learn(String list, JsonNode answer) {
        JsonNode row = first(answer);
        Map<String, String> names = new LinkedHashMap<>();
        for (String name : NAMES) {
            JsonNode value = row.path(name);
            if (value.isString() || value.isInt()) {
                names.put(name, value.asString());
            }
        }
        if (!names.isEmpty()) {
            byList.put(list, names);
        }
    }

    private static JsonNode first(JsonNode answer) {
        if (answer.isArray()) {
            return answer.path(0);
        }
        return answer.valueStream().filter(JsonNode::isArray).map(rows -> rows.path(0)).filter(JsonNode::isObject)
                .findFirst().orElse(answer);
    }
}
