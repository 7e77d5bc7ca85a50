package jingwei.casework.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jingwei.casework.Case;
import jingwei.casework.CaseAct;
import jingwei.casework.CaseRoom;
import jingwei.casework.Evidence;
import jingwei.casework.Particulars;
import jingwei.media.ChineseFont;
import jingwei.media.Media;
import jingwei.media.MediaItem;
import jingwei.media.MediaKind;
import jingwei.organization.Post;
import jingwei.organization.Unit;
import jingwei.process.ProcessDefinition;
import org.jspecify.annotations.Nullable;
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
import org.springframework.stereotype.Component;

/// 案卷, on paper (COL-22, ACC-13): form, docket and photos of one case as PDF, A4, with an embedded Chinese font.
@Component
class CasePaper {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));
    private static final int PHOTOS = 12;

    private final CaseRoom room;
    private final ChineseFont chinese;
    private final Media media;

    CasePaper(CaseRoom room, ChineseFont chinese, Media media) {
        this.room = room;
        this.chinese = chinese;
        this.media = media;
    }

    /// @param docket as the reader may see it
    byte[] pdf(Case c, List<CaseAct> docket) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Document document = new Document(PageSize.A4, 48, 48, 48, 48);
        try {
            String file = chinese.file().toString();
            BaseFont base = BaseFont.createFont(file.endsWith(".ttc") ? file + ",2" : file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
            Font text = new Font(base, 9.5f);
            PdfWriter.getInstance(document, bytes);
            document.addTitle("案卷 " + c.number());
            document.open();
            Paragraph head = new Paragraph("案卷 " + c.number() + (c.trial() ? "（模拟运行）" : ""), new Font(base, 16));
            head.setAlignment(Element.ALIGN_CENTER);
            head.setSpacingAfter(12);
            document.add(head);
            document.add(form(c, text));
            document.add(heading("办理记录", base));
            document.add(acts(c, docket, text));
            photos(c, docket, document, base, text);
            document.close();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DocumentException e) {
            throw new IllegalStateException(e);
        }
    }

    private PdfPTable form(Case c, Font text) {
        ProcessDefinition process = room.around().process(c.process(), c.processVersion());
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("类别", room.around().sheet().entry(c.subject().classCode()).map(entry -> entry.name().zh())
                .orElse(c.subject().classCode().toString()));
        lines.put("状态", c.stage().text().zh() + " · " + process.state(c.state()).zh());
        lines.put("来源", c.reported().source().text().zh());
        lines.put("立卷时间", TIME.format(c.begunAt()));
        lines.put("地点", c.spot().address() + "（单元网格 " + c.spot().unitGrid() + "）");
        lines.put("问题描述", c.reported().description());
        Particulars.Reporter reporter = c.reported().reporter();
        if (reporter != null) {
            lines.put("举报人", Optional.ofNullable(reporter.name()).orElse("") + " " + Optional.ofNullable(reporter.phone()).orElse(""));
        }
        Case.Filing filing = c.filing();
        if (filing != null) {
            lines.put("立案条件", filing.filingCondition());
            lines.put("结案条件", filing.closingCondition());
            lines.put("处置时限", filing.limit().toString());
        }
        Case.Assignment assignment = c.assignment();
        if (assignment != null) {
            lines.put("主办单位", unit(assignment.unit()));
        }
        PdfPTable table = table(new float[] {1, 4});
        lines.forEach((name, value) -> {
            cell(table, name, text);
            cell(table, value, text);
        });
        return table;
    }

    private PdfPTable acts(Case c, List<CaseAct> docket, Font text) {
        PdfPTable table = table(new float[] {1, 3, 4, 4, 8, 3});
        table.setHeaderRows(1);
        List.of("#", "动作", "岗位", "时间", "意见", "时限").forEach(name -> cell(table, name, text));
        for (CaseAct act : docket) {
            cell(table, String.valueOf(act.seq()), text);
            cell(table, act.act().text().zh(), text);
            cell(table, room.around().organization().post(act.post()).map(Post::name).orElse(act.post()) + "\n" + unit(act.organization()), text);
            cell(table, time(act.since()) + "\n" + time(act.at()), text);
            cell(table, said(act.particulars()), text);
            cell(table, act.limit() == null ? "" : act.limit() + (act.overdue() ? "\n超时" : "\n按时"), text);
        }
        return table;
    }

    private String said(Particulars p) {
        List<String> lines = new ArrayList<>();
        Optional.ofNullable(p.opinion()).ifPresent(lines::add);
        Optional.ofNullable(p.reason()).ifPresent(reason -> lines.add("理由：" + reason));
        Optional.ofNullable(p.unit()).ifPresent(unit -> lines.add("主办：" + unit(unit)));
        Optional.ofNullable(p.collector()).ifPresent(post -> lines.add("采集员：" + post));
        Optional.ofNullable(p.original()).ifPresent(number -> lines.add("原案件：" + number));
        return String.join("\n", lines);
    }

    /// The small pictures are enough for paper; a film or a file that is not there any more is left out.
    private void photos(Case c, List<CaseAct> docket, Document document, BaseFont base, Font text) throws IOException {
        List<Evidence> all = new ArrayList<>(c.reported().evidence());
        docket.forEach(act -> all.addAll(act.particulars().evidenceOrNone()));
        PdfPTable table = table(new float[] {1, 1, 1});
        int drawn = 0;
        for (Evidence one : all.stream().distinct().toList()) {
            MediaItem item = media.find(one.hash()).filter(found -> found.kind() == MediaKind.IMAGE && found.thumbnail()).orElse(null);
            if (item == null || drawn == PHOTOS) {
                continue;
            }
            try (InputStream picture = media.open(item, true, 0, 8L << 20)) {
                Image image = Image.getInstance(picture.readAllBytes());
                image.scaleToFit(150, 120);
                PdfPCell box = new PdfPCell(image);
                box.setPadding(4);
                box.setHorizontalAlignment(Element.ALIGN_CENTER);
                table.addCell(box);
                drawn++;
            }
        }
        if (drawn > 0) {
            document.add(heading("照片", base));
            table.completeRow();
            document.add(table);
        } else {
            document.add(new Paragraph("没有照片", text));
        }
    }

    private static Paragraph heading(String words, BaseFont base) {
        Paragraph line = new Paragraph(words, new Font(base, 12));
        line.setSpacingBefore(12);
        line.setSpacingAfter(6);
        return line;
    }

    private static PdfPTable table(float[] widths) {
        PdfPTable table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        return table;
    }

    private static void cell(PdfPTable table, String words, Font text) {
        PdfPCell box = new PdfPCell(new Phrase(words, text));
        box.setPadding(4);
        table.addCell(box);
    }

    private String unit(String id) {
        return room.around().organization().unit(id).map(Unit::name).orElse(id);
    }

    private static String time(@Nullable Instant moment) {
        return moment == null ? "" : TIME.format(moment);
    }
}
