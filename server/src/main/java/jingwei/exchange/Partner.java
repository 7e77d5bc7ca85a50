package jingwei.exchange;

import java.time.Instant;
import jingwei.standards.Text;
import jingwei.tenancy.PlatformId;
import org.jspecify.annotations.Nullable;

/// 协同平台: another platform this one exchanges letters with.
///
/// @param standing     above (上级) or below (下级) this platform
/// @param address      `https://…`, `loopback` for a platform hosted on the same server, or `gateway:https://…`
///                     for one somebody else built
/// @param unit         the organization whose partner's post stands for it here; null where no case is given to it
/// @param doneAfter    when a case taken from it is reported done: after the unit's feedback or after this platform's check
/// @param acceptsCheck whether its check of a case given to it is accepted without one of our own
/// @param received     highest sequence that came from it
/// @param confirmed    highest sequence it has acknowledged
/// @param failures     attempts in a row that failed
/// @param skewSeconds  how far its clock is ahead
/// @param restoredAt   when a sequence was last seen going back: a side was restored from a backup
public record Partner(PlatformId id, Text name, String region, Standing standing, String address, String algorithm,
        String publicKey, @Nullable String unit, DoneAfter doneAfter, boolean acceptsCheck, State state, Instant joinedAt,
        long received, long contiguous, long confirmed, int failures, Instant nextTryAt, Line line, @Nullable String trouble,
        @Nullable Instant heardAt, @Nullable Integer skewSeconds, @Nullable Instant restoredAt) {

    public static final String LOOPBACK = "loopback";
    /// Before the address of a platform somebody else built, which takes no letters but messages of its own.
    public static final String GATEWAY = "gateway:";

    /// 上级, 下级.
    public enum Standing {
        ABOVE, BELOW
    }

    /// 反馈后, 本级核查后.
    public enum DoneAfter {
        FEEDBACK, CHECK
    }

    /// 已接入, 已吊销.
    public enum State {
        JOINED, REVOKED
    }

    /// 接通, 断开 by hand, for an exercise or a demonstration.
    public enum Line {
        OPEN, CUT
    }

    public boolean loopback() {
        return address.equals(LOOPBACK);
    }

    /// 异构平台.
    public boolean gateway() {
        return address.startsWith(GATEWAY);
    }
}
