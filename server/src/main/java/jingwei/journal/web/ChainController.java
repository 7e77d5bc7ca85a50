package jingwei.journal.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.journal.chain.Chain;
import jingwei.journal.chain.ChainVerifier;
import jingwei.journal.chain.Link;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// 日志链的核对与导出 (APM-09, SEC-05).
@RestController
@Tag(name = "maintenance")
class ChainController {

    private static final int LARGEST_EXPORT = 50_000;

    private final Chain chain;

    ChainController(Chain chain) {
        this.chain = chain;
    }

    /// @param kind what is wrong, @param words the same in Chinese, @param seq place in the chain; 0 for what is in none
    @Schema(name = "ChainFault")
    record FaultShown(ChainVerifier.Kind kind, String words, long seq, String text) {
    }

    /// @param holds whether nothing is wrong, @param links how many were read, @param hash the last one's
    @Schema(name = "ChainVerdict")
    record VerdictShown(boolean holds, long links, long last, String hash, List<FaultShown> faults) {
    }

    @GetMapping("/api/journal/chain")
    @Permit(Permission.JOURNAL_READ)
    @Operation(summary = "核对日志链 verify the whole chain of the journal")
    VerdictShown verify() {
        chain.link();
        ChainVerifier.Verdict verdict = chain.verify();
        return new VerdictShown(verdict.holds(), verdict.links(), verdict.last(), verdict.hash(), verdict.faults().stream()
                .map(fault -> new FaultShown(fault.kind(), fault.kind().zh(), fault.seq(), fault.text())).toList());
    }

    @GetMapping("/api/journal/chain/anchors")
    @Permit(Permission.JOURNAL_READ)
    @Operation(summary = "每日的锚（CSV：日期,序号,环值），供抄存到系统之外 the anchors, one a day, to be kept elsewhere")
    ResponseEntity<byte[]> anchors() {
        StringBuilder csv = new StringBuilder("day,seq,hash\n");
        chain.anchors().forEach(anchor -> csv.append(anchor.day()).append(',').append(anchor.seq()).append(',')
                .append(anchor.hash()).append('\n'));
        return file("anchors.csv", csv.toString());
    }

    @GetMapping("/api/journal/chain/links")
    @Permit(Permission.JOURNAL_READ)
    @Operation(summary = "导出日志链，每行：序号、环值、内容 export the chain from a place on, at most 50 000 links")
    ResponseEntity<byte[]> links(@RequestParam(defaultValue = "1") long from) {
        StringBuilder lines = new StringBuilder();
        for (Link link : chain.from(Math.max(1, from), LARGEST_EXPORT)) {
            lines.append(link.line()).append('\n');
        }
        return file("chain.txt", lines.toString());
    }

    private static ResponseEntity<byte[]> file(String name, String text) {
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, "text/plain;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
