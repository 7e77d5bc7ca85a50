package jingwei.tenancy;

import jingwei.standards.Text;

/// 告警: something that will go wrong, or has, if nobody looks after it; it ends by itself when its cause is gone.
///
/// @param code   a word that stays the same: `holidays-missing`
/// @param grave  work stops or is wrong already
/// @param what   what is the matter, with the figures
/// @param remedy what an administrator does about it
public record Alarm(String code, boolean grave, Text what, Text remedy) {
}
