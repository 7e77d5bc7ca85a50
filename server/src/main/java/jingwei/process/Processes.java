package jingwei.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.tenancy.PerPlatform;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Tenancy;
import jingwei.workcalendar.PlatformClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// 流程版本: publishes definitions and answers the one in force and any earlier one (A9).
@Component
public class Processes {

    private record Key(PlatformId platform, String name, int version) {
    }

    private final JdbcClient database;
    private final ProcessDefinition standard = StandardProcess.read();
    private final Map<Key, ProcessDefinition> read = new ConcurrentHashMap<>();
    private final PerPlatform<ProcessDefinition> current;
    private final TransactionTemplate work;

    private final PlatformClock business;

    Processes(JdbcClient database, Clock clock, PlatformClock business, PlatformTransactionManager transactions) {
        this.database = database;
        this.business = business;
        this.work = new TransactionTemplate(transactions);
        this.current = new PerPlatform<>(clock, () -> within(this::revision), () -> within(this::inForce));
    }

    /// A read outside a transaction would see no platform's rows at all (row-level security).
    private <T> T within(Supplier<T> reading) {
        return Objects.requireNonNull(work.execute(status -> reading.get()));
    }

    /// 标准流程, as shipped; what every definition refines.
    public ProcessDefinition standard() {
        return standard;
    }

    /// The definition in force for new cases of the platform being served.
    public ProcessDefinition current() {
        return current.get();
    }

    /// The very version a case was accepted under (A9). @throws IllegalStateException where it was never published
    public ProcessDefinition version(String name, int version) {
        return read.computeIfAbsent(new Key(Tenancy.current(), name, version), key -> within(() -> database.sql("""
                SELECT page FROM process.definitions
                WHERE platform = :platform AND name = :name AND version = :version
                """).param("platform", key.platform().value()).param("name", name).param("version", version)
                .query(String.class).optional().map(Processes::parse)
                .orElseThrow(() -> new IllegalStateException("no process " + name + " " + version))));
    }

    /// All published versions, newest first.
    @Transactional(readOnly = true)
    public List<Published> published() {
        return database.sql("""
                SELECT name, version, published_at, published_by, valid_from FROM process.definitions
                WHERE platform = :platform ORDER BY in_force DESC
                """).param("platform", Tenancy.current().value()).query((row, n) -> version(row)).list();
    }

    private static Published version(ResultSet row) throws SQLException {
        Timestamp from = row.getTimestamp(5);
        return new Published(row.getString(1), row.getInt(2), row.getTimestamp(3).toInstant(), row.getString(4),
                from == null ? null : from.toInstant());
    }

    /// 已发布的版本.
    ///
    /// @param validFrom 生效时刻, by the platform's clock; null where it was in force at once
    public record Published(String name, int version, Instant publishedAt, String publishedBy, @Nullable Instant validFrom) {
    }

    /// The page of a published version, for a comparison or a way back. @throws jingwei.standards.RefusedException `unknown-process`
    @Transactional(readOnly = true)
    public ProcessDefinition find(String name, int version) {
        if (published().stream().noneMatch(each -> each.name().equals(name) && each.version() == version)) {
            throw Refusal.of(Refusal.Kind.NOT_FOUND, "unknown-process",
                    Text.of("没有流程“" + name + "”第 " + version + " 版", "there is no version " + version + " of " + name),
                    Text.of("请从版本列表中选择", "choose one from the list")).under("COL-02").asException();
        }
        return version(name, version);
    }

    /// Reads a page as far as it can be read; empty where it cannot.
    public Optional<ProcessDefinition> drawn(String page) {
        return ProcessReader.read(page) instanceof Reading.Read(ProcessDefinition definition) ? Optional.of(definition) : Optional.empty();
    }

    /// 审核: reads a page and tells every fault and breach; an empty list means it may be published.
    public List<Breach> examine(String page) {
        return switch (ProcessReader.read(page)) {
            case Reading.Unreadable(List<Breach> faults) -> faults;
            case Reading.Read(ProcessDefinition definition) -> ProcessVerifier.verify(definition, standard);
        };
    }

    /// 发布: makes the page the definition in force for new cases, at once.
    @Transactional
    public ProcessDefinition publish(String page, String by, Instant at) {
        return publish(page, by, at, null);
    }

