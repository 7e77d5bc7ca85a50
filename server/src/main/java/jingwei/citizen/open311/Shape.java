package jingwei.citizen.open311;

import java.util.List;
import java.util.Map;

/// 应答的样子: one answer of GeoReport as data, written as JSON or as XML by the same words.
///
/// @param root  XML element around it
/// @param item  XML element of each entry of a list
/// @param value a list of entries, or one entry
record Shape(String root, String item, Object value) {

    static Shape list(String root, String item, List<Map<String, Object>> entries) {
        return new Shape(root, item, entries);
    }

    static Shape one(String root, Map<String, Object> entry) {
        return new Shape(root, "value", entry);
    }
}
