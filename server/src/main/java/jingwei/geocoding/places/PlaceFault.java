package jingwei.geocoding.places;

/// 差错: what is wrong with one row of a places file.
///
/// @param row    row of the file, the header being 1
/// @param id     id of the place, blank where it has none
/// @param column name of the column
/// @param value  what stands there, shortened
public record PlaceFault(long row, String id, String column, String value, String zh, String en) {

    /// One sentence in both languages, naming row and place.
    public String sentence() {
        String which = id.isEmpty() ? "" : "（" + id + "）";
        String what = value.isEmpty() ? "" : "“" + value + "”";
        return "第 " + row + " 行" + which + " " + column + what + "：" + zh + " row " + row + ", " + column + ": " + en;
    }
}
