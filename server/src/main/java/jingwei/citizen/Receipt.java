package jingwei.citizen;

import java.time.Instant;

/// 回执: what the citizen is given.
///
/// @param number    案件编号
/// @param code      查询码, eight characters without look-alikes
/// @param at        platform time it was taken in
/// @param className what it was taken for
/// @param confirmed whether the phone is confirmed; else the operator calls
public record Receipt(String number, String code, Instant at, String className, boolean confirmed) {
}
