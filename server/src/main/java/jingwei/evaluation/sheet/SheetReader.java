package jingwei.evaluation.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jingwei.evaluation.Subject;
import jingwei.standards.SheetFault;
import jingwei.standards.Text;
import org.jspecify.annotations.Nullable;

/// 读指标表: the text of a sheet, read strictly; every fault is told with its line, and nothing is guessed.
///
/// A sheet is `sheet <name>`, `title …`, the chapters `settings`, `grades` and `examples`, and a block an indicator:
/// `indicator <id> <中文> <English>` with `kind`, `for`, `formula` or `bands` or `parts`, and `better lower` where less is more.
public final class SheetReader {

    private static final int LONGEST = 200_000;
    private static final int INDICATORS = 500;
    private static final Pattern ID = Pattern.compile("[A-Z]{2,4}-[A-Z][0-9]{2,3}[A-Z]?");
    private static final Pattern BANDS = Pattern.compile("(.+?)( per month)?\\s*:\\s*(.+)");
    private static final Pattern BAND = Pattern.compile("([0-9.]+)(?:\\s*-\\s*([0-9.]+)|(\\+))?\\s*=>\\s*([0-9.]+)");
    private static final Pattern PART = Pattern.compile("(.+?)\\s+([0-9.]+)\\s*%");
    private static final Pattern GRADE = Pattern.compile("([A-Z])\\s+>=\\s*([0-9.]+)\\s+(\\S+)\\s+([0-9]+,[0-9]+,[0-9]+)\\s+([a-z]+)");

    private final List<SheetFault> faults = new ArrayList<>();
    private final Map<String, Indicator> indicators = new LinkedHashMap<>();
    private final List<IndicatorSheet.Grade> grades = new ArrayList<>();
    private final List<IndicatorSheet.Example> examples = new ArrayList<>();
    private String name = "";
    private String title = "";
    private IndicatorSheet.Zero zero = IndicatorSheet.Zero.FULL;
    private String chapter = "";
    private @Nullable Block block;

    /// What was read: the sheet, or its faults and no sheet.
    public sealed interface Reading {

        record Read(IndicatorSheet sheet) implements Reading {
        }

        record Faulty(List<SheetFault> faults) implements Reading {
        }
    }

    /// The lines of one indicator until the next begins.
    private static final class Block {
        private final int line;
        private final String id;
        private final Text name;
        private Indicator.@Nullable Kind kind;
        private final Set<Subject> subjects = EnumSet.noneOf(Subject.class);
        private @Nullable Formula formula;
        private String source = "";
        private boolean higherBetter = true;

        Block(int line, String id, Text name) {
            this.line = line;
            this.id = id;
            this.name = name;
        }
    }

    private SheetReader() {
    }

    public static Reading read(String text) {
        SheetReader reader = new SheetReader();
        if (text.length() > LONGEST) {
            reader.fault(0, "sheet-too-long", "指标表超过 " + LONGEST + " 个字符", "the sheet has more than " + LONGEST + " characters");
            return new Reading.Faulty(reader.faults);
        }
        int number = 0;
        for (String line : text.split("\\R", -1)) {
            number++;
            int comment = line.indexOf('#');
            String told = comment < 0 ? line : line.substring(0, comment);
            if (!told.isBlank()) {
                reader.line(number, told);
            }
        }
        reader.endBlock();
        IndicatorSheet sheet = new IndicatorSheet(reader.name, reader.title, reader.zero, reader.grades, reader.indicators, reader.examples);
        if (reader.name.isEmpty()) {
            reader.fault(0, "sheet-nameless", "缺少“sheet 名称”一行", "the line \"sheet <name>\" is missing");
        }
        if (reader.faults.isEmpty()) {
            reader.faults.addAll(SheetVerifier.verify(sheet));
        }
        return reader.faults.isEmpty() ? new Reading.Read(sheet) : new Reading.Faulty(List.copyOf(reader.faults));
    }

    private void line(int number, String line) {
        String[] words = line.strip().split("\\s+", 2);
        String rest = words.length > 1 ? words[1] : "";
        if (Character.isWhitespace(line.charAt(0))) {
            inner(number, words[0], rest, line.strip());
            return;
        }
        endBlock();
        chapter = "";
        switch (words[0]) {
            case "sheet" -> name = rest;
            case "title" -> title = rest;
            case "source" -> {
                // provenance for people
            }
            case "settings", "grades", "examples" -> chapter = words[0];
            case "indicator" -> begin(number, rest);
            default -> fault(number, "line-unreadable", "读不懂“" + words[0] + "”", "\"" + words[0] + "\" is not known here");
        }
    }

