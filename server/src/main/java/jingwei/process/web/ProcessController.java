package jingwei.process.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.identity.SignedIn;
import jingwei.organization.PostKind;
import jingwei.process.Act;
import jingwei.process.Article;
import jingwei.process.ProcessDefinition;
import jingwei.process.Processes;
import jingwei.process.Stage;
import jingwei.workcalendar.PlatformClock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// 流程: the page in force, examining a page, publishing one; and the vocabulary all screens share.
@RestController
@Tag(name = "maintenance")
class ProcessController {

    private final Processes processes;
    private final PlatformClock clock;

    ProcessController(Processes processes, PlatformClock clock) {
        this.processes = processes;
        this.clock = clock;
    }

    /// @param states 状态, by their word
    record ProcessView(String name, int version, String title, String page, List<StateView> states,
            List<Processes.Published> versions) {
    }

    record StateView(String word, String name, String stage, boolean isFinal) {
    }

    /// 流程全文.
    @Schema(name = "ProcessPage")
    record Page(String page) {

        Page {
            // No page is an empty one: it breaks its articles like any other.
            page = page == null ? "" : page;
        }
    }

    /// 发布申请.
    ///
    /// @param validFrom 生效时刻; missing for at once
    @Schema(name = "ProcessPublication")
    record Publication(String page, @Nullable Instant validFrom) {

        Publication {
            page = page == null ? "" : page;
        }
    }

    /// 流程图: what a page says, to be drawn; empty while it cannot be read.
    @Schema(name = "ProcessDrawing")
    record Drawing(List<StateView> states, List<ArrowView> arrows, int examples) {
    }

    /// 流转.
    @Schema(name = "ProcessArrow")
    record ArrowView(String from, String act, String name, List<String> by, String to, String clause) {
    }

    record BreachView(@Nullable String article, int line, String what) {
    }

    /// 词汇: acts, stages, posts and articles, each with its word and its name.
    record Vocabulary(List<Word> acts, List<Word> stages, List<Word> posts, List<Word> articles) {
    }

    record Word(String word, String zh, String en, String clause) {
    }

    @GetMapping("/api/process")
    @Permit(Permission.PROCESS_READ)
    @Operation(summary = "现行流程 the process in force")
    ProcessView process(Locale locale) {
        return view(processes.current(), locale);
    }

    @PostMapping("/api/process/examination")
    @Permit(Permission.PROCESS_READ)
    @Operation(summary = "审核一页流程，不发布 examine a page without publishing it",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(value = "{\"page\": \"process standard 2\\n...\"}"))))
    List<BreachView> examine(@RequestBody Page page, Locale locale) {
        return processes.examine(page.page()).stream().map(breach -> new BreachView(
                breach.article() == null ? null : breach.article().name(), breach.line(), breach.what().in(locale)))
                .toList();
    }

    @PostMapping("/api/process/drawing")
    @Permit(Permission.PROCESS_READ)
    @Operation(summary = "一页流程的状态和流转，供画图 the states and moves of a page, to be drawn",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(value = "{\"page\": \"process standard 2\\n...\"}"))))
    Drawing draw(@RequestBody Page page, Locale locale) {
        return processes.drawn(page.page()).map(p -> new Drawing(states(p), p.arrows().stream().map(a -> new ArrowView(a.from(),
                a.act().word(), a.act().text().in(locale), a.by().stream().map(kind -> kind.text().in(locale)).sorted().toList(), a.to(),
                a.clause())).toList(), p.examples().size())).orElse(new Drawing(List.of(), List.of(), 0));
    }

    @GetMapping("/api/process/versions/{name}/{version}")
    @Permit(Permission.PROCESS_READ)
    @Operation(summary = "一个已发布的版本 a published version")
    ProcessView version(@PathVariable String name, @PathVariable int version, Locale locale) {
        return view(processes.find(name, version), locale);
    }

    @PostMapping("/api/process")
    @Permit(Permission.PROCESS_EDIT)
    @Operation(summary = "发布流程版本，可定将来生效 publish a version, at once or from a moment on",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(value = "{\"page\": \"process standard 2\\n...\"}"))))
    ProcessView publish(@RequestBody Publication wish, Locale locale) {
        return view(processes.publish(wish.page(), String.valueOf(SignedIn.current().post()), clock.now(), wish.validFrom()), locale);
    }

    @GetMapping("/api/vocabulary")
    @Permit(Permission.ANYONE)
    @Operation(summary = "词汇：动作、环节、岗位、条款 the words all screens share")
    Vocabulary vocabulary() {
        return new Vocabulary(
                Arrays.stream(Act.values()).map(a -> new Word(a.word(), a.text().zh(), a.text().en(), a.requirement()))
                        .toList(),
                Arrays.stream(Stage.values()).map(s -> new Word(s.word(), s.text().zh(), s.text().en(), "106")).toList(),
                Arrays.stream(PostKind.values()).map(p -> new Word(p.word(), p.text().zh(), p.text().en(),
                        p.axis().map(Enum::name).orElse(""))).toList(),
                Arrays.stream(Article.values()).map(a -> new Word(a.name(), a.text().zh(), a.text().en(), a.name()))
                        .toList());
    }

    private ProcessView view(ProcessDefinition p, Locale locale) {
        return new ProcessView(p.name(), p.version(), p.title().in(locale), p.text(),
                states(p), processes.published());
    }

    private static List<StateView> states(ProcessDefinition p) {
        return p.states().values().stream().map(s -> new StateView(s.word(), s.zh(), s.stage().word(), s.isFinal()))
                .sorted(Comparator.comparing(StateView::stage).thenComparing(StateView::word)).toList();
    }
}
