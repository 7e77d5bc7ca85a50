package jingwei.casework;

import jingwei.tenancy.PlatformId;
import org.jspecify.annotations.Nullable;

/// 已办理: the one event by which other rooms hear of the case, published inside the transaction of the act.
///
/// @param platform the platform, so that a listener on another thread can bind it first
/// @param before   the case before the act; null where the act began it
/// @param after    the case after the act
/// @param act      the act as it stands in the docket
public record ActPerformed(PlatformId platform, @Nullable Case before, Case after, CaseAct act) {
}
