package jingwei.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jingwei.organization.Axis;
import jingwei.organization.PostKind;
import org.jspecify.annotations.Nullable;

/// 流程审核: holds a definition against the articles A1–A12 and runs its examples; answers with every breach, by line.
///
/// What is judged at the moment of an act (who handled does not check, a case keeps its version) is judged there; here stands
/// what can be proven of the page itself.
public final class ProcessVerifier {

    private static final Set<Act> PROOFS =
            EnumSet.of(Act.PASS_CHECK, Act.CLOSE_SHORT, Act.APPROVE_SETTLEMENT, Act.SPLIT);

    private final ProcessDefinition page;
    private final List<Breach> breaches = new ArrayList<>();

    private ProcessVerifier(ProcessDefinition page) {
        this.page = page;
    }

    /// Every breach of the page itself.
    public static List<Breach> verify(ProcessDefinition page) {
        return new ProcessVerifier(page).all();
    }

    /// As {@link #verify}, and whether the page is a refinement of the standard (A12).
    public static List<Breach> verify(ProcessDefinition page, ProcessDefinition standard) {
        List<Breach> all = new ArrayList<>(verify(page));
        Set<String> walks = standard.arrows().stream().map(arrow -> walk(standard, arrow)).collect(Collectors.toSet());
        for (Arrow arrow : page.arrows()) {
            if (known(page, arrow) && !walks.contains(walk(page, arrow))) {
                all.add(Breach.of(Article.A12, arrow.line(),
                        "标准流程里没有“" + place(page, arrow.from()) + " " + arrow.act().text().zh() + " "
                                + place(page, arrow.to()) + "”这一步",
                        "the standard process has no step " + walk(page, arrow)));
            }
        }
        return List.copyOf(all);
    }

    private List<Breach> all() {
        page.arrows().forEach(arrow -> {
            statesAreKnown(arrow);
            axesAreKept(arrow);
            finalStaysFinal(arrow);
            nothingIsErased(arrow);
        });
        closingNeedsProof();
        nobodyApprovesHisOwn();
        everyStateIsReachedAndLeft();
        if (breaches.isEmpty()) {
            page.examples().forEach(example -> Walk.run(page, example).ifPresent(breaches::add));
        }
        return List.copyOf(breaches);
    }

    private void statesAreKnown(Arrow arrow) {
        if (!arrow.from().equals(ProcessDefinition.NONE) && page.find(arrow.from()).isEmpty()) {
            breach(Article.A6, arrow, "状态“" + arrow.from() + "”没有列出，也就没有环节",
                    "state \"" + arrow.from() + "\" is not listed and so has no stage");
        }
        if (!arrow.to().equals(ProcessDefinition.NONE) && page.find(arrow.to()).isEmpty()) {
            breach(Article.A6, arrow, "状态“" + arrow.to() + "”没有列出，也就没有环节",
                    "state \"" + arrow.to() + "\" is not listed and so has no stage");
        }
    }

    private void axesAreKept(Arrow arrow) {
        for (PostKind kind : arrow.by()) {
            Axis axis = kind.axis().orElse(null);
            if (axis == null || !arrow.act().axes().contains(axis)) {
                breach(arrow.act().axisArticle(), arrow,
                        kind.text().zh() + "不在“" + arrow.act().text().zh() + "”所属的轴上",
                        kind.word() + " is not on the axis of " + arrow.act().word());
            }
        }
        // Closing and all else that the standard keeps with the shift leader never comes from outside his axis (A1);
        // reopening is for the head of supervision alone (A8).
        if (arrow.act() == Act.REOPEN && !arrow.by().equals(Set.of(PostKind.CENTER_CHIEF))) {
            breach(Article.A8, arrow, "重新立案只能由监督中心主任办理", "only the head of supervision reopens");
        }
    }

    private void finalStaysFinal(Arrow arrow) {
        State from = page.find(arrow.from()).orElse(null);
        if (from == null || !from.isFinal()) {
            return;
        }
        if (from.stage() != Stage.EVALUATION) {
            breach(Article.A8, arrow, "“" + from.zh() + "”是终结状态，不能再办理",
                    "\"" + from.word() + "\" is final and is left by nothing");
        } else if (arrow.act() != Act.REOPEN) {
            breach(Article.A11, arrow, "已进入综合评价，只能重新立案，不能“" + arrow.act().text().zh() + "”",
                    "a case in evaluation is only reopened; evaluation never writes");
        }
    }

    private void nothingIsErased(Arrow arrow) {
        if (arrow.to().equals(ProcessDefinition.NONE)) {
            breach(Article.A10, arrow, "案件不能回到未发生，办理记录只增不改",
                    "a case cannot become one that never was: acts are only appended");
        }
    }