    /// 发布: makes the page the definition in force for new cases, from the moment named. Running cases keep theirs.
    ///
    /// @param validFrom when it comes into force, by the platform's clock; null for at once
    /// @throws jingwei.standards.RefusedException `process-broken` with the breaches, `version-published` (A9), `valid-from-past`
    @Transactional
    public ProcessDefinition publish(String page, String by, Instant at, @Nullable Instant validFrom) {
        if (validFrom != null && validFrom.isBefore(at)) {
            throw Refusal.of(Refusal.Kind.UNPROCESSABLE, "valid-from-past",
                    Text.of("生效时刻 " + validFrom + " 已经过去", "the moment " + validFrom + " is over"),
                    Text.of("留空即发布后立即生效，或选将来的时刻", "leave it empty for at once, or choose a later one"))
                    .under("COL-02").asException();
        }
        List<Breach> breaches = examine(page);
        if (!breaches.isEmpty()) {
            String zh = String.join("；", breaches.stream().map(Breach::toString).toList());
            String en = String.join("; ", breaches.stream()
                    .map(b -> "line " + b.line() + (b.article() == null ? "" : " " + b.article()) + ": " + b.what().en())
                    .toList());
            Refusal refusal = Refusal.of(Refusal.Kind.UNPROCESSABLE, "process-broken", Text.of(zh, en),
                    Text.of("按行号修改后再发布", "mend the lines named and publish again"));
            Article article = breaches.getFirst().article();
            throw (article == null ? refusal : refusal.under(article.name())).asException();
        }
        ProcessDefinition definition = parse(page);
        String platform = Tenancy.current().value();
        int added = database.sql("""
                INSERT INTO process.definitions (platform, name, version, page, published_at, published_by, valid_from)
                VALUES (:platform, :name, :version, :page, :at, :by, :from) ON CONFLICT DO NOTHING
                """).param("platform", platform).param("name", definition.name())
                .param("version", definition.version()).param("page", page)
                .param("at", Timestamp.from(at)).param("by", by)
                .param("from", validFrom == null ? null : Timestamp.from(validFrom), Types.TIMESTAMP).update();
        if (added == 0) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "version-published",
                    Text.of("流程“" + definition.name() + "”第 " + definition.version() + " 版已经发布，不能改动",
                            "version " + definition.version() + " of " + definition.name() + " is published already"),
                    Text.of("把首行的版本号加一后再发布", "raise the version number in the first line"))
                    .under(Article.A9.name()).asException();
        }
        definition.arrows().forEach(arrow -> arrow.axes().forEach(axis -> database.sql("""
                INSERT INTO process.process_arrows (platform, name, version, from_state, act, to_state, axis)
                VALUES (:platform, :name, :version, :from, :act, :to, :axis) ON CONFLICT DO NOTHING
                """).param("platform", platform).param("name", definition.name())
                .param("version", definition.version()).param("from", arrow.from())
                .param("act", arrow.act().word()).param("to", arrow.to()).param("axis", axis.name()).update()));
        current.changed();
        return definition;
    }

    private long revision() {
        return database.sql("""
                SELECT coalesce(max(in_force), 0) FROM process.definitions
                WHERE platform = :platform AND (valid_from IS NULL OR valid_from <= :now)
                """).param("platform", Tenancy.current().value()).param("now", Timestamp.from(business.now()))
                .query(Long.class).single();
    }

    private ProcessDefinition inForce() {
        Published newest = database.sql("""
                SELECT name, version, published_at, published_by, valid_from FROM process.definitions
                WHERE platform = :platform AND (valid_from IS NULL OR valid_from <= :now) ORDER BY in_force DESC LIMIT 1
                """).param("platform", Tenancy.current().value()).param("now", Timestamp.from(business.now()))
                .query((row, n) -> version(row)).optional().orElseThrow(() -> Refusal.of(Refusal.Kind.UNAVAILABLE, "no-process",
                        Text.of("本平台还没有发布流程", "this platform has no process yet"),
                        Text.of("请管理员发布一个流程版本", "ask the administrator to publish one")).asException());
        return version(newest.name(), newest.version());
    }

    private static ProcessDefinition parse(String page) {
        return switch (ProcessReader.read(page)) {
            case Reading.Read(ProcessDefinition definition) -> definition;
            case Reading.Unreadable(List<Breach> faults) ->
                throw new IllegalStateException("a published process cannot be read: " + faults);
        };
    }
}
