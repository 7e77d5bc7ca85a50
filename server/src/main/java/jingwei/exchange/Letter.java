package jingwei.exchange;

import java.time.OffsetDateTime;
import java.util.UUID;
import jingwei.tenancy.PlatformId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// 信件: what is signed and sent, as the other side reads it. Fields it does not know stay in the bytes it keeps.
///
/// @param format   always `jingwei-exchange`
/// @param schema   `1.0`; a receiver takes every 1.x
/// @param sequence number on this line, from 1; only gaps are detected by it
/// @param after    the letter before it about the same case; order is kept by it
/// @param answers  the letter this one answers
/// @param numbers  the case's numbers on both sides, and its round; null for a letter about no case
/// @param written  wall time of the sender, with zone
public record Letter(String format, String schema, UUID id, PlatformId from, PlatformId to, String kind, long sequence,
        @Nullable UUID after, @Nullable UUID answers, @Nullable Numbers numbers, OffsetDateTime written, ObjectNode body) {

    public static final String FORMAT = "jingwei-exchange";
    public static final String SCHEMA = "1.0";

    /// 双方编号. Each side's own number; `receiver` is null until the receiver has said it.
    public record Numbers(String sender, @Nullable String receiver, int round) {
    }

    /// Whether this program understands the schema: the first number decides.
    public boolean readable() {
        return schema.startsWith("1.");
    }
}
