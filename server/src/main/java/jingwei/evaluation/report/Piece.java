package jingwei.evaluation.report;

import java.util.List;

/// 报告的一段: what a layout has become, ready for any form of paper.
sealed interface Piece {

    record Heading(String text) implements Piece {
    }

    record Paragraph(String text) implements Piece {
    }

    /// @param head cells of the first line
    record Rows(String title, List<String> head, List<List<String>> lines) implements Piece {
    }

    /// @param png a drawn chart or map
    record Picture(String title, byte[] png, int width, int height) implements Piece {
    }
}
