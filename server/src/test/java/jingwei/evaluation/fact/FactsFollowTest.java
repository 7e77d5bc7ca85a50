package jingwei.evaluation.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import jingwei.casework.Case;
import jingwei.casework.history.CaseHistory;
import jingwei.casework.history.Histories;
import jingwei.evaluation.EvaluatedTown;
import jingwei.evaluation.PlayedCity;
import jingwei.simulator.Requirement;
import jingwei.workcalendar.WorkCalendar;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Facts follow the acts: read on in any pieces or made anew in one, they are the same rows and the same tallies.
///
/// Over so many random histories as the property `jingwei.histories` says: 1,500 with all the other tests, 10,000 by
/// `make property`.
@Tag("slow")
@Requirement({"EVA-02", "EVA-05"})
class FactsFollowTest {

    private static final int HISTORIES = Integer.getInteger("jingwei.histories", 1_500);
    private static EvaluatedTown town;
    private static PlayedCity city;

    @BeforeAll
    static void play() {
        town = EvaluatedTown.open();
        city = new PlayedCity();
        Random random = new Random(292);
        List<Case> open = new ArrayList<>();
        for (int i = 0; i < HISTORIES; i++) {
            open.add(city.random(random, 1 + random.nextInt(25)));
            // In ten pieces of any size, cases going on between them.
            if (random.nextInt(HISTORIES / 10) == 0 || i == HISTORIES - 1) {
                town.write(city);
                town.follow();
                for (int again = 0; again < open.size() / 5; again++) {
                    city.randomly(open.get(random.nextInt(open.size())), random, 12);
                }
            }
        }
        town.write(city);
        town.follow();
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @Test
    void readOnInPiecesOrMadeAnewTheyAreTheSameBytes() {
        String followed = town.dump();
        FactKeeper.Rebuilt rebuilt = town.rebuild();
        assertThat(town.dump()).isEqualTo(followed).contains("case_facts").contains("tallies");
        assertThat(rebuilt.cases()).isGreaterThanOrEqualTo(HISTORIES);
    }

    @Test
    void whatTheDatabaseTellsIsTheHistoryThatWasPlayed() {
        List<Case> some = city.cases().subList(0, 500);
        List<CaseHistory> read = town.within(() -> town.server().room(Histories.class)
                .read(some.stream().map(Case::id).toList()));
        assertThat(read).hasSize(some.size()).allSatisfy(history -> assertThat(history)
                .isEqualTo(CaseHistory.of(city.theCase(jingwei.casework.CaseNumber.of(history.head().number())),
                        city.acts(city.theCase(jingwei.casework.CaseNumber.of(history.head().number()))))));
    }

    @Test
    void everyFactCountsTheSameInJavaInRowsAndInTallies() {
        LocalDate from = LocalDate.of(2026, 1, 20);
        LocalDate to = LocalDate.of(2026, 2, 20);
        Instant begin = from.atStartOfDay(WorkCalendar.ZONE).toInstant();
        Instant end = to.atStartOfDay(WorkCalendar.ZONE).toInstant();
        List<FactRow> rows = city.cases().stream().flatMap(c -> FactRows.of(CaseHistory.of(c, city.acts(c)),
                FactRows.Findings.NONE, PlayedCity.CALENDAR).stream()).toList();
        for (Fact fact : Fact.values()) {
            if (!fact.count().relation().projected()) {
                continue;
            }
            BigDecimal inJava = fact.sum(rows, begin, end).stripTrailingZeros();
            BigDecimal inRows = town.within(() -> town.database().queryForObject("SELECT coalesce(sum(" + fact.count().amountSql()
                    + "), 0) FROM " + fact.count().relation().table() + " WHERE " + fact.count().whereSql()
                            .replace(":from", "'" + begin + "'").replace(":to", "'" + end + "'"), BigDecimal.class));
            BigDecimal inTallies = town.within(() -> town.database().queryForObject("SELECT coalesce(sum(total), 0) "
                    + "FROM evaluation.tallies WHERE scope = 'community' AND fact = ? AND until >= ? AND day < ? AND (? OR day >= ?)",
                    BigDecimal.class, fact.word(), to, to, fact.count().stock(), from));
            assertThat(inRows).as(fact + " rows").isEqualByComparingTo(inJava);
            assertThat(inTallies).as(fact + " tallies").isEqualByComparingTo(inJava);
        }
    }

    @Test
    void anActThatCommitsLateIsNotSkipped() throws Exception {
        PlayedCity more = new PlayedCity();
        Case late = more.at(Instant.parse("2026-03-02T02:00:00Z")).walk("report");
        Case soon = more.walk("report");
        try (Connection slow = connection(); Statement write = slow.createStatement()) {
            slow.setAutoCommit(false);
            write.execute("SELECT set_config('jingwei.platform', 'luoyang', true)");
            write.execute("SELECT pg_current_xact_id()");
            jingwei.tenancy.Tenancy.run(PlayedCity.PLATFORM, () -> jingwei.casework.store.BulkCases.write(
                    new org.springframework.jdbc.core.JdbcTemplate(
                            new org.springframework.jdbc.datasource.SingleConnectionDataSource(slow, true)),
                    List.of(new jingwei.casework.store.BulkCases.Played(late, more.acts(late), 0))));
            town.within(() -> {
                jingwei.casework.store.BulkCases.write(town.database(),
                        List.of(new jingwei.casework.store.BulkCases.Played(soon, more.acts(soon), 0)));
                return 0;
            });
            jingwei.tenancy.Tenancy.run(PlayedCity.PLATFORM, town::step);
            slow.commit();
        }
        town.follow();
        assertThat(town.within(() -> town.database().queryForList(
                "SELECT number FROM evaluation.case_facts WHERE case_id IN (?, ?)", String.class, late.id(), soon.id())))
                .containsExactlyInAnyOrder(late.number().value(), soon.number().value());
    }

    private static Connection connection() throws java.sql.SQLException {
        var connections = town.server().database().connections();
        return DriverManager.getConnection(connections.url(), connections.application().user(),
                connections.application().password());
    }
}
