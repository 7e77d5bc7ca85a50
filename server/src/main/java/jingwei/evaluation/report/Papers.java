package jingwei.evaluation.report;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.Pattern;
import jingwei.media.ChineseFont;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openpdf.text.Document;
import org.openpdf.text.DocumentException;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.HeaderFooter;
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
    private static final String WORD_HEADING = "黑体";
    /// A4 and its margins in twentieths of a point, as official papers have them.
    private static final int[] WORD_PAGE = {11906, 16838, 1440, 1800};

    /// Points above the lower edge below which a heading goes to the next page.
    private static final float PDF_FOOT = 160;

    private static final Pattern FIGURE = Pattern.compile("-?[0-9.]+%?|—");

    private Papers() {
    }

    static byte[] pdf(String title, List<Piece> pieces, ChineseFont chinese) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Document document = new Document(PageSize.A4, 56, 56, 64, 64);
        try {
            String file = chinese.file().toString();
            BaseFont base = BaseFont.createFont(file.endsWith(".ttc") ? file + ",2" : file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
            Font text = new Font(base, 10.5f);
            PdfWriter writer = PdfWriter.getInstance(document, bytes);
            HeaderFooter number = new HeaderFooter(new Phrase("— ", new Font(base, 9)), new Phrase(" —", new Font(base, 9)));
            number.setAlignment(Element.ALIGN_CENTER);
            number.setBorder(0);
            document.setFooter(number);
            document.addTitle(title);
            document.open();
            Paragraph head = new Paragraph(title, new Font(base, 18));
            head.setAlignment(Element.ALIGN_CENTER);
            head.setSpacingAfter(16);
            document.add(head);
            for (Piece piece : pieces) {
                switch (piece) {
                    case Piece.Heading(String words) -> {
                        // No heading stands alone at the foot of a page.
                        if (writer.getVerticalPosition(false) < PDF_FOOT) {
                            document.newPage();
                        }
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
        if (rows.head().size() > 1) {
            table.setWidths(widths(rows));
        }
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
            box.setHorizontalAlignment(FIGURE.matcher(cell).matches() ? Element.ALIGN_RIGHT
                    : cell.length() <= 2 ? Element.ALIGN_CENTER : Element.ALIGN_LEFT);
            box.setVerticalAlignment(Element.ALIGN_MIDDLE);
            box.setPadding(3);
            table.addCell(box);
        }));
        return table;
    }

    /// A column is as wide as its longest cell in characters, a Latin one for half; heads may break into three lines.
    private static float[] widths(Piece.Rows rows) {
        float[] widths = new float[rows.head().size()];
        for (int column = 0; column < widths.length; column++) {
            float most = Math.max(2.4f, length(rows.head().get(column)) / 2.2f);
            for (List<String> line : rows.lines()) {
                most = column < line.size() ? Math.max(most, Math.min(12, length(line.get(column)))) : most;
            }
            widths[column] = most + 1.2f;
        }
        return widths;
    }

    private static float length(String cell) {
        return (float) cell.chars().mapToDouble(it -> it < 0x2e80 ? 0.55 : 1).sum();
    }

    static byte[] word(String title, List<Piece> pieces) {
        try (XWPFDocument document = new XWPFDocument(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            page(document);
            XWPFParagraph head = document.createParagraph();
            head.setAlignment(ParagraphAlignment.CENTER);
            head.setSpacingAfter(320);
            run(head, title, 18, true, WORD_HEADING);
            for (Piece piece : pieces) {
                switch (piece) {
                    case Piece.Heading(String words) -> {
                        XWPFParagraph line = document.createParagraph();
                        line.setSpacingBefore(240);
                        line.setSpacingAfter(120);
                        line.setKeepNext(true);
                        run(line, words, 14, false, WORD_HEADING);
                    }
                    case Piece.Paragraph(String words) -> {
                        XWPFParagraph line = document.createParagraph();
                        line.setIndentationFirstLine(480);
                        line.setSpacingBetween(1.5);
                        run(line, words, 12, false, WORD_FONT);
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

    private static void page(XWPFDocument document) {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        section.addNewPgSz().setW(BigInteger.valueOf(WORD_PAGE[0]));
        section.getPgSz().setH(BigInteger.valueOf(WORD_PAGE[1]));
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(WORD_PAGE[2]));
        margins.setBottom(BigInteger.valueOf(WORD_PAGE[2]));
        margins.setLeft(BigInteger.valueOf(WORD_PAGE[3]));
        margins.setRight(BigInteger.valueOf(WORD_PAGE[3]));
    }

    private static void rows(XWPFDocument document, Piece.Rows rows) {
        XWPFTable table = document.createTable(rows.lines().size() + 1, Math.max(1, rows.head().size()));
        table.setWidth("100%");
        for (int column = 0; column < rows.head().size(); column++) {
            XWPFTableCell cell = table.getRow(0).getCell(column);
            cell.setColor("EBEFF5");
            cell.getParagraphs().getFirst().setAlignment(ParagraphAlignment.CENTER);
            run(cell.getParagraphs().getFirst(), rows.head().get(column), 9, false, WORD_HEADING);
        }
        table.getRow(0).setRepeatHeader(true);
        for (int row = 0; row < rows.lines().size(); row++) {
            for (int column = 0; column < rows.lines().get(row).size(); column++) {
                String words = rows.lines().get(row).get(column);
                XWPFParagraph cell = table.getRow(row + 1).getCell(column).getParagraphs().getFirst();
                cell.setAlignment(FIGURE.matcher(words).matches() ? ParagraphAlignment.RIGHT
                        : words.length() <= 2 ? ParagraphAlignment.CENTER : ParagraphAlignment.LEFT);
                run(cell, words, 9, false, WORD_FONT);
            }
        }
        document.createParagraph();
    }

    private static void run(XWPFParagraph paragraph, String words, int size, boolean bold, String font) {
        XWPFRun run = paragraph.createRun();
        run.setText(words);
        run.setFontSize(size);
        run.setBold(bold);
        run.setFontFamily("Times New Roman");
        run.setFontFamily(font, XWPFRun.FontCharRange.eastAsia);
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
        sheet.freezePane(0, 1);
        for (int column = 0; column < rows.head().size(); column++) {
            sheet.value(0, column, rows.head().get(column));
            sheet.style(0, column).bold().fillColor("EBEFF5").horizontalAlignment("center").wrapText(true).set();
            sheet.width(column, Math.min(40, 2 + 2 * widths(rows)[column]));
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
