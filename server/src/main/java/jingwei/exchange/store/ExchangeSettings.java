package jingwei.exchange.store;

import static jingwei.exchange.store.OutboxTables.platform;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jingwei.exchange.LetterKind;
import jingwei.tenancy.PlatformId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// 交换设置的表: who sends what to whom, code mappings with validity, operating models per area (EXC-05, EXC-07).
@Repository
public class ExchangeSettings {

    private final JdbcTemplate database;

    ExchangeSettings(JdbcTemplate database) {
        this.database = database;
    }

    /// 交换规则.
    public record Rule(PlatformId partner, LetterKind kind, boolean sends, boolean takes) {
    }

    /// 编码对照.
    public record Code(PlatformId partner, String list, String theirs, String ours, LocalDate from, @Nullable LocalDate to) {
    }

    /// 分区域运行模式. @param supervision who supervises there, @param command who commands there
    public record Area(String region, PlatformId partner, Whose supervision, Whose command) {
    }

    /// 本级, 对方, 两级.
    public enum Whose {
        OURS, THEIRS, BOTH
    }

    /// Without a line every kind is sent and taken.
    public boolean sends(PlatformId partner, LetterKind kind) {
        return rule(partner, kind).map(Rule::sends).orElse(true);
    }

    public boolean takes(PlatformId partner, LetterKind kind) {
        return rule(partner, kind).map(Rule::takes).orElse(true);
    }

    private Optional<Rule> rule(PlatformId partner, LetterKind kind) {
        return database.query("SELECT * FROM exchange.rules WHERE platform = ? AND partner = ? AND kind = ?",
                ExchangeSettings::rule, platform(), partner.value(), kind.word()).stream().findFirst();
    }

    public List<Rule> rules(PlatformId partner) {
        return database.query("SELECT * FROM exchange.rules WHERE platform = ? AND partner = ?", ExchangeSettings::rule, platform(),
                partner.value());
    }

    public void putRule(Rule rule, Instant now, String by) {
        database.update("""
                INSERT INTO exchange.rules (platform, partner, kind, sends, takes, changed_at, changed_by) VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (platform, partner, kind) DO UPDATE SET sends = EXCLUDED.sends, takes = EXCLUDED.takes,
                  changed_at = EXCLUDED.changed_at, changed_by = EXCLUDED.changed_by
                """, platform(), rule.partner().value(), rule.kind().word(), rule.sends(), rule.takes(), Timestamp.from(now), by);
    }

    public List<Code> codes(PlatformId partner) {
        return database.query("SELECT * FROM exchange.codes WHERE platform = ? AND partner = ? ORDER BY list, theirs, valid_from",
                ExchangeSettings::code, platform(), partner.value());
    }

    /// What their code is here on that day; empty where no line maps it.
    public Optional<String> ours(PlatformId partner, String list, String theirs, LocalDate day) {
        return database.query("""
                SELECT * FROM exchange.codes WHERE platform = ? AND partner = ? AND list = ? AND theirs = ?
                  AND valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?) ORDER BY valid_from DESC LIMIT 1
                """, ExchangeSettings::code, platform(), partner.value(), list, theirs, Date.valueOf(day), Date.valueOf(day)).stream()
                .findFirst().map(Code::ours);
    }

    /// What our code is there on that day; empty where no line maps it.
    public Optional<String> theirs(PlatformId partner, String list, String ours, LocalDate day) {
        return database.query("""
                SELECT * FROM exchange.codes WHERE platform = ? AND partner = ? AND list = ? AND ours = ?
                  AND valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?) ORDER BY valid_from DESC, theirs LIMIT 1
                """, ExchangeSettings::code, platform(), partner.value(), list, ours, Date.valueOf(day), Date.valueOf(day)).stream()
                .findFirst().map(Code::theirs);
    }

    public void putCode(Code code) {
        database.update("""
                INSERT INTO exchange.codes (platform, partner, list, theirs, ours, valid_from, valid_to) VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (platform, partner, list, theirs, valid_from) DO UPDATE SET ours = EXCLUDED.ours, valid_to = EXCLUDED.valid_to
                """, platform(), code.partner().value(), code.list(), code.theirs(), code.ours(), Date.valueOf(code.from()),
                code.to() == null ? null : Date.valueOf(code.to()));
    }

    public List<Area> areas() {
        return database.query("SELECT * FROM exchange.areas WHERE platform = ? ORDER BY region", ExchangeSettings::area, platform());
    }

    /// The setting of the closest area that contains the region.
    public Optional<Area> area(String region) {
        return database.query("""
                SELECT * FROM exchange.areas WHERE platform = ? AND region = left(?, length(region)) ORDER BY length(region) DESC LIMIT 1
                """, ExchangeSettings::area, platform(), region).stream().findFirst();
    }

    public void putArea(Area area, Instant now, String by) {
        database.update("""
                INSERT INTO exchange.areas (platform, region, partner, supervision, command, changed_at, changed_by)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (platform, region) DO UPDATE SET partner = EXCLUDED.partner, supervision = EXCLUDED.supervision,
                  command = EXCLUDED.command, changed_at = EXCLUDED.changed_at, changed_by = EXCLUDED.changed_by
                """, platform(), area.region(), area.partner().value(), area.supervision().name(), area.command().name(),
                Timestamp.from(now), by);
    }

    private static Rule rule(ResultSet row, int n) throws SQLException {
        return new Rule(PlatformId.of(row.getString("partner")), LetterKind.ofWord(row.getString("kind")).orElseThrow(),
                row.getBoolean("sends"), row.getBoolean("takes"));
    }

    private static Code code(ResultSet row, int n) throws SQLException {
        Date to = row.getDate("valid_to");
        return new Code(PlatformId.of(row.getString("partner")), row.getString("list"), row.getString("theirs"),
                row.getString("ours"), row.getDate("valid_from").toLocalDate(), to == null ? null : to.toLocalDate());
    }

    private static Area area(ResultSet row, int n) throws SQLException {
        return new Area(row.getString("region"), PlatformId.of(row.getString("partner")), Whose.valueOf(row.getString("supervision")),
                Whose.valueOf(row.getString("command")));
    }
}
