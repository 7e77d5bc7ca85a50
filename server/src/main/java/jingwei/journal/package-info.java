/// 日志: what was done, by whom, from where; and each write of a client done once.
///
/// Entries are of four kinds (APM-09): sign-in, operation, data change, exchange. An entry is written in the transaction
/// of the deed, so there is neither a deed without its entry nor an entry without its deed; the table only grows, and the
/// application has no right to change or remove a row (SEC-04). Identity does not know this room: it publishes what
/// happened and this room listens.
///
/// A client that lost an answer sends the same request again with the same `Idempotency-Key` (幂等键). The first one is
/// done and its answer is kept in the same transaction; the answer is sent only after the commit; every later one gets
/// the kept answer. So a collector in a dead spot neither loses a report nor files it twice (PEERS 8.1).
///
/// Words: 日志 journal, 提交 submission, 幂等键 idempotency key. Requirements: APM-09, SEC-04.
/// Uses: standards, tenancy, identity.
@ApplicationModule(displayName = "日志 journal", allowedDependencies = {"standards", "tenancy", "identity"})
@NullMarked
package jingwei.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
