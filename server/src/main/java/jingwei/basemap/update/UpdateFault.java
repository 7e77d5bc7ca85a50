package jingwei.basemap.update;

import jingwei.standards.Text;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/// 检查结果: one fault or warning of an update, placed so that a surveyor can go there.
///
/// @param number  counted from 1 in the order they were found
/// @param kind    word that programs compare
/// @param record  record of the file, from 1; 0 for what concerns the whole
/// @param subject code or id
/// @param place   degrees; null for what has none
/// @param settled whether somebody has dealt with it
public record UpdateFault(int number, Severity severity, String kind, long record, String subject, Text what,
        @Nullable Geometry place, boolean settled, @Nullable String remark) {

    /// 轻重: a fault keeps the update from being published, a warning does not.
    public enum Severity {
        FAULT, WARNING
    }
}
