package jingwei.standards;

import java.util.ArrayList;
import java.util.List;

/// 分格: cuts comma-separated text into lines of cells after RFC 4180; lines end with LF or CR LF.
///
/// Refused, with line and cell: a quote inside an unquoted cell, text after a closing quote, a quote that never closes and
/// control characters. A quoted cell may span lines; a line's number is that of its first character.
final class Cells {

    /// One line of cells.
    ///
    /// @param number line of the file, from 1
    /// @param cells  its cells, unquoted
    record Line(int number, List<String> cells) {

        Line {
            cells = List.copyOf(cells);
        }
    }

    private final String file;
    private final CharSequence text;
    private final List<SheetFault> faults;
    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private List<String> cells = new ArrayList<>();
    private int at;
    private int lineNumber = 1;
    private int firstLine = 1;

    private Cells(String file, CharSequence text, List<SheetFault> faults) {
        this.file = file;
        this.text = text;
        this.faults = faults;
    }

    static List<Line> split(String file, CharSequence text, List<SheetFault> faults) {
        return new Cells(file, text, faults).split();
    }

    private List<Line> split() {
        if (!text.isEmpty() && text.charAt(0) == '\uFEFF') {
            at++;
        }
        while (at < text.length()) {
            if (text.charAt(at) == '"' && cell.isEmpty()) {
                quoted();
            } else {
                plain();
            }
        }
        if (!cells.isEmpty() || !cell.isEmpty()) {
            endLine();
        }
        return lines;
    }

    private void plain() {
        char here = text.charAt(at++);
        if (here == ',') {
            endCell();
        } else if (here == '\n') {
            lineNumber++;
            endLine();
        } else if (here == '\r' && at < text.length() && text.charAt(at) == '\n') {
            at++;
            lineNumber++;
            endLine();
        } else if (here == '"') {
            fault("stray-quote", Text.of("未加引号的格中有引号。", "There is a quote inside an unquoted cell."));
        } else if (here < ' ' && here != '\t') {
            fault("control-character", Text.of("格中有控制字符。", "There is a control character in the cell."));
        } else {
            cell.append(here);
        }
    }

    /// From an opening quote to the comma or line end behind its closing quote.
    private void quoted() {
        int opened = lineNumber;
        at++;
        while (at < text.length()) {
            char here = text.charAt(at++);
            if (here == '"' && at < text.length() && text.charAt(at) == '"') {
                cell.append('"');
                at++;
            } else if (here == '"') {
                behindQuote();
                return;
            } else {
                if (here == '\n') {
                    lineNumber++;
                }
                cell.append(here);
            }
        }
        faults.add(new SheetFault(
                file,
                opened,
                cells.size() + 1,
                "",
                "unterminated-quote",
                Text.of("引号没有结束。", "The quote is never closed.")));
        cells.clear();
        cell.setLength(0);
    }

    private void behindQuote() {
        if (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            fault("text-after-quote", Text.of("结束引号之后还有文字。", "There is text after the closing quote."));
            while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
                at++;
            }
        }
        if (at >= text.length() || text.charAt(at) != ',') {
            if (at < text.length() && text.charAt(at) == '\r') {
                at++;
            }
            if (at < text.length() && text.charAt(at) == '\n') {
                at++;
                lineNumber++;
            }
            endLine();
        } else {
            at++;
            endCell();
        }
    }

    private void endCell() {
        cells.add(cell.toString());
        cell.setLength(0);
    }

    private void endLine() {
        endCell();
        lines.add(new Line(firstLine, cells));
        cells = new ArrayList<>();
        firstLine = lineNumber;
    }

    private void fault(String code, Text rule) {
        faults.add(new SheetFault(file, lineNumber, cells.size() + 1, "", code, rule));
    }
}
