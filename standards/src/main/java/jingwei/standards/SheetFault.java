package jingwei.standards;

/// 表格错误: one fault of a file: where it is and which rule it breaks.
///
/// @param file       name of the file as the reader knows it
/// @param line       line of the file, from 1; the heading is line 1; 0 for the file as a whole
/// @param column     cell of the line, from 1; 0 for the line as a whole
/// @param columnName heading of that cell, empty where there is none
/// @param code       word that stays the same for ever, such as `class-unknown`
/// @param rule       the rule that is broken, and by what
public record SheetFault(String file, int line, int column, String columnName, String code, Text rule) {

    /// The fault as one Chinese line: `立案结案规范.csv 第 3 行第 7 列(处置时限):…`.
    @Override
    public String toString() {
        StringBuilder place = new StringBuilder(file);
        if (line > 0) {
            place.append(" 第 ").append(line).append(" 行");
        }
        if (column > 0) {
            place.append("第 ").append(column).append(" 列");
        }
        if (!columnName.isEmpty()) {
            place.append("(").append(columnName).append(")");
        }
        return place + ":" + rule.zh();
    }
}
