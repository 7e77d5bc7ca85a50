package jingwei.exhaustion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jingwei.organization.PostKind;
import jingwei.process.Act;
import jingwei.process.ProcessDefinition;
import jingwei.process.ProcessDefinition.Decision;
import jingwei.process.StandardProcess;
import org.junit.jupiter.api.Test;

/// 穷举: every state, act and kind of post against the hand-written table, in memory (T01–T41, SEC-01).
class DecisionExhaustionTest {

    private static final Expected EXPECTED = Expected.read();
    private final ProcessDefinition standard = StandardProcess.read();

    @Test
    void theTableAndTheProcessSpeakOfTheSameWorld() {
        assertThat(EXPECTED.axesOfActs.keySet())
                .isEqualTo(Arrays.stream(Act.values()).map(Act::word).collect(Collectors.toSet())).hasSize(47);
        Set<String> states = new HashSet<>(standard.states().keySet());
        states.add(ProcessDefinition.NONE);
        assertThat(new HashSet<>(EXPECTED.states())).isEqualTo(states).hasSize(23);
        Set<String> posts = Arrays.stream(PostKind.values()).filter(kind -> kind.axis().isPresent())
                .map(PostKind::word).collect(Collectors.toSet());
        assertThat(EXPECTED.axisOfPosts.keySet()).isEqualTo(posts).hasSize(12);
        for (PostKind kind : PostKind.values()) {
            assertThat(kind.axis().map(axis -> axis.name().substring(0, 1)).orElse(null)).as(kind.word())
                    .isEqualTo(EXPECTED.axisOfPosts.get(kind.word()));
        }
        for (Act act : Act.values()) {
            assertThat(act.axes().stream().map(axis -> axis.name().substring(0, 1)).collect(Collectors.toSet()))
                    .as(act.word()).isEqualTo(EXPECTED.axesOfActs.get(act.word()));
        }
    }

    @Test
    void everyStateActAndPostIsJudgedAsTheTableSays() {
        List<String> astray = new ArrayList<>();
        int tried = 0;
        for (String state : EXPECTED.states()) {
            for (Act act : Act.values()) {
                for (PostKind post : PostKind.values()) {
                    tried++;
                    Expected.Wish wish = new Expected.Wish(state, act.word(), post.word());
                    String expected = EXPECTED.verdict(wish) == Expected.Verdict.LAWFUL
                            ? "-> " + EXPECTED.allowed.get(wish) : EXPECTED.verdict(wish).name();
                    String said = said(standard.decide(state, act, post));
                    if (!said.equals(expected)) {
                        astray.add(wish + ": the table says " + expected + ", the process " + said);
                    }
                }
            }
        }
        assertThat(astray).isEmpty();
        assertThat(tried).isEqualTo(23 * 47 * 15);
    }

    private static String said(Decision decision) {
        return switch (decision) {
            case Decision.Lawful(var arrow) -> "-> " + arrow.to();
            case Decision.NotYourAxis wrong -> "NOT_YOUR_AXIS";
            case Decision.NotYourPost wrong -> "NOT_YOUR_POST";
            case Decision.IsFinal ended -> "FINAL";
            case Decision.NotNow later -> "NOT_NOW";
        };
    }
}