    /// A4: without the arrows that carry the proof, no closed state may be reached from a filed one.
    private void closingNeedsProof() {
        Set<String> seen = new HashSet<>();
        Deque<String> next = new ArrayDeque<>();
        page.arrows().stream()
                .filter(arrow -> arrow.act() == Act.FILE || arrow.act() == Act.IMPORT && stage(arrow.to()) == Stage.DISPATCH)
                .map(Arrow::to).forEach(next::add);
        while (!next.isEmpty()) {
            String here = next.poll();
            if (!seen.add(here)) {
                continue;
            }
            for (Arrow arrow : page.from(here)) {
                if (PROOFS.contains(arrow.act())) {
                    continue;
                }
                if (stage(arrow.to()) == Stage.EVALUATION && stage(arrow.from()) != Stage.EVALUATION) {
                    breach(Article.A4, arrow, "从立案到“" + page.state(arrow.to()).zh() + "”有一条不经核查的路",
                            "a filed case can be closed here without a passed check");
                } else if (page.find(arrow.to()).isPresent()) {
                    next.add(arrow.to());
                }
            }
        }
    }

    /// A5, as far as a page can show it.
    private void nobodyApprovesHisOwn() {
        for (Arrow arrow : page.arrows()) {
            if (arrow.act() == Act.APPROVE_SETTLEMENT && arrow.by().contains(PostKind.COLLECTOR)) {
                breach(Article.A5, arrow, "采集员不能批准采集员的自行处置", "a collector does not approve settlements");
            }
        }
        page.settings().chains().forEach((petition, posts) -> {
            if (posts.isEmpty() || posts.stream().anyMatch(kind -> kind.axis().orElse(null) != Axis.COMMAND)) {
                breaches.add(Breach.of(posts.contains(PostKind.HANDLER) || posts.contains(PostKind.PARTNER)
                                ? Article.A5 : Article.A2, 0,
                        "“" + petition + "”的审批只能由指挥轴的岗位办理，申请者不审批",
                        "the chain \"" + petition + "\" is decided by the command axis, never by the petitioner"));
            }
        });
        if (new HashSet<>(page.settings().chain("hold")).equals(Set.of(PostKind.DISPATCHER))
                && page.arrows().stream().anyMatch(a -> a.act() == Act.ASK_HOLD && a.by().contains(PostKind.DISPATCHER))) {
            breaches.add(Breach.of(Article.A5, 0, "派遣员申请的挂账不能只由派遣员审批",
                    "a hold the dispatcher asks for cannot be granted by dispatchers alone"));
        }
    }

    private void everyStateIsReachedAndLeft() {
        Set<String> reached = page.arrows().stream().filter(a -> !a.stays()).map(Arrow::to).collect(Collectors.toSet());
        for (State state : page.states().values()) {
            if (!reached.contains(state.word())) {
                breaches.add(Breach.of(Article.A6, state.line(), "没有任何动作到达“" + state.zh() + "”",
                        "nothing leads to \"" + state.word() + "\""));
            }
            boolean left = page.from(state.word()).stream().anyMatch(arrow -> !arrow.stays());
            if (!state.isFinal() && !left) {
                breaches.add(Breach.of(Article.A6, state.line(), "“" + state.zh() + "”没有出路",
                        "\"" + state.word() + "\" has no way out"));
            }
            if (state.waiting() instanceof State.Waiting.Without(String why) && why.isBlank()) {
                breaches.add(Breach.of(Article.A7, state.line(), "“" + state.zh() + "”没有时限，也没有说明原因",
                        "\"" + state.word() + "\" has no clock and does not say why"));
            }
        }
    }

    private @Nullable Stage stage(String state) {
        return page.find(state).map(State::stage).orElse(null);
    }

    private void breach(Article article, Arrow arrow, String zh, String en) {
        breaches.add(Breach.of(article, arrow.line(), zh, en));
    }

    private static boolean known(ProcessDefinition page, Arrow arrow) {
        return (arrow.from().equals(ProcessDefinition.NONE) || page.find(arrow.from()).isPresent())
                && page.find(arrow.to()).isPresent();
    }

    private static String walk(ProcessDefinition page, Arrow arrow) {
        return place(page, arrow.from()) + " " + arrow.act().word() + " " + place(page, arrow.to());
    }

    private static String place(ProcessDefinition page, String state) {
        return page.find(state).map(s -> s.stage().word()).orElse(ProcessDefinition.NONE);
    }
}