    private void inner(int number, String word, String rest, String whole) {
        if (block != null) {
            inIndicator(block, number, word, rest);
            return;
        }
        switch (chapter) {
            case "settings" -> setting(number, word, rest);
            case "grades" -> grade(number, whole);
            case "examples" -> example(number, word, rest);
            default -> fault(number, "line-unreadable", "这一行不属于任何一节", "the line belongs to no chapter");
        }
    }

    private void begin(int number, String rest) {
        String[] words = rest.split("\\s+", 3);
        if (!ID.matcher(words[0]).matches() || words.length < 2) {
            fault(number, "indicator-malformed", "指标应写作“indicator DP-R01 名称 name”", "write \"indicator DP-R01 名称 name\"");
            return;
        }
        if (indicators.size() >= INDICATORS) {
            fault(number, "too-many-indicators", "指标最多 " + INDICATORS + " 个", "at most " + INDICATORS + " indicators");
            return;
        }
        block = new Block(number, words[0], Text.of(words[1], words.length > 2 ? words[2] : words[1]));
    }

    private void inIndicator(Block one, int number, String word, String rest) {
        try {
            switch (word) {
                case "kind" -> one.kind = Indicator.Kind.ofWord(rest).orElseGet(() -> {
                    fault(number, "kind-unknown", "没有“" + rest + "”这种指标", "there is no kind \"" + rest + "\"");
                    return null;
                });
                case "for" -> subjects(one, number, rest);
                case "formula" -> give(one, FormulaReader.read(rest), rest);
                case "bands" -> give(one, bands(number, rest), rest);
                case "parts" -> give(one, parts(number, rest), rest);
                case "better" -> one.higherBetter = !rest.equals("lower");
                default -> fault(number, "line-unreadable", "指标中没有“" + word + "”一项", "an indicator has no \"" + word + "\"");
            }
        } catch (FormulaReader.Unreadable e) {
            faults.add(new SheetFault(name.isEmpty() ? "指标表" : name, number, 0, one.id, e.code(), e.what()));
        }
    }

    private static void give(Block one, @Nullable Formula formula, String source) {
        one.formula = formula;
        one.source = source;
    }

    private void subjects(Block one, int number, String rest) {
        for (String word : rest.split("\\s+")) {
            Optional<Subject> subject = Subject.ofWord(word);
            if (subject.isEmpty()) {
                fault(number, "subject-unknown", "没有“" + word + "”这种评价对象", "there is no kind of subject \"" + word + "\"");
            } else {
                one.subjects.add(subject.get());
            }
        }
    }

    private @Nullable Formula bands(int number, String rest) throws FormulaReader.Unreadable {
        Matcher form = BANDS.matcher(rest);
        if (!form.matches()) {
            fault(number, "bands-malformed", "分档应写作“指标: 0-50 => 100; 51+ => 90”", "write \"indicator: 0-50 => 100; 51+ => 90\"");
            return null;
        }
        List<Formula.Band> bands = new ArrayList<>();
        for (String piece : form.group(3).split(";")) {
            Matcher band = BAND.matcher(piece.strip());
            Optional<BigDecimal> low = band.matches() ? number(band.group(1)) : Optional.empty();
            Optional<BigDecimal> high = band.matches() && band.group(2) != null ? number(band.group(2)) : low;
            Optional<BigDecimal> score = band.matches() ? number(band.group(4)) : Optional.empty();
            if (low.isEmpty() || high.isEmpty() || score.isEmpty()) {
                fault(number, "bands-malformed", "读不懂分档“" + piece.strip() + "”", "the band \"" + piece.strip() + "\" cannot be read");
                return null;
            }
            bands.add(new Formula.Band(low.get(), band.group(3) != null ? null : high.get(), score.get()));
        }
        bands.sort(java.util.Comparator.comparing(Formula.Band::low));
        return new Formula.Banded(FormulaReader.read(form.group(1)), bands, form.group(2) != null);
    }

