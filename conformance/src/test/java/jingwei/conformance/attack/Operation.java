package jingwei.conformance.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// 操作: one operation of the contract.
///
/// @param path       with its variables in braces
/// @param permission what it asks for, such as `CASE_READ`
/// @param type       content type of its body; null where it takes none
/// @param example    an example of the body; a missing node where there is none
/// @param query      names of what its address may ask
record Operation(String method, String path, String permission, @Nullable String type, JsonNode example, List<String> query) {

    static List<Operation> of(JsonNode contract) {
        List<Operation> operations = new ArrayList<>();
        contract.path("paths").properties().forEach(path -> path.getValue().properties().forEach(said ->
                operations.add(read(said.getKey(), path.getKey(), said.getValue()))));
        return List.copyOf(operations);
    }

    boolean isOpen() {
        return permission.equals("ANYONE");
    }

    boolean reads() {
        return method.equals("GET");
    }

    boolean hasVariables() {
        return path.contains("{");
    }

    boolean takesJson() {
        return type != null && type.contains("json");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    private static Operation read(String verb, String path, JsonNode said) {
        JsonNode content = said.path("requestBody").path("content");
        String type = content.isObject() && !content.isEmpty() ? content.propertyNames().iterator().next() : null;
        return new Operation(verb.toUpperCase(Locale.ROOT), path, said.path("x-permission").asString(""), type,
                type == null ? said.path("none") : content.path(type).path("example"),
                said.path("parameters").valueStream().filter(one -> one.path("in").asString().equals("query"))
                        .map(one -> one.path("name").asString()).toList());
    }
}
