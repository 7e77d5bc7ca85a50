package jingwei.evaluation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import jingwei.evaluation.sheet.IndicatorSheet;
import jingwei.evaluation.sheet.SheetReader;
import jingwei.evaluation.sheet.StandardSheets;
import jingwei.evaluation.store.SheetTables;
import jingwei.journal.Journal;
import jingwei.journal.JournalEntry;
import jingwei.standards.Refusal;
import jingwei.standards.SheetFault;
import jingwei.standards.Text;
import jingwei.workcalendar.PlatformClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 指标表库: the standard sheets, version 0 of every platform, and a platform's own, checked before they are published and never
/// changed after (EVA-03).
@Component
public class Sheets {

    private static final String STANDARD = "cjt-292-2008";

    private final SheetTables tables;
    private final PlatformClock clock;
    private final Journal journal;

    Sheets(SheetTables tables, PlatformClock clock, Journal journal) {
        this.tables = tables;
        this.clock = clock;
        this.journal = journal;
    }

    /// 一版指标表. @param version 0 for a standard's own
    public record Version(String name, int version, String body, IndicatorSheet sheet) {
    }

    /// What the list shows of a version.
    @Schema(name = "IndicatorSheetHeading")
    public record Heading(String name, int version, String title, @Nullable LocalDate validFrom, @Nullable LocalDate validTo,
            @Nullable String post, @Nullable Instant publishedAt) {
    }

    @Transactional(readOnly = true)
    public List<Heading> headings() {
        List<Heading> all = new ArrayList<>(tables.all().stream().map(kept -> new Heading(kept.name(), kept.version(),
                read(kept.name(), kept.body()).title(), kept.validFrom(), kept.validTo(), kept.post(), kept.publishedAt())).toList());
        StandardSheets.all().keySet().stream().sorted(Comparator.naturalOrder()).forEach(name ->
                all.add(new Heading(name, 0, StandardSheets.read(name).title(), null, null, null, null)));
        return all;
    }

    /// The sheet by which a period is evaluated: the newest valid on its last day, else the standard's.
    @Transactional(readOnly = true)
    public Version inForce(Period period) {
        return tables.inForce(period.to().minusDays(1)).map(Sheets::version)
                .orElseGet(() -> standard(STANDARD));
    }

    /// @throws jingwei.standards.RefusedException `no-such-indicator-sheet`
    @Transactional(readOnly = true)
    public Version version(String name, int version) {
        if (version == 0 && StandardSheets.all().containsKey(name)) {
            return standard(name);
        }
        return tables.find(name, version).map(Sheets::version).orElseThrow(() -> Refusal.of(Refusal.Kind.NOT_FOUND,
                "no-such-indicator-sheet", Text.of("没有指标表 " + name + " 第 " + version + " 版", "there is no version " + version + " of the sheet " + name),
                Text.of("请查指标表列表", "see the list of sheets")).under("EVA-03").asException());
    }

    /// What is wrong with the text; empty where it may be published.
    public List<SheetFault> check(String body) {
        return SheetReader.read(body) instanceof SheetReader.Reading.Faulty(List<SheetFault> faults) ? faults : List.of();
    }

    /// @throws jingwei.standards.RefusedException `indicator-sheet-faulty`, `validity-reversed`, `standard-name`
    @Transactional
    public Version publish(String body, LocalDate from, @Nullable LocalDate to, String post) {
        if (to != null && to.isBefore(from)) {
            throw Refusal.of(Refusal.Kind.UNPROCESSABLE, "validity-reversed", Text.of("停用日早于起用日", "the validity ends before it begins"),
                    Text.of("请核对起止日期", "check the dates")).under("EVA-03").asException();
        }
        IndicatorSheet sheet = read("", body);
        if (!sheet.name().matches("[a-z][a-z0-9-]{0,39}") || StandardSheets.all().containsKey(sheet.name())) {
            throw Refusal.of(Refusal.Kind.UNPROCESSABLE, "standard-name", Text.of("名称“" + sheet.name() + "”不能用：须为小写字母、数字和连字符，且不与标准表同名",
                    "the name is lower-case letters, digits and hyphens, and not a standard's"),
                    Text.of("请改 sheet 一行的名称", "change the name in the line \"sheet\"")).under("EVA-03").asException();
        }
        int version = tables.publish(sheet.name(), body, from, to, post, clock.now());
        journal.write(JournalEntry.Kind.DATA_CHANGE, sheet.name(), "indicator-sheet-published",
                java.util.Map.of("version", version, "from", from.toString()));
        return new Version(sheet.name(), version, body, sheet);
    }

    private static Version standard(String name) {
        String body = StandardSheets.text(name);
        return new Version(name, 0, body, read(name, body));
    }

    private static Version version(SheetTables.Kept kept) {
        return new Version(kept.name(), kept.version(), kept.body(), read(kept.name(), kept.body()));
    }

    private static IndicatorSheet read(String name, String body) {
        return switch (SheetReader.read(body)) {
            case SheetReader.Reading.Read(IndicatorSheet sheet) -> sheet;
            case SheetReader.Reading.Faulty(List<SheetFault> faults) -> throw Refusal.of(Refusal.Kind.UNPROCESSABLE,
                    "indicator-sheet-faulty", Text.of("指标表有误：" + faults.stream().limit(5).map(SheetFault::toString)
                            .collect(Collectors.joining("；")), "the sheet " + name + " has faults: " + faults.stream().limit(5)
                                    .map(fault -> "line " + fault.line() + " " + fault.rule().en()).collect(Collectors.joining("; "))),
                    Text.of("请按行号改正后再发布", "correct the lines and publish again")).under("EVA-03")
                    .missing(faults.stream().map(SheetFault::code).distinct().toList()).asException();
        };
    }
}
