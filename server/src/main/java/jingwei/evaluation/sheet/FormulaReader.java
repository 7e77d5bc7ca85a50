package jingwei.evaluation.sheet;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jingwei.evaluation.fact.Fact;
import jingwei.standards.Text;

/// 读公式: `handled_on_time / (handled + handled_overdue) * 100`.
final class FormulaReader {

    /// More is no formula that anybody could argue with.
    static final int LONGEST = 2_000;
    private static final int DEEPEST = 40;
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:([0-9]+(?:\\.[0-9]+)?)|([A-Z]{2,4}-[A-Z][0-9]{2,3}[A-Z]?)|([a-z][a-z_]*)|([-+*/×÷−(),]))");

    private final String text;
    private final Matcher tokens;
    private String token = "";
    private int group;
    private int at;
    private int depth;

    private FormulaReader(String text) {
        this.text = text;
        this.tokens = TOKEN.matcher(text);
        next();
    }

    /// A fault of a formula, told at the line of its indicator.
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;
        private final String code;
        private final transient Text what;

        Unreadable(String code, String zh, String en) {
            super(en);
            this.code = code;
            this.what = Text.of(zh, en);
        }

        String code() {
            return code;
        }

        Text what() {
            return what;
        }
    }

    static Formula read(String text) throws Unreadable {
        if (text.length() > LONGEST) {
            throw new Unreadable("formula-too-long", "公式有 " + text.length() + " 个字符，最多 " + LONGEST + " 个，请拆成几个指标",
                    "the formula has " + text.length() + " characters, at most " + LONGEST + "; split it into indicators");
        }
        FormulaReader reader = new FormulaReader(text);
        Formula formula = reader.sum();
        if (!reader.token.isEmpty()) {
            throw reader.unexpected();
        }
        return formula;
    }

    private Formula sum() throws Unreadable {
        Formula left = product();
        while (List.of("+", "-", "−").contains(token)) {
            char sign = token.equals("+") ? '+' : '-';
            next();
            left = new Formula.Pair(sign, left, product());
        }
        return left;
    }

    private Formula product() throws Unreadable {
        Formula left = one();
        while (List.of("*", "/", "×", "÷").contains(token)) {
            char sign = token.equals("*") || token.equals("×") ? '*' : '/';
            next();
            left = new Formula.Pair(sign, left, one());
        }
        return left;
    }

    private Formula one() throws Unreadable {
        String word = token;
        int kind = group;
        next();
        return switch (kind) {
            case 1 -> new Formula.Number(new BigDecimal(word));
            case 2 -> new Formula.Other(word);
            case 3 -> named(word);
            case 4 -> {
                if (!word.equals("(")) {
                    throw unexpected(word);
                }
                deeper();
                Formula inside = sum();
                expect(")");
                depth--;
                yield inside;
            }
            default -> throw unexpected(word);
        };
    }

    private Formula named(String word) throws Unreadable {
        if (word.equals("max") || word.equals("min")) {
            expect("(");
            deeper();
            Formula left = sum();
            expect(",");
            Formula right = sum();
            expect(")");
            depth--;
            return new Formula.Extreme(word.equals("max"), left, right);
        }
        if (word.equals("cells")) {
            return new Formula.Cells();
        }
        Optional<Fact> fact = Fact.ofWord(word);
        if (fact.isEmpty()) {
            throw new Unreadable("unknown-fact", "没有因子“" + word + "”", "there is no fact \"" + word + "\"");
        }
        return new Formula.Counted(fact.get());
    }

    private void deeper() throws Unreadable {
        if (++depth > DEEPEST) {
            throw new Unreadable("formula-too-deep", "公式的括号超过 " + DEEPEST + " 层", "parentheses are deeper than " + DEEPEST);
        }
    }

    private void expect(String wanted) throws Unreadable {
        if (!token.equals(wanted)) {
            throw unexpected();
        }
        next();
    }

    private void next() {
        if (tokens.region(at, text.length()).lookingAt()) {
            at = tokens.end();
            for (group = 1; tokens.group(group) == null; group++) {
                // the group that matched tells the kind
            }
            token = tokens.group(group);
        } else {
            token = text.substring(at).isBlank() ? "" : text.substring(at).strip();
            group = 9;
        }
    }

    private Unreadable unexpected() {
        return unexpected(token);
    }

    private static Unreadable unexpected(String word) {
        String shown = word.length() > 20 ? word.substring(0, 20) + "…" : word;
        return new Unreadable("formula-unreadable", shown.isEmpty() ? "公式不完整" : "公式在“" + shown + "”处读不懂",
                shown.isEmpty() ? "the formula breaks off" : "the formula cannot be read at \"" + shown + "\"");
    }
}
