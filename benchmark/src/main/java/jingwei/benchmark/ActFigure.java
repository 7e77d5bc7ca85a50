package jingwei.benchmark;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import jingwei.casework.ActRequest;
import jingwei.casework.Case;
import jingwei.casework.CaseRoom;
import jingwei.casework.Evidence;
import jingwei.casework.Particulars;
import jingwei.casework.Performer;
import jingwei.grid.GeoPoint;
import jingwei.identity.Accounts;
import jingwei.identity.SignedIn;
import jingwei.journal.Submissions;
import jingwei.media.Media;
import jingwei.organization.Organizations;
import jingwei.organization.Post;
import jingwei.process.Act;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// 一次办理: request to commit, HTTP apart, with idempotency, clock, docket, journal and notices, at eight connections; against
/// a bare transaction with one UPDATE and one INSERT, in turn, on the same database.
final class ActFigure {

    private static final int HANDS = 8;
    private static final int ROUNDS = 5;
    private static final double SECONDS = 4;
    private static final double WARM_UP = 15;
    private static final PlatformId PLATFORM = PlatformId.of("luoyang");

    private final Bench bench;
    private final TransactionTemplate transaction;
    private final JdbcTemplate database;
    private final Case[] cases = new Case[HANDS];
    private final Map<String, UUID> accounts = new HashMap<>();
    private String photo = "";
    private volatile boolean registered = true;

    ActFigure(Bench bench) {
        this.bench = bench;
        this.transaction = new TransactionTemplate(bench.room(PlatformTransactionManager.class));
        this.database = bench.room(JdbcTemplate.class);
    }

    /// One line of the account: what an act costs when this and everything above it is left out.
    record Row(String leftOut, Bench.Cost act) {
    }

    /// @param act   the act as in use
    /// @param ratio rate of acts to rate of bare transactions
    /// @param rows  where the rest goes, piece by piece
    record Figure(Bench.Cost act, Bench.Cost bare, double ratio, List<Row> rows) {
    }

    /// Leads one case round the loop, so that there is one.
    void once() {
        prepare();
        for (int acts = 0; acts < 9; acts++) {
            act(0);
        }
    }

    private void prepare() {
        Tenancy.run(PLATFORM, () -> {
            photo = photo();
            // In the demonstration an account has the name of its post.
            bench.room(Accounts.class).list("", 500).forEach(account -> accounts.put(account.name(), account.id()));
        });
    }

