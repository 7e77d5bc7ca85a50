package jingwei.citizen;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// 一次公众上报, as it is kept.
///
/// @param id          made by the phone
/// @param digest      SHA-256 of what was sent; tells a repeat from another report under the same id
/// @param caseId      the case it began
/// @param number      that case's number
/// @param client      `page`, or the id of an Open311 client
/// @param phone       whole; null after the term
/// @param phoneDigest keyed digest of the phone; stays
/// @param email       whole; null after the term
/// @param confirmed   how the phone was confirmed
/// @param grade       1 to 5
public record CitizenReport(UUID id, String digest, UUID caseId, String number, String client, @Nullable String name,
        @Nullable String phone, @Nullable String phoneDigest, @Nullable String email, boolean wantsReply, @Nullable Confirmed confirmed,
        Instant madeAt, @Nullable Instant maskedAt, @Nullable Integer grade, @Nullable Boolean solved,
        @Nullable String words) {

    /// 电话确认: by a code sent to it, or by the operator's call.
    public enum Confirmed {
        CODE, CALL
    }
}
