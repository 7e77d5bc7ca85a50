/// 身份: people, accounts, sessions and bound devices; who is signed in, and what a request is allowed.
///
/// A natural person (自然人) may have several accounts; what excludes the two axes is bound to the person (SEC-01), not
/// to the account. Passwords are kept as Argon2id; an account is locked after failures; a session is an opaque
/// token kept as a digest, ends when idle and survives a restart. There is no built-in password anywhere (SEC-06).
///
/// Every endpoint declares a {@link jingwei.identity.Permission} with {@link jingwei.identity.Permit}; one without
/// is refused and breaks the build.
///
/// Words: 人员 person, 账号 account, 会话 session, 权限 permission. Requirements: SEC-01, SEC-06, ACQ-01, ACQ-28, APM-02.
/// Uses: standards, tenancy.
@ApplicationModule(displayName = "身份 identity", allowedDependencies = {"standards", "tenancy"})
@NullMarked
package jingwei.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
