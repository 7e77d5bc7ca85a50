package jingwei.evaluation.report;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import jingwei.media.ChineseFont;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.openpdf.text.Document;
import org.openpdf.text.DocumentException;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Image;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/// 成文: the pieces of a report as PDF, Word or Excel.
final class Papers {

    private static final String WORD_FONT = "宋体";

    private Papers() {
    }

    static byte[] pdf(String title, List<Piece> pieces, ChineseFont chinese) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Document document = new Document(PageSize.A4, 56, 56, 64, 64);
        try {
            String file = chinese.file().toString();
            BaseFont base = BaseFont.createFont(file.endsWith(".ttc") ? file + ",2" : file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
            Font text = new Font(base, 10.5f);
            PdfWriter.getInstance(document, bytes);
            document.addTitle(title);
            document.open();
            Paragraph head = new Paragraph(title, new Font(base, 18));
            head.setAlignment(Element.ALIGN_CENTER);
            head.setSpacingAfter(16);
            document.add(head);
            for (Piece piece : pieces) {
                switch (piece) {
                    case Piece.Heading(String words) -> {
                        Paragraph line = new Paragraph(words, new Font(base, 13));
                        line.setSpacingBefore(12);
                        line.setSpacingAfter(6);
                        document.add(line);
                    }
                    case Piece.Paragraph(String words) -> {
                        // Chinese setting: two characters of indent, one and a half lines.
                        Paragraph line = new Paragraph(words, text);
                        line.setFirstLineIndent(21);
                        line.setLeading(18);
                        document.add(line);
                    }
                    case Piece.Rows rows -> document.add(table(rows, text, new Font(base, 9)));
                    case Piece.Picture(String name, byte[] png, int width, int height) -> {
                        Image image = Image.getInstance(png);
                        image.scaleToFit(480, 600);
                        image.setAlignment(Element.ALIGN_CENTER);
                        document.add(image);
                    }
                }
            }
            document.close();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DocumentException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PdfPTable table(Piece.Rows rows, Font text, Font small) {
        PdfPTable table = new PdfPTable(Math.max(1, rows.head().size()));
        table.setWidthPercentage(100);
        table.setHeaderRows(1);
        table.setSpacingBefore(6);
        table.setSpacingAfter(10);
        rows.head().forEach(cell -> {
            PdfPCell box = new PdfPCell(new Phrase(cell, small));
            box.setBackgroundColor(new Color(235, 239, 245));
            box.setHorizontalAlignment(Element.ALIGN_CENTER);
            box.setPadding(4);
            table.addCell(box);
        });
        rows.lines().forEach(line -> line.forEach(cell -> {
            PdfPCell box = new PdfPCell(new Phrase(cell, small));
            box.setHorizontalAlignment(cell.matches("-?[0-9.]+%?") ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
            box.setPadding(3);
            table.addCell(box);
        }));
        return table;
    }

    static byte[] word(String title, List<Piece> pieces) {
        try (XWPFDocument document = new XWPFDocument(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            XWPFParagraph head = document.createParagraph();
            head.setAlignment(ParagraphAlignment.CENTER);
            run(head, title, 18, true);
            for (Piece piece : pieces) {
                switch (piece) {
                    case Piece.Heading(String words) -> run(document.createParagraph(), words, 14, true);
                    case Piece.Paragraph(String words) -> {
                        XWPFParagraph line = document.createParagraph();
                        line.setIndentationFirstLine(480);
                        line.setSpacingBetween(1.5);
                        run(line, words, 12, false);
                    }
                    case Piece.Rows rows -> rows(document, rows);
                    case Piece.Picture(String name, byte[] png, int width, int height) -> {
                        XWPFParagraph line = document.createParagraph();
                        line.setAlignment(ParagraphAlignment.CENTER);
                        line.createRun().addPicture(new ByteArrayInputStream(png), org.apache.poi.common.usermodel.PictureType.PNG, name + ".png",
                                Units.toEMU(430), Units.toEMU(430.0 * height / width));
                    }
                }
            }
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void rows(XWPFDocument document, Piece.Rows rows) {
        XWPFTable table = document.createTable(rows.lines().size() + 1, Math.max(1, rows.head().size()));
        table.setWidth("100%");
        for (int column = 0; column < rows.head().size(); column++) {
            run(table.getRow(0).getCell(column).getParagraphs().getFirst(), rows.head().get(column), 9, true);
        }
        table.getRow(0).setRepeatHeader(true);
        for (int row = 0; row < rows.lines().size(); row++) {
            for (int column = 0; column < rows.lines().get(row).size(); column++) {
                run(table.getRow(row + 1).getCell(column).getParagraphs().getFirst(), rows.lines().get(row).get(column), 9, false);
            }
        }
        document.createParagraph();
    }

    private static void run(XWPFParagraph paragraph, String words, int size, boolean bold) {
        XWPFRun run = paragraph.createRun();
        run.setText(words);
        run.setFontSize(size);
        run.setBold(bold);
        run.setFontFamily(WORD_FONT);
        run.setFontFamily(WORD_FONT, XWPFRun.FontCharRange.eastAsia);
    }

    static byte[] excel(String title, List<Piece> pieces) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "jingwei", "1.0")) {
            Worksheet words = book.newWorksheet("说明");
            words.value(0, 0, title);
            int line = 2;
            int number = 1;
            for (Piece piece : pieces) {
                switch (piece) {
                    case Piece.Heading(String text) -> words.value(line++, 0, text);
                    case Piece.Paragraph(String text) -> words.value(line++, 0, text);
                    case Piece.Rows rows -> sheet(book.newWorksheet(number++ + " " + rows.title().replaceAll("[\\\\/*?:\\[\\]]", " ")), rows);
                    case Piece.Picture picture -> {
                        // a picture is drawn from a table that stands in the book
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void sheet(Worksheet sheet, Piece.Rows rows) {
        for (int column = 0; column < rows.head().size(); column++) {
            sheet.value(0, column, rows.head().get(column));
        }
        for (int row = 0; row < rows.lines().size(); row++) {
            for (int column = 0; column < rows.lines().get(row).size(); column++) {
                String cell = rows.lines().get(row).get(column);
                if (cell.matches("-?[0-9]{1,12}(\\.[0-9]+)?")) {
                    sheet.value(row + 1, column, new java.math.BigDecimal(cell));
                } else {
                    // A text that a spreadsheet would take for a formula stays a text.
                    sheet.value(row + 1, column, cell.startsWith("=") ? "'" + cell : cell);
                }
            }
        }
    }
}
