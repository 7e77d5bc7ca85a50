package jingwei.conformance.attack;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// 非法输入: what is no input, derived from an example that is one.
final class Rubbish {

    private static final List<String> WHOLE = List.of("", "null", "[]", "\"word\"", "{", "{}", "\u0000", "[".repeat(5_000),
            "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><x>&e;</x>");
    private static final List<String> VALUES = List.of("null", "{}", "[[]]", "-1", "1e400", "true",
            "\"\\u0000\"", "\"'; DROP TABLE casework.cases; --\"", "\"<script>alert(1)</script>\"", "\"\\ud83d\"",
            "\"../../etc/passwd\"", "\"" + "长".repeat(20_000) + "\"");

    private Rubbish() {
    }

    /// Bodies for the operation: none at all, and its example with one value after the other replaced.
    static List<String> around(Operation operation) {
        List<String> bodies = new ArrayList<>(WHOLE);
        if (operation.example() instanceof ObjectNode example) {
            for (String name : example.propertyNames()) {
                for (String value : VALUES) {
                    bodies.add(with(example, name, value));
                }
            }
        }
        return bodies;
    }

    /// The same where an address is made of it.
    static List<String> inAddresses() {
        return List.of("%00", "%27%20OR%201%3D1", "-1", "99999999999999999999", "%E6%BC%A2".repeat(200), "%F0%9F%98%80",
                "%7B%7D", "2026-02-31", "NaN");
    }

    private static String with(ObjectNode example, String name, String value) {
        StringBuilder body = new StringBuilder("{");
        for (var property : example.properties()) {
            JsonNode kept = property.getValue();
            body.append(body.length() > 1 ? "," : "").append('"').append(property.getKey()).append("\":")
                    .append(property.getKey().equals(name) ? value : kept.toString());
        }
        return body.append('}').toString();
    }
}
