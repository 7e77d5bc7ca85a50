package jingwei.exhaustion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import jingwei.casework.CaseTown;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;

/// 数据库也守宪章: whatever a program writes by raw SQL as the application's own role, an unlawful act is not stored (A1–A10,
/// SEC-01, SEC-02). Every attempt is undone.
class DatabaseExhaustionTest {

    private static final Expected EXPECTED = Expected.read();
    private static final Map<String, String> AXES = Map.of("S", "SUPERVISION", "C", "COMMAND", "H", "HANDLING", "L",
            "LEADERSHIP");

    private static DataSource application;
    private static UUID filed;

    @BeforeAll
    static void fileACase() {
        CaseTown town = CaseTown.open();
        application = town.server().database().application();
        String number = town.walk("report accept file");
        filed = UUID.fromString(town.as("operator-1").get("/api/cases/" + number).json().get("id").asString());
    }

    /// The fourth act of a filed case, as the dispatcher may really write it.
    private static Map<String, Object> lawful() {
        Map<String, Object> act = new LinkedHashMap<>();
        act.put("platform", "luoyang");
        act.put("case_id", filed);
        act.put("seq", 4);
        act.put("act", "dispatch");
        act.put("from_state", "filed");
        act.put("to_state", "handling");
        act.put("process", "standard");
        act.put("process_version", 1);
        act.put("post", "dispatcher-1");
        act.put("post_axis", "COMMAND");
        act.put("axis", "COMMAND");
        return act;
    }

