package jingwei.citizen;

import java.time.Instant;
import jingwei.casework.ReportSource;
import org.jspecify.annotations.Nullable;

/// Open311 客户端: another system that reports with a key of its own.
///
/// @param source what its reports are registered under
public record ApiClient(String id, String name, ReportSource source, Instant issuedAt, @Nullable Instant revokedAt) {
}
