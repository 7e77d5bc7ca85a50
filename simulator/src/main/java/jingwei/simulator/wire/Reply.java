package jingwei.simulator.wire;

import tools.jackson.databind.JsonNode;

/// 回应: status and body of one HTTP exchange.
///
/// @param body JSON; a missing node where there was none
public record Reply(int status, JsonNode body) {

    public boolean done() {
        return status < 300;
    }

    /// The code word of a refusal, such as `not-your-axis`.
    public String code() {
        return body.path("type").asString("").replace("urn:jingwei:refused:", "");
    }
}