    private @Nullable Formula parts(int number, String rest) throws FormulaReader.Unreadable {
        List<Formula.Part> parts = new ArrayList<>();
        for (String piece : rest.split(",(?![^(]*\\))")) {
            Matcher part = PART.matcher(piece.strip());
            Optional<BigDecimal> weight = part.matches() ? number(part.group(2)) : Optional.empty();
            if (weight.isEmpty()) {
                fault(number, "parts-malformed", "合成应写作“RG-S01 10%, RG-S02 20%”", "write \"RG-S01 10%, RG-S02 20%\"");
                return null;
            }
            List<Formula> choices = new ArrayList<>();
            for (String choice : part.group(1).split(" or ")) {
                choices.add(FormulaReader.read(choice));
            }
            parts.add(new Formula.Part(choices, weight.get()));
        }
        return new Formula.Weighted(parts);
    }

    private void setting(int number, String word, String rest) {
        if (!word.equals("zero")) {
            fault(number, "setting-unknown", "没有“" + word + "”这项规则", "there is no rule \"" + word + "\"");
            return;
        }
        switch (rest.strip()) {
            case "full", "spread", "none" -> zero = IndicatorSheet.Zero.valueOf(rest.strip().toUpperCase(Locale.ROOT));
            default -> fault(number, "zero-rule-unknown", "分母为零的规则只有 full、spread、none", "the zero rule is full, spread or none");
        }
    }

    private void grade(int number, String whole) {
        Matcher grade = GRADE.matcher(whole);
        Optional<BigDecimal> least = grade.matches() ? number(grade.group(2)) : Optional.empty();
        if (least.isEmpty()) {
            fault(number, "grade-malformed", "等级应写作“A >= 90 优秀 0,160,80 plain”", "write \"A >= 90 优秀 0,160,80 plain\"");
            return;
        }
        grades.add(new IndicatorSheet.Grade(grade.group(1), least.get(), grade.group(3), grade.group(4), grade.group(5)));
    }

    private void example(int number, String word, String rest) {
        String[] sides = rest.split("=>", -1);
        Optional<Subject> subject = Subject.ofWord(word);
        if (subject.isEmpty() || sides.length != 2) {
            fault(number, "example-malformed", "算例应写作“unit DP-B02 110, DP-B04 99 => DP-R02 90”", "write \"unit DP-B02 110 => DP-R02 90\"");
            return;
        }
        String expected = sides[1].strip();
        String letter = expected.matches(".* [A-Z]") ? expected.substring(expected.length() - 1) : null;
        Map<String, BigDecimal> given = values(number, sides[0]);
        Map<String, BigDecimal> wanted = values(number, letter == null ? expected : expected.substring(0, expected.length() - 2));
        examples.add(new IndicatorSheet.Example(subject.get(), given, wanted, letter, number));
    }

    private Map<String, BigDecimal> values(int number, String text) {
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        for (String piece : text.split(",")) {
            String[] words = piece.strip().split("\\s+");
            Optional<BigDecimal> value = words.length == 2 ? number(words[1]) : Optional.empty();
            if (value.isEmpty()) {
                fault(number, "example-malformed", "读不懂“" + piece.strip() + "”", "\"" + piece.strip() + "\" cannot be read");
            } else {
                values.put(words[0], value.get());
            }
        }
        return values;
    }

    private void endBlock() {
        Block one = block;
        block = null;
        if (one == null) {
            return;
        }
        if (indicators.containsKey(one.id)) {
            fault(one.line, "indicator-twice", "指标 " + one.id + " 写了两次", "the indicator " + one.id + " stands there twice");
        } else if (one.kind == null || one.formula == null || one.subjects.isEmpty()) {
            fault(one.line, "indicator-incomplete", "指标 " + one.id + " 缺少 kind、for 或公式", one.id + " lacks kind, for or its formula");
        } else {
            indicators.put(one.id, new Indicator(one.id, one.name, one.kind, one.subjects, one.formula, one.source,
                    one.higherBetter, one.line));
        }
    }

    private static Optional<BigDecimal> number(String text) {
        return text.length() <= 20 && text.matches("[0-9]+(\\.[0-9]+)?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private void fault(int line, String code, String zh, String en) {
        if (faults.size() < 100) {
            faults.add(new SheetFault(name.isEmpty() ? "指标表" : name, line, 0, "", code, Text.of(zh, en)));
        }
    }
}
