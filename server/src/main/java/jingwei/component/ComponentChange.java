package jingwei.component;

import java.time.LocalDate;

/// 部件变更: one version of a component as it was recorded; version 1 is the first record (BDR-04).
///
/// @param reason why it was changed
public record ComponentChange(int version, LocalDate changedOn, String reason, ManagedComponent content) {
}
