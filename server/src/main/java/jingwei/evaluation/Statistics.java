package jingwei.evaluation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jingwei.catalog.Catalog;
import jingwei.casework.ReportSource;
import jingwei.evaluation.fact.Fact;
import jingwei.evaluation.sheet.Indicator;
import jingwei.evaluation.store.StatisticTables;
import jingwei.grid.Land;
import jingwei.identity.Accounts;
import jingwei.identity.Person;
import jingwei.organization.Organization;
import jingwei.organization.Organizations;
import jingwei.standards.ClassCode;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.RegionCode;
import jingwei.standards.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 自由统计 (STA-01): any dimensions by any facts and indicators over any days.
@Component
@Transactional(readOnly = true)
public class Statistics {

    private static final int DIMENSIONS = 4;
    private static final int COLUMNS = 40;
    /// More lines are for a program, not for a page; the answer says when it was cut.
    private static final int LINES = 20_000;

    private final StatisticTables tables;
    private final Catalog catalog;
    private final Land land;
    private final Organizations organizations;
    private final Accounts people;

    Statistics(StatisticTables tables, Catalog catalog, Land land, Organizations organizations, Accounts people) {
        this.tables = tables;
        this.catalog = catalog;
        this.land = land;
        this.organizations = organizations;
        this.people = people;
    }

    /// 统计结果. @param cut there were more lines than are answered
    @Schema(name = "StatisticAnswer")
    public record Answer(List<Column> dimensions, List<Column> measures, List<Line> lines, boolean cut) {
    }

    @Schema(name = "StatisticColumn")

    public record Column(String word, String name) {
    }

    /// @param names what people call the keys
    @Schema(name = "StatisticLine")
    public record Line(List<String> keys, List<String> names, Map<String, @Nullable BigDecimal> values) {
    }

    /// @param measures fact words and indicator ids, in the order of the columns
    public Answer ask(Sheets.Version by, List<Dimension> dimensions, List<String> measures, Map<Dimension, String> filters,
            Period period) {
        Asked asked = check(by, dimensions, measures, filters);
        Subject subject = asked.subject();
        Set<Indicator> indicators = asked.indicators();
        Set<Fact> facts = asked.facts();
        List<Column> columns = asked.columns();
        List<StatisticTables.Line> lines = tables.lines(by.sheet(), subject, List.copyOf(indicators), List.copyOf(facts), measures,
                dimensions, filters, period, LINES + 1);
        Organization organization = organizations.current();
        Map<String, Person> persons = persons(dimensions, lines);
        List<Line> named = lines.stream().limit(LINES).map(line -> new Line(line.keys(), names(dimensions, line.keys(), organization, persons),
                shown(by, line.values()))).toList();
        return new Answer(dimensions.stream().map(each -> new Column(each.word(), each.text().zh())).toList(), columns, named,
                lines.size() > LINES);
    }

    /// 统计的成分: what a question comes to, found out before anything is counted.
    public record Asked(Subject subject, Set<Indicator> indicators, Set<Fact> facts, List<Column> columns) {
    }

    /// Refuses what cannot be asked.
    ///
    /// @throws RefusedException `statistic-shape`, `unknown-measure`, `not-split-by`
    public Asked check(Sheets.Version by, List<Dimension> dimensions, List<String> measures, Map<Dimension, String> filters) {
        if (measures.isEmpty() || measures.size() > COLUMNS || dimensions.size() > DIMENSIONS) {
            throw refusal("statistic-shape", "统计须有 1 到 " + COLUMNS + " 个指标、最多 " + DIMENSIONS + " 个维度",
                    "a statistic has 1 to " + COLUMNS + " measures and at most " + DIMENSIONS + " dimensions");
        }
        Set<Indicator> indicators = new LinkedHashSet<>();
        Set<Fact> facts = new LinkedHashSet<>();
        List<Column> columns = new ArrayList<>();
        Subject subject = Subject.CITY;
        for (String measure : measures) {
            Fact fact = Fact.ofWord(measure).orElse(null);
            Indicator one = by.sheet().indicators().get(measure);
            if (fact != null) {
                facts.add(fact);
                columns.add(new Column(measure, fact.text().zh()));
            } else if (one != null) {
                subject = one.subjects().contains(Subject.CITY) ? Subject.CITY : one.subjects().iterator().next();
                indicators.addAll(with(by, one, subject));
                columns.add(new Column(measure, one.name().zh()));
            } else {
                throw refusal("unknown-measure", "没有因子或指标 " + measure, "there is no fact or indicator " + measure);
            }
        }
        indicators.forEach(one -> facts.addAll(by.sheet().facts(one, one.subjects().iterator().next())));
        splitBy(facts, dimensions);
        splitBy(facts, List.copyOf(filters.keySet()));
        return new Asked(subject, indicators, facts, columns);
    }

