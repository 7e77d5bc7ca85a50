package jingwei.exchange.carriage;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jingwei.tenancy.PlatformId;
import org.jspecify.annotations.Nullable;

/// 回执: the technical answer to a bundle, signed by the receiver, so that nothing else on the way can be taken for one.
///
/// @param of       digest of the bundle answered: SHA-256 over its letters' bytes, in order
/// @param highest  highest sequence the receiver has
/// @param missing  the first gap below it; null where there is none
/// @param wanted   hashes of media it lacks
/// @param time     its wall clock
public record Receipts(PlatformId from, PlatformId to, String of, List<LetterReceipt> receipts, long highest, @Nullable Gap missing,
        List<String> wanted, OffsetDateTime time) {

    public Receipts {
        receipts = List.copyOf(receipts);
        wanted = List.copyOf(wanted);
    }

    /// 一封信的回执.
    ///
    /// @param code word of the refusal
    /// @param text why, for people
    public record LetterReceipt(@Nullable UUID id, Outcome outcome, @Nullable String code, @Nullable String text) {

        static LetterReceipt kept(UUID id, Outcome outcome) {
            return new LetterReceipt(id, outcome, null, null);
        }

        static LetterReceipt refused(@Nullable UUID id, String code, String text) {
            return new LetterReceipt(id, Outcome.REFUSED, code, text);
        }
    }

    /// 已收, 重复, 拒收.
    public enum Outcome {
        RECEIVED, REPEATED, REFUSED
    }

    /// 缺号, both ends included.
    public record Gap(long from, long to) {
    }
}
