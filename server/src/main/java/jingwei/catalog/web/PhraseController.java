package jingwei.catalog.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import jingwei.catalog.Catalog;
import jingwei.catalog.desk.ClassAdvice;
import jingwei.catalog.desk.Phrases;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// 常用语、知识库、小类建议 (ACC-22, COL-21, ACC-02).
@RestController
@Tag(name = "cooperation")
class PhraseController {

    private final Phrases phrases;
    private final Catalog catalog;

    PhraseController(Phrases phrases, Catalog catalog) {
        this.phrases = phrases;
        this.catalog = catalog;
    }

    record PhraseSheet(@Nullable String act, @Nullable String words) {
    }

    record PaperSheet(Phrases.@Nullable Kind kind, @Nullable String title, @Nullable String body, @Nullable String source) {
    }

    record AdviceView(String classCode, String name, String majorName, @Nullable Integer condition, double score, String reason) {
    }

    @GetMapping("/api/classes/suggestions")
    @Permit(Permission.CATALOG_READ)
    @Tag(name = "acceptance")
    @Operation(summary = "按描述建议小类，并说明理由 classes proposed from the words, with the reason")
    List<AdviceView> suggestions(@RequestParam String words, Locale locale) {
        return ClassAdvice.of(catalog.current(), words).stream().map(each -> new AdviceView(each.classCode(),
                each.name().in(locale), each.majorName(), each.condition(), each.score(), each.reason().in(locale))).toList();
    }

    @GetMapping("/api/phrases")
    @Permit(Permission.CATALOG_READ)
    @Operation(summary = "常用语：平台的和我的 phrases, the platform's and one's own")
    List<Phrases.Phrase> phrases(@RequestParam(required = false) @Nullable String act) {
        return phrases.phrases(SignedIn.current().person(), act);
    }

    @PutMapping("/api/phrases/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.CATALOG_READ)
    @Operation(summary = "存一句自己的常用语 keep a phrase of one's own", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"act": "dispatch", "words": "请按时限处置，处置后上传照片"}"""))))
    void keep(@PathVariable UUID id, @RequestBody PhraseSheet sheet) {
        phrases.keep(id, SignedIn.current().person(), sheet.act(), Objects.requireNonNullElse(sheet.words(), ""));
    }

    @DeleteMapping("/api/phrases/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.CATALOG_READ)
    @Operation(summary = "删自己的常用语 forget a phrase of one's own")
    void forget(@PathVariable UUID id) {
        phrases.forget(id, SignedIn.current().person());
    }

    @PutMapping("/api/phrases/{id}/shared")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.CATALOG_EDIT)
    @Tag(name = "maintenance")
    @Operation(summary = "存一句平台共用的常用语 keep a phrase of the platform", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"words": "情况属实"}"""))))
    void share(@PathVariable UUID id, @RequestBody PhraseSheet sheet) {
        phrases.keep(id, null, sheet.act(), Objects.requireNonNullElse(sheet.words(), ""));
    }

    @DeleteMapping("/api/phrases/{id}/shared")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.CATALOG_EDIT)
    @Tag(name = "maintenance")
    @Operation(summary = "删平台共用的常用语 forget a phrase of the platform")
    void unshare(@PathVariable UUID id) {
        phrases.forget(id, null);
    }

    @GetMapping("/api/knowledge")
    @Permit(Permission.CATALOG_READ)
    @Operation(summary = "检索知识库 search the knowledge base")
    List<Phrases.KnowledgePaper> papers(@RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) Phrases.@Nullable Kind kind) {
        return phrases.papers(q, kind);
    }

    @GetMapping("/api/knowledge/{id}")
    @Permit(Permission.CATALOG_READ)
    @Operation(summary = "知识库一篇 one paper of the knowledge base")
    Phrases.KnowledgePaper paper(@PathVariable UUID id) {
        return phrases.paper(id);
    }

    @PutMapping("/api/knowledge/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.CATALOG_EDIT)
    @Tag(name = "maintenance")
    @Operation(summary = "存一篇资料 keep a paper", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"kind": "RULE", "title": "延期办理办法", "body": "普通案件不办延期。", "source": "监督中心"}"""))))
    void keepPaper(@PathVariable UUID id, @RequestBody PaperSheet sheet) {
        Given.require("kind", sheet.kind(), "title", sheet.title(), "body", sheet.body());
        phrases.keep(new Phrases.KnowledgePaper(id, Objects.requireNonNull(sheet.kind()), Objects.requireNonNull(sheet.title()),
                Objects.requireNonNull(sheet.body()), Objects.requireNonNullElse(sheet.source(), "")));
    }

    @DeleteMapping("/api/knowledge/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.CATALOG_EDIT)
    @Tag(name = "maintenance")
    @Operation(summary = "删一篇资料 forget a paper")
    void forgetPaper(@PathVariable UUID id) {
        phrases.forget(id);
    }
}
