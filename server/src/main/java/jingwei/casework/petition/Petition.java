package jingwei.casework.petition;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// 申请: what was asked, by whom, and how it was decided.
///
/// @param kind      return, extension or hold
/// @param person    who asked; never decides it (A5)
/// @param post      from which post
/// @param at        when
/// @param reason    why
/// @param limit     the extension wished, as printed; null for one more of the original limit
/// @param until     the wished end of a hold
/// @param late      a return asked after the refusal time
/// @param approvals decisions of the chain given so far
/// @param status    pending, granted or refused
public record Petition(Kind kind, UUID person, String post, Instant at, String reason, @Nullable String limit,
        @Nullable Instant until, boolean late, int approvals, Status status) {

    /// 回退, 延期, 挂账.
    public enum Kind {
        RETURN, EXTENSION, HOLD
    }

    /// 审批结果; lapsed: the case moved on before anybody decided.
    public enum Status {
        PENDING, GRANTED, REFUSED, LAPSED
    }

    public boolean isPending() {
        return status == Status.PENDING;
    }

    public Petition lapsed() {
        return ended(Status.LAPSED);
    }

    Petition approved() {
        return new Petition(kind, person, post, at, reason, limit, until, late, approvals + 1, status);
    }

    Petition ended(Status decided) {
        return new Petition(kind, person, post, at, reason, limit, until, late, approvals, decided);
    }
}
