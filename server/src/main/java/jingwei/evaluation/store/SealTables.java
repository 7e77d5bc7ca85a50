package jingwei.evaluation.store;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingwei.evaluation.Period;
import jingwei.evaluation.Seals.Line;
import jingwei.evaluation.Seals.Seal;
import jingwei.evaluation.Subject;
import jingwei.evaluation.fact.Fact;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// 封存的存储: written once, read for ever; the application may neither change nor remove a seal.
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class SealTables {

    private static final TypeReference<Map<String, @Nullable BigDecimal>> FIGURES = new TypeReference<>() {
    };

    private final JdbcTemplate database;
    private final JsonMapper json;

    SealTables(JdbcTemplate database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    public void add(Seal seal, String body) {
        database.update("""
                INSERT INTO evaluation.seals (platform, id, period_kind, first_day, end_day, edition, sheet, sheet_version, sheet_body,
                  calendar_version, facts_hash, reason, by_post, sealed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, platform(), seal.id(), seal.period().kind().name(), seal.period().from(), seal.period().to(), seal.edition(),
                seal.sheet(), seal.sheetVersion(), body, seal.calendarVersion(), seal.factsHash(), seal.reason(), seal.post(),
                Timestamp.from(seal.sealedAt()));
    }

    public void add(UUID seal, Subject subject, List<Line> lines) {
        database.batchUpdate("""
                INSERT INTO evaluation.seal_lines (platform, seal, subject, code, name, figures, counts, grade, place)
                VALUES (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?)
                """, lines.stream().map(line -> new Object[] {platform(), seal, subject.name(), line.code(), line.name(),
                    json.writeValueAsString(line.figures()), json.writeValueAsString(line.counts()), line.grade(), line.place()}).toList());
    }

    public List<Seal> all() {
        return database.query("SELECT * FROM evaluation.seals WHERE platform = ? ORDER BY sealed_at DESC, id DESC LIMIT 500",
                SealTables::read, platform());
    }

    /// The editions of a period, oldest first.
    public List<Seal> editions(Period period) {
        return database.query("""
                SELECT * FROM evaluation.seals WHERE platform = ? AND period_kind = ? AND first_day = ? AND end_day = ? ORDER BY edition
                """, SealTables::read, platform(), period.kind().name(), period.from(), period.to());
    }

    public Optional<Seal> find(UUID id) {
        return database.query("SELECT * FROM evaluation.seals WHERE platform = ? AND id = ?", SealTables::read, platform(), id)
                .stream().findFirst();
    }

    public List<Line> lines(UUID seal, @Nullable Subject subject) {
        return database.query("""
                SELECT * FROM evaluation.seal_lines WHERE platform = ? AND seal = ? AND (?::text IS NULL OR subject = ?)
                ORDER BY subject, place NULLS LAST, code
                """, (row, n) -> new Line(Subject.valueOf(row.getString("subject")), row.getString("code"), row.getString("name"),
                json.readValue(row.getString("figures"), FIGURES), json.readValue(row.getString("counts"), FIGURES), row.getString("grade"),
                (Integer) row.getObject("place")), platform(), seal, subject == null ? null : subject.name(),
                subject == null ? null : subject.name());
    }

    /// 因子校验值: SHA-256 over every fact's rows in the period: how many, their sum, and which cases they are.
    public String hash(Period period) {
        StringBuilder text = new StringBuilder();
        for (Fact fact : Fact.values()) {
            String id = fact.count().relation().projected() ? "r.case_id::text || r." + fact.count().relation().key() : "r.id::text";
            String line = database.queryForObject("SELECT concat_ws(' ', count(*), coalesce(sum(" + fact.count().amountSql()
                    + "), 0), coalesce(sum(hashtextextended(" + id + ", 0)), 0)) FROM " + fact.count().relation().table()
                    + " r WHERE r.platform = ? AND " + where(fact, period), String.class, platform());
            text.append(fact.word()).append(' ').append(line).append('\n');
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The moments are our own, printed; nothing of a user reaches the text.
    private static String where(Fact fact, Period period) {
        return fact.count().whereSql().replace(":from", "'" + period.begin() + "'::timestamptz")
                .replace(":to", "'" + period.end() + "'::timestamptz");
    }

    private static Seal read(ResultSet row, int number) throws SQLException {
        Period period = new Period(Period.Kind.valueOf(row.getString("period_kind").toUpperCase(Locale.ROOT)),
                row.getObject("first_day", LocalDate.class), row.getObject("end_day", LocalDate.class));
        return new Seal(row.getObject("id", UUID.class), period, row.getInt("edition"), row.getString("sheet"), row.getInt("sheet_version"),
                row.getInt("calendar_version"), row.getString("facts_hash"), row.getString("reason"), row.getString("by_post"),
                row.getTimestamp("sealed_at").toInstant());
    }

    private static String platform() {
        return Tenancy.current().value();
    }
}
