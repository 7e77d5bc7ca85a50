package jingwei.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// 登录尝试: somebody tried to sign in, or signed out; published in the transaction that keeps the outcome.
///
/// The journal listens (APM-09); identity does not know it.
///
/// @param account null where the name is nobody's
/// @param name    the name as it was typed, cut to 64 characters
/// @param outcome `signed-in`, `signed-out`, or the code word of the refusal
/// @param address network address of the caller; null for the system's own work
public record SignInTried(@Nullable UUID account, @Nullable UUID person, String name, String outcome,
        @Nullable String address) {
}