    private static void splitBy(Set<Fact> facts, List<Dimension> dimensions) {
        for (Dimension dimension : dimensions) {
            facts.stream().filter(fact -> !StatisticTables.splits(fact, dimension)).findFirst().ifPresent(fact -> {
                throw refusal("not-split-by", "因子“" + fact.text().zh() + "”不能按“" + dimension.text().zh() + "”统计",
                        "the fact " + fact.word() + " cannot be split by " + dimension.text().en());
            });
        }
    }

    /// The indicator after those it needs.
    private static List<Indicator> with(Sheets.Version by, Indicator one, Subject subject) {
        List<Indicator> ordered = by.sheet().of(subject);
        Set<String> needed = new LinkedHashSet<>();
        collect(by, one.id(), needed);
        return ordered.stream().filter(each -> needed.contains(each.id())).toList();
    }

    private static void collect(Sheets.Version by, String id, Set<String> needed) {
        Indicator one = by.sheet().indicators().get(id);
        if (one != null && needed.add(id)) {
            one.formula().all().forEach(part -> {
                if (part instanceof jingwei.evaluation.sheet.Formula.Other(String other)) {
                    collect(by, other, needed);
                }
            });
        }
    }

    private static Map<String, @Nullable BigDecimal> shown(Sheets.Version by, Map<String, @Nullable BigDecimal> values) {
        Map<String, @Nullable BigDecimal> shown = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            Indicator one = by.sheet().indicators().get(name);
            shown.put(name, one != null ? Evaluation.shown(one, value) : value == null ? null
                    : new BigDecimal(value.stripTrailingZeros().toPlainString()));
        });
        return shown;
    }

    private Map<String, Person> persons(List<Dimension> dimensions, List<StatisticTables.Line> lines) {
        int place = dimensions.indexOf(Dimension.PERSON);
        Map<String, Person> found = new HashMap<>();
        if (place >= 0) {
            people.persons(lines.stream().map(line -> line.keys().get(place)).filter(key -> !key.isEmpty()).map(UUID::fromString)
                    .collect(Collectors.toSet())).forEach((id, person) -> found.put(id.toString(), person));
        }
        return found;
    }

    private List<String> names(List<Dimension> dimensions, List<String> keys, Organization organization, Map<String, Person> persons) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < dimensions.size(); i++) {
            names.add(keys.get(i).isEmpty() ? "（无）" : Objects.requireNonNullElse(name(dimensions.get(i), keys.get(i), organization, persons), keys.get(i)));
        }
        return names;
    }

    private @Nullable String name(Dimension dimension, String key, Organization organization, Map<String, Person> persons) {
        return switch (dimension) {
            case DISTRICT, SUBDISTRICT, COMMUNITY -> land.current().region(RegionCode.of(key)).map(region -> region.name()).orElse(null);
            case UNIT -> organization.unit(key).map(unit -> unit.name()).orElse(null);
            case POST -> organization.post(key).map(post -> post.name()).orElse(null);
            case CLASS -> catalog.current().entry(ClassCode.of(key)).map(entry -> entry.name().zh()).orElse(null);
            case KIND -> key.equals("component") ? "部件" : "事件";
            case SOURCE -> ReportSource.valueOf(key).text().zh();
            case DUTY_GRID -> land.current().dutyGrid(key).map(grid -> grid.name()).orElse(null);
            case PERSON -> persons.containsKey(key) ? persons.get(key).name() : null;
            case DAY, WEEK, MONTH, CELL, MAJOR, STAGE, PLATFORM -> null;
        };
    }

    private static RefusedException refusal(String code, String zh, String en) {
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, code, Text.of(zh, en), Text.of("请调整维度或指标", "change dimensions or measures"))
                .under("STA-01").asException();
    }
}