    @Test
    void theLawfulActIsStored() throws SQLException {
        attempt("luoyang", lawful());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            an unknown arrow                      | lawful_arrow     | act=close to_state=closed
            an unknown act                        | lawful_arrow     | act=forget
            to a state of nobody                  | lawful_arrow     | to_state=paradise
            the right arrow at the wrong moment   | unbroken_chain   | act=report-back from_state=feedback to_state=to-check
            an arrow of long ago again            | unbroken_chain   | act=file from_state=accepted to_state=filed post=shift-leader-1 post_axis=SUPERVISION axis=SUPERVISION
            the wrong axis                        | lawful_arrow     | post=shift-leader-1 post_axis=SUPERVISION axis=SUPERVISION
            a forged axis                         | true_axis        | post=shift-leader-1
            a post of nobody                      | true_axis        | post=emperor-1
            an act that is not of the post's axis | own_axis         | post=shift-leader-1 post_axis=SUPERVISION
            a skipped number                      | unbroken_chain   | seq=5
            a number before the first             | case_acts_seq_check | seq=0
            the same number twice                 | case_acts_pkey   | seq=3
            a second beginning                    | begins_from_none | from_state=none
            a beginning out of the middle         | begins_from_none | seq=1
            another version of the process        | lawful_arrow     | process_version=2
            a case of nobody                      | unbroken_chain   | case_id=00000000-0000-7000-8000-000000000000
            """)
    void theDatabaseRefuses(String what, String constraint, String changes) {
        Map<String, Object> act = lawful();
        for (String change : changes.split(" ")) {
            String[] pair = change.split("=");
            act.put(pair[0], switch (act.get(pair[0])) {
                case Integer number -> Integer.valueOf(pair[1]);
                case UUID id -> UUID.fromString(pair[1]);
                default -> pair[1];
            });
        }
        assertThatThrownBy(() -> attempt("luoyang", act)).as(what).isInstanceOfSatisfying(PSQLException.class,
                refused -> assertThat(refused.getServerErrorMessage().getConstraint()).isEqualTo(constraint));
    }

    @Test
    void aCaseKeepsTheVersionItWasAcceptedUnder() throws SQLException {
        Map<String, Object> act = lawful();
        act.put("process_version", 2);
        try (Connection connection = open("luoyang"); Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO process.definitions (platform, name, version, page, published_at, published_by)
                    VALUES ('luoyang', 'standard', 2, 'page', now(), 'nobody');
                    INSERT INTO process.process_arrows (platform, name, version, from_state, act, to_state, axis)
                    VALUES ('luoyang', 'standard', 2, 'filed', 'dispatch', 'handling', 'COMMAND')
                    """);
            assertThatThrownBy(() -> insert(connection, act)).isInstanceOfSatisfying(PSQLException.class,
                    refused -> assertThat(refused.getServerErrorMessage().getConstraint()).isEqualTo("pinned_process"));
            connection.rollback();
        }
    }

    @Test
    void anotherPlatformsCaseIsOutOfReach() {
        Map<String, Object> ours = lawful();
        ours.put("platform", "xinan");
        assertThatThrownBy(() -> attempt("xinan", ours)).isInstanceOfSatisfying(PSQLException.class,
                refused -> assertThat(refused.getServerErrorMessage().getConstraint())
                        .isIn("unbroken_chain", "pinned_process"));
        assertThatThrownBy(() -> attempt("xinan", lawful())).hasMessageContaining("row-level security");
    }

    @Test
    void withoutAPlatformNothingIsSeenAndNothingWritten() throws SQLException {
        assertThatThrownBy(() -> attempt("", lawful())).hasMessageContaining("row-level security");
        try (Connection connection = open(""); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT (SELECT count(*) FROM casework.cases) + (SELECT count(*) FROM casework.case_acts)
                             + (SELECT count(*) FROM casework.case_grams) + (SELECT count(*) FROM casework.case_days)
                        """)) {
            row.next();
            assertThat(row.getLong(1)).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE casework.case_acts SET opinion = 'x'                       | case_acts
            UPDATE casework.case_acts SET at = now()                          | case_acts
            DELETE FROM casework.case_acts                                    | case_acts
            TRUNCATE casework.case_acts CASCADE                               | case_acts
            DELETE FROM casework.cases                                        | cases
            DELETE FROM casework.case_grams                                   | case_grams
            UPDATE process.process_arrows SET to_state = 'closed'             | process_arrows
            DELETE FROM process.definitions                                   | definitions
            ALTER TABLE casework.case_acts DISABLE ROW LEVEL SECURITY         | case_acts
            ALTER TABLE casework.case_acts DROP CONSTRAINT lawful_arrow       | case_acts
            """)
    void historyIsNotRewritten(String sql, String table) throws SQLException {
        try (Connection connection = open("luoyang"); Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql.replace("opinion = 'x'", "particulars = '{}'")))
                    .isInstanceOfSatisfying(PSQLException.class, refused -> {
                        assertThat(refused.getSQLState()).isEqualTo("42501");
                        assertThat(refused.getMessage()).contains(table);
                    });
            connection.rollback();
        }
    }

    @Test
    void theArrowsTheDatabaseKnowsAreThoseOfTheTable() throws SQLException {
        Set<String> known = new java.util.TreeSet<>();
        try (Connection connection = open("luoyang"); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT from_state || ' ' || act || ' ' || to_state || ' ' || axis FROM process.process_arrows
                        WHERE name = 'standard' AND version = 1
                        """)) {
            while (row.next()) {
                known.add(row.getString(1));
            }
        }
        assertThat(known).isEqualTo(steps());
    }

    /// Every from, act, to and axis: what the table does not have falls to `lawful_arrow`, what it has does not.
    @Test
    void everyOtherArrowIsRefusedByTheDatabase() throws SQLException {
        try (Connection connection = open("luoyang"); Statement statement = connection.createStatement()) {
            give(connection, "test.states", String.join(",", EXPECTED.states()));
            give(connection, "test.acts", String.join(",", EXPECTED.axesOfActs.keySet()));
            give(connection, "test.steps", String.join(",", steps()));
            give(connection, "test.case", filed.toString());
            statement.execute("""
                    DO $$
                    DECLARE
                      states text[] := string_to_array(current_setting('test.states'), ',');
                      acts   text[] := string_to_array(current_setting('test.acts'), ',');
                      steps  text[] := string_to_array(current_setting('test.steps'), ',');
                      axes   text[] := '{SUPERVISION,COMMAND,HANDLING,LEADERSHIP}';
                      posts  text[] := '{shift-leader-1,dispatcher-1,lighting-1,leader-1}';
                      came text; act text; goes text; n int; broken text; tried int := 0; astray text := '';
                    BEGIN
                      FOREACH came IN ARRAY states LOOP
                        FOREACH act IN ARRAY acts LOOP
                          FOREACH goes IN ARRAY states LOOP
                            FOR n IN 1..4 LOOP
                              tried := tried + 1;
                              broken := 'nothing';
                              BEGIN
                                INSERT INTO casework.case_acts (platform, case_id, seq, act, from_state, to_state, process,
                                  process_version, post, post_axis, axis, person, organization, at, since, overdue, round,
                                  particulars)
                                VALUES ('luoyang', CASE WHEN came = 'none' THEN gen_random_uuid()
                                    ELSE current_setting('test.case')::uuid END, CASE WHEN came = 'none' THEN 1 ELSE 9 END,
                                  act, came, goes, 'standard', 1, posts[n], axes[n], axes[n], gen_random_uuid(), 'x', now(),
                                  now(), false, 1, '{}');
                              EXCEPTION WHEN integrity_constraint_violation THEN
                                GET STACKED DIAGNOSTICS broken = CONSTRAINT_NAME;
                              END;
                              IF (broken = 'lawful_arrow') = (concat_ws(' ', came, act, goes, axes[n]) = ANY (steps)) THEN
                                astray := astray || concat_ws(' ', came, act, goes, axes[n], broken) || '; ';
                              END IF;
                            END LOOP;
                          END LOOP;
                        END LOOP;
                      END LOOP;
                      PERFORM set_config('test.tried', tried::text, true), set_config('test.astray', astray, true);
                    END $$
                    """);
            try (ResultSet row = statement.executeQuery(
                    "SELECT current_setting('test.astray'), current_setting('test.tried')::int")) {
                row.next();
                assertThat(row.getString(1)).isEmpty();
                assertThat(row.getInt(2)).isEqualTo(23 * 47 * 23 * 4);
            }
            connection.rollback();
        }
    }

    private static Set<String> steps() {
        return EXPECTED.steps.stream().map(step -> String.join(" ", step.from(), step.act(), step.to(),
                AXES.get(step.axis()))).collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    private static void attempt(String platform, Map<String, Object> act) throws SQLException {
        try (Connection connection = open(platform)) {
            insert(connection, act);
            connection.rollback();
        }
    }

    private static void insert(Connection connection, Map<String, Object> act) throws SQLException {
        String sql = "INSERT INTO casework.case_acts (" + String.join(", ", act.keySet())
                + ", person, organization, at, since, overdue, round, particulars) VALUES ("
                + "?, ".repeat(act.size()) + "gen_random_uuid(), 'x', now(), now(), false, 1, '{}')";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int n = 0;
            for (Object value : act.values()) {
                statement.setObject(++n, value);
            }
            statement.execute();
        }
    }

    private static Connection open(String platform) throws SQLException {
        Connection connection = application.getConnection();
        connection.setAutoCommit(false);
        if (!platform.isEmpty()) {
            give(connection, "jingwei.platform", platform);
        }
        return connection;
    }

    private static void give(Connection connection, String name, String value) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("SELECT set_config(?, ?, true)")) {
            set.setString(1, name);
            set.setString(2, value);
            set.execute();
        }
    }
}
