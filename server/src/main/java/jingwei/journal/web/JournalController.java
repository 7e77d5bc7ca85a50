package jingwei.journal.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.journal.Journal;
import jingwei.journal.JournalEntry;
import jingwei.journal.JournalSearch;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// 日志查询与导出 (APM-09).
@RestController
@Tag(name = "maintenance")
class JournalController {

    private static final int LARGEST_PAGE = 500;
    private static final int LARGEST_EXPORT = 50_000;

    private final Journal journal;

    JournalController(Journal journal) {
        this.journal = journal;
    }

    /// @param next give it as `before` to read on; absent at the end
    @Schema(name = "JournalPage")
    record Page(List<JournalEntry> entries, @Nullable UUID next) {
    }

    @GetMapping("/api/journal")
    @Permit(Permission.JOURNAL_READ)
    @Operation(summary = "查询日志，新的在前 read the journal, newest first")
    Page read(@RequestParam(required = false) JournalEntry.@Nullable Kind kind,
            @RequestParam(required = false) @Nullable UUID account,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable UUID before, @RequestParam(defaultValue = "100") int limit) {
        int size = Math.clamp(limit, 1, LARGEST_PAGE);
        List<JournalEntry> entries = journal.search(new JournalSearch(kind, account, subject, from, to, before, size));
        return new Page(entries, entries.size() < size ? null : entries.getLast().id());
    }

    @GetMapping("/api/journal/export")
    @Permit(Permission.JOURNAL_READ)
    @Operation(summary = "导出日志（CSV） export the journal as CSV, at most 50 000 entries")
    ResponseEntity<byte[]> export(@RequestParam(required = false) JournalEntry.@Nullable Kind kind,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to) {
        StringBuilder csv = new StringBuilder("\uFEFF时刻,类别,账号,岗位,对象,动作,细节,地址\r\n");
        for (JournalEntry entry : journal.search(new JournalSearch(kind, null, null, from, to, null,
                LARGEST_EXPORT))) {
            csv.append(entry.at()).append(',').append(entry.kind().zh()).append(',')
                    .append(cell(entry.account())).append(',').append(cell(entry.post())).append(',')
                    .append(cell(entry.subject())).append(',').append(cell(entry.action())).append(',')
                    .append(cell(words(entry.detail()))).append(',').append(cell(entry.address())).append("\r\n");
        }
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"journal.csv\"")
                .body(csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String words(Map<String, Object> detail) {
        return detail.isEmpty() ? "" : detail.toString();
    }

    /// A cell that a spreadsheet does not take for a formula: account names come from whoever tries to sign in.
    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        String safe = text.matches("(?s)^[=+\\-@\\t\\r].*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
