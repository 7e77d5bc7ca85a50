package jingwei.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jingwei.simulator.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The standard page keeps every article; a page that breaks one is told which, and where.
@Requirement({"A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A12", "COL-02"})
class ProcessVerifierTest {

    private static final String PAGE = StandardProcess.text();

    @Test
    void theStandardProcessKeepsTheConstitution() {
        assertThat(ProcessVerifier.verify(StandardProcess.read())).isEmpty();
        assertThat(ProcessVerifier.verify(StandardProcess.read(), StandardProcess.read())).isEmpty();
    }

    @Test
    void everyActHasAnArrow() {
        assertThat(StandardProcess.read().arrows()).extracting(Arrow::act).contains(Act.values());
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(delimiter = '|', textBlock = """
            A1  | accept                operator            | accept                dispatcher
            A2  | return-to-filing      dispatcher          | return-to-filing      shift-leader
            A3  | handle                handler partner     | handle                dispatcher
            A4  | pass-check            collector                   to-close | fail-check            collector                   closed
            A5  | approve-settlement    operator shift-leader       closed | approve-settlement    collector    closed
            A6  | feedback     feedback     待反馈 | feedback     waiting     待反馈
            A7  | 待核查           ask-check    15 分钟 | 待核查           ask-check
            A7  | none         每个子案件各有时限 | none
            A8  | closed                                            reopen                center-chief | closed                                            reopen                shift-leader
            A8  | failed                                            rework                shift-leader | declined                                          rework                shift-leader
            A10 | verify-false          collector                   disproved | verify-false          collector                   none
            A11 | closed                                            reopen                center-chief                accepted | closed                                            file                  shift-leader                filed
            """)
    void aPageThatBreaksAnArticleIsToldWhich(Article article, String lawful, String broken) {
        assertThat(PAGE).as("the text to be broken").contains(lawful);
        assertThat(breaches(PAGE.replaceFirst(java.util.regex.Pattern.quote(lawful), broken)))
                .extracting(Breach::article).contains(article);
    }

    @Test
    void aShortcutPastTheStagesIsNoRefinement() {
        String shortcut = PAGE.replace("  none                                              split ",
                "  reported                                          accept                operator                    filed        T07\n"
                        + "  none                                              split ");
        assertThat(breaches(shortcut)).extracting(Breach::article).contains(Article.A12);
    }

    @Test
    void anExtraStateInsideAStageIsARefinement() {
        String local = PAGE
                .replace("process standard 1", "process xinan 1")
                .replace("  accepted     creation     待立案           file         15 分钟",
                        "  accepted     creation     待立案           file         15 分钟\n"
                                + "  second-look  creation     复核中           file         30 分钟")
                .replace("  accepted                                          send-back ",
                        "  reported                                          accept                shift-leader                second-look  T07\n"
                                + "  second-look                                       file                  shift-leader                filed        T10\n"
                                + "  accepted                                          send-back ");
        assertThat(breaches(local)).isEmpty();
    }

    @Test
    void anExampleThatDoesNotHoldIsABreach() {
        assertThat(breaches(PAGE.replace("ends not-filed", "ends closed"))).extracting(Breach::toString)
                .anyMatch(text -> text.contains("示例不成立"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            process standard 1           | process standard one
            T07                          |
            verify-true                  | verify-maybe
            operator                    accepted | clerk                    accepted
            lights              80 100   | lights              bright
            refusal-time        2 工作时 | refusal-time        2 光年
            verify       60 分钟         | verify       60 世纪
            """)
    void aPageThatCannotBeReadIsToldByLine(String right, String wrong) {
        String page = PAGE.replaceFirst(java.util.regex.Pattern.quote(right), wrong == null ? "" : wrong);
        assertThat(breaches(page)).isNotEmpty().allSatisfy(breach -> assertThat(breach.what().zh()).isNotBlank());
    }

    private static List<Breach> breaches(String page) {
        return switch (ProcessReader.read(page)) {
            case Reading.Unreadable(List<Breach> faults) -> faults;
            case Reading.Read(ProcessDefinition definition) ->
                ProcessVerifier.verify(definition, StandardProcess.read());
        };
    }
}
