package jingwei.casework.act;

import java.util.Collection;
import java.util.List;
import jingwei.casework.CaseNumber;
import jingwei.casework.Field;
import jingwei.organization.PostKind;
import jingwei.process.Act;
import jingwei.process.Article;
import jingwei.process.ProcessDefinition;
import jingwei.process.State;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;

/// 办理的拒绝: the sentences in which the case room says no.
public final class Refusals {

    private Refusals() {
    }

    public static Refusal notYourAxis(Act act, ProcessDefinition.Decision.NotYourAxis decision) {
        return Refusal.of(Refusal.Kind.NOT_ALLOWED, "not-your-axis",
                Text.of("“" + act.text().zh() + "”不属于您所在的轴：" + decision.article().text().zh(),
                        "\"" + act.word() + "\" does not belong to your axis: " + decision.article().text().en()),
                Text.of("请交由" + names(decision.whoCould()) + "办理", "leave it to: " + words(decision.whoCould())))
                .under(decision.article().name()).whoCould(wordList(decision.whoCould()));
    }

    public static Refusal notYourPost(Act act, Collection<PostKind> could) {
        return Refusal.of(Refusal.Kind.NOT_ALLOWED, "not-your-post",
                Text.of("您的岗位不办理“" + act.text().zh() + "”", "your post does not perform \"" + act.word() + "\" here"),
                Text.of("请交由" + names(could) + "办理", "leave it to: " + words(could)))
                .under(act.requirement()).whoCould(wordList(could));
    }

    public static Refusal notNow(Act act, State state, Collection<Act> possible) {
        return Refusal.of(Refusal.Kind.CONFLICT, "not-now",
                Text.of("案件处于“" + state.zh() + "”，现在不能“" + act.text().zh() + "”",
                        "the case is in \"" + state.word() + "\"; \"" + act.word() + "\" cannot be done now"),
                Text.of("此时可办：" + String.join("、", possible.stream().map(a -> a.text().zh()).toList()),
                        "possible now: " + String.join(", ", possible.stream().map(Act::word).toList())))
                .under(act.requirement());
    }

    public static Refusal beginsNothing(Act act) {
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, "begins-nothing",
                Text.of("“" + act.text().zh() + "”不能立卷，须指明案件", "\"" + act.word() + "\" begins no case"),
                Text.of("请给出案件编号", "name the case it is done to")).under(act.requirement());
    }

    public static Refusal isFinal(State state) {
        return Refusal.of(Refusal.Kind.CONFLICT, "final",
                Text.of("案件“" + state.zh() + "”，已经终结", "the case is final: " + state.word()),
                Text.of("结案后确有错误的，由监督中心主任重新立案", "a closed case in error is reopened by the head of supervision"))
                .under(Article.A8.name());
    }

    public static Refusal stale(int seen, int current) {
        return Refusal.of(Refusal.Kind.CONFLICT, "stale-version",
                Text.of("您看到的是第 " + seen + " 版，案件已到第 " + current + " 版",
                        "you saw version " + seen + ", the case is at version " + current),
                Text.of("请刷新案件，看过别人办理的内容后再办", "load the case again, read what others did, then act"))
                .under(Article.A10.name());
    }

    public static Refusal idTaken() {
        return Refusal.of(Refusal.Kind.CONFLICT, "id-taken",
                Text.of("此标识已用于另一次立卷", "the id was used to begin another case"),
                Text.of("请换一个新的标识", "make a new id"));
    }

    public static Refusal noSuchCase(CaseNumber number) {
        return Refusal.of(Refusal.Kind.NOT_FOUND, "no-such-case",
                Text.of("没有编号为 " + number + " 的案件", "there is no case " + number),
                Text.of("请核对编号；其他平台的案件和不归您办理的案件不在此列",
                        "check the number; other platforms' cases and cases that are not yours are not shown"));
    }

    public static Refusal missing(Act act, Collection<Field> fields) {
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, "missing-particulars",
                Text.of("“" + act.text().zh() + "”缺少：" + fieldNames(fields),
                        "\"" + act.word() + "\" lacks: " + String.join(", ", fields.stream().map(Field::key).toList())),
                Text.of("请补全后再办", "add them and try again"))
                .under(act.requirement()).missing(fields.stream().map(Field::key).toList());
    }

    public static Refusal unexpected(Act act, Collection<Field> fields) {
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, "unexpected-particulars",
                Text.of("“" + act.text().zh() + "”不接受：" + fieldNames(fields),
                        "\"" + act.word() + "\" does not take: "
                                + String.join(", ", fields.stream().map(Field::key).toList())),
                Text.of("请去掉这些栏目", "leave these fields out")).under(act.requirement());
    }

    /// A rule's own refusal, by article or requirement.
    public static RefusedException because(String code, String clause, String zh, String en, String remedyZh,
            String remedyEn) {
        return Refusal.of(Refusal.Kind.CONFLICT, code, Text.of(zh, en), Text.of(remedyZh, remedyEn)).under(clause)
                .asException();
    }

    /// The particulars say something that cannot be.
    public static RefusedException wrong(String code, String clause, String zh, String en, String remedyZh,
            String remedyEn) {
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, code, Text.of(zh, en), Text.of(remedyZh, remedyEn)).under(clause)
                .asException();
    }

    private static String names(Collection<PostKind> kinds) {
        return String.join("或", kinds.stream().map(kind -> kind.text().zh()).toList());
    }

    private static String words(Collection<PostKind> kinds) {
        return String.join(", ", wordList(kinds));
    }

    private static List<String> wordList(Collection<PostKind> kinds) {
        return kinds.stream().map(PostKind::word).toList();
    }

    private static String fieldNames(Collection<Field> fields) {
        return String.join("、", fields.stream().map(field -> field.text().zh()).toList());
    }
}