    Figure measure() throws Exception {
        prepare();
        bareTables();
        JdbcTemplate owner = new JdbcTemplate(bench.owner());
        Bench.rate(HANDS, WARM_UP, this::act);
        Bench.rate(HANDS, SECONDS, this::bare);
        // A table in use has statistics; one made a minute ago has not, and keeps plans made for an empty one.
        owner.execute("ANALYZE");
        Bench.rate(HANDS, SECONDS, this::act);
        List<Bench.Cost> acts = new ArrayList<>();
        List<Bench.Cost> bares = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            acts.add(bench.cost(HANDS, SECONDS, this::act));
            bares.add(bench.cost(HANDS, SECONDS, this::bare));
        }
        Bench.Cost act = middle(acts);
        Bench.Cost bare = middle(bares);
        return new Figure(act, bare, act.rate() / bare.rate(), rows(owner));
    }

    /// Leaves out one piece after the other, in a database that is thrown away afterwards.
    private List<Row> rows(JdbcTemplate owner) throws InterruptedException {
        List<Row> rows = new ArrayList<>();
        registered = false;
        rows.add(new Row("the register of submissions with the journal's entry (提交登记与日志)", again()));
        for (String constraint : List.of("lawful_arrow", "true_axis", "pinned_process", "unbroken_chain")) {
            owner.execute("ALTER TABLE casework.case_acts DROP CONSTRAINT " + constraint);
        }
        rows.add(new Row("the four constraints that look at other rows (约束)", again()));
        owner.execute("DROP INDEX casework.cases_newest, casework.cases_state, casework.cases_stage, casework.cases_due, "
                + "casework.cases_unit, casework.cases_class, casework.cases_street, casework.cases_place, "
                + "casework.cases_wakes, casework.cases_collector, casework.case_acts_in_time, casework.case_acts_by_post");
        rows.add(new Row("the indexes of the lists (查询索引)", again()));
        for (String table : List.of("casework.cases", "casework.case_acts", "casework.case_grams", "notice.notices",
                "media.items")) {
            owner.execute("ALTER TABLE " + table + " DISABLE ROW LEVEL SECURITY");
        }
        rows.add(new Row("row-level security of these tables (行级安全)", again()));
        return rows;
    }

    private Bench.Cost again() throws InterruptedException {
        Bench.rate(HANDS, 1, this::act);
        List<Bench.Cost> costs = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            costs.add(bench.cost(HANDS, SECONDS / 2, this::act));
        }
        return middle(costs);
    }

    private static Bench.Cost middle(List<Bench.Cost> costs) {
        return costs.stream().sorted(Comparator.comparingDouble(cost -> cost.each().both())).skip(costs.size() / 2)
                .findFirst().orElseThrow();
    }

    /// The next act of the hand's case; a new case when the last one is closed.
    private void act(int hand) {
        Tenancy.run(PLATFORM, () -> {
            Case c = cases[hand];
            String state = c == null ? "closed" : c.state();
            cases[hand] = switch (state) {
                case "closed" -> once(null, Act.REPORT, "collector-" + (hand % 4 + 1), report());
                case "reported" -> once(c, Act.ACCEPT, "operator-1", Particulars.none());
                case "accepted" -> once(c, Act.FILE, "shift-leader-1", Particulars.none());
                case "filed" -> once(c, Act.DISPATCH, "dispatcher-1", unit());
                case "handling" -> once(c, Act.HANDLE, "water-1", proof(Evidence.Kind.AFTER));
                case "feedback" -> once(c, Act.REPORT_BACK, "dispatcher-1", Particulars.none());
                case "to-check" -> once(c, Act.ASK_CHECK, "operator-1", collector());
                case "checking" -> once(c, Act.PASS_CHECK, "collector-5", proof(Evidence.Kind.CHECK));
                case "to-close" -> once(c, Act.CLOSE, "shift-leader-1", Particulars.none());
                default -> throw new IllegalStateException(state);
            };
        });
    }

    private Case once(@Nullable Case c, Act act, String postId, Particulars said) {
        Post post = bench.room(Organizations.class).current().post(postId).orElseThrow();
        UUID person = post.holders().getFirst();
        UUID account = accounts.get(postId);
        SignedIn who = new SignedIn(PLATFORM, account, person, postId, Set.of());
        String key = UUID.randomUUID().toString();
        return transaction.execute(status -> {
            if (registered) {
                bench.room(Submissions.class).claim(account, key);
            }
            Case done = bench.room(CaseRoom.class).perform(c == null
                    ? new ActRequest(null, act, null, said, UuidCreator.getTimeOrderedEpoch())
                    : new ActRequest(c.number(), act, c.version(), said, null), Performer.of(person, post)).theCase();
            if (registered) {
                bench.room(Submissions.class).keep(who, key, "POST", "/api/cases/" + done.number() + "/acts",
                        new Submissions.Kept(key, 200, Map.of(), new byte[300]));
            }
            return done;
        });
    }

    private void bare(int hand) {
        transaction.executeWithoutResult(status -> {
            database.update("UPDATE bench.cases SET state = state + 1 WHERE id = ?", hand);
            database.update("INSERT INTO bench.history (id, what, at) VALUES (?, 'act', clock_timestamp())", hand);
        });
    }

    private void bareTables() {
        // Owned by nobody's room: temporary tables would not be written ahead.
        JdbcTemplate owner = new JdbcTemplate(bench.owner());
        owner.execute("CREATE SCHEMA bench");
        owner.execute("CREATE TABLE bench.cases (id int PRIMARY KEY, state int)");
        owner.execute("CREATE TABLE bench.history (n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id int, what text, "
                + "at timestamptz)");
        owner.execute("INSERT INTO bench.cases SELECT g, 0 FROM generate_series(0, 63) g");
        owner.execute("GRANT USAGE ON SCHEMA bench TO jingwei_app");
        owner.execute("GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA bench TO jingwei_app");
    }

    private String photo() {
        try {
            BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return bench.room(Media.class).add(new ByteArrayInputStream(bytes.toByteArray()), bytes.size()).hash();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Particulars report() {
        return said(null, List.of(new Evidence(photo, Evidence.Kind.BEFORE)), "上水井盖破损，影响通行", null, null, true);
    }

    private Particulars proof(Evidence.Kind kind) {
        return said(kind == Evidence.Kind.AFTER ? "已处置" : null, List.of(new Evidence(photo, kind)), null, null, null,
                false);
    }

    private static Particulars unit() {
        return said("请处置", null, null, "water", null, false);
    }

    private static Particulars collector() {
        return said(null, null, null, null, "collector-5", false);
    }

    private static Particulars said(@Nullable String opinion,
            @Nullable List<Evidence> evidence,
            @Nullable String description, @Nullable String unit,
            @Nullable String collector, boolean report) {
        return new Particulars(opinion, null, evidence, null, null, description, report ? "component-0101" : null,
                report ? 1 : null, null, report ? new GeoPoint(112.436, 34.675) : null, null, null, collector, unit, null,
                null, null, null, null, null, null, null, null, null);
    }
}
