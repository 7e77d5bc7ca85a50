package jingwei.citizen.store;

import java.security.SecureRandom;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jingwei.casework.ReportSource;
import jingwei.citizen.ApiClient;
import jingwei.citizen.CitizenSettings;
import jingwei.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// 公众上报的设置和 Open311 客户端的表. Needs a transaction of the caller.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class SettingTables {

    private final JdbcClient database;

    SettingTables(JdbcClient database) {
        this.database = database;
    }

    /// The settings with the platform's secret, made at the first reading.
    public record Kept(CitizenSettings settings, byte[] secret) {
    }

    public Kept read() {
        return find().orElseGet(() -> {
            byte[] secret = new byte[32];
            new SecureRandom().nextBytes(secret);
            database.sql("INSERT INTO citizen.settings (platform, secret) VALUES (:platform, :secret) ON CONFLICT DO NOTHING")
                    .param("platform", platform()).param("secret", secret).update();
            return find().orElseThrow();
        });
    }

    public void write(CitizenSettings s) {
        read();
        database.sql("""
                UPDATE citizen.settings SET open = :open, fallback_class = :fallback, offered_classes = :offered::text[],
                  per_phone_day = :perPhone, per_address_hour = :perAddress, mask_after_days = :mask,
                  reward_points = :points, center_phone = :phone
                WHERE platform = :platform
                """).param("platform", platform()).param("open", s.open()).param("fallback", s.fallbackClass())
                .param("offered", s.offeredClasses().toArray(String[]::new)).param("perPhone", s.perPhoneDay())
                .param("perAddress", s.perAddressHour()).param("mask", s.maskAfterDays()).param("points", s.rewardPoints())
                .param("phone", s.centerPhone()).update();
    }

    /// @return false where the id is taken
    public boolean issue(ApiClient client, String keyDigest) {
        return database.sql("""
                INSERT INTO citizen.clients (platform, id, name, source, key_digest, issued_at)
                VALUES (:platform, :id, :name, :source, :key, :at) ON CONFLICT (platform, id) DO NOTHING
                """).param("platform", platform()).param("id", client.id()).param("name", client.name())
                .param("source", client.source().name()).param("key", keyDigest)
                .param("at", Timestamp.from(client.issuedAt())).update() == 1;
    }

    public boolean revoke(String id, Instant at) {
        return database.sql("""
                UPDATE citizen.clients SET revoked_at = coalesce(revoked_at, :at) WHERE platform = :platform AND id = :id
                """).param("platform", platform()).param("id", id).param("at", Timestamp.from(at)).update() == 1;
    }

    public List<ApiClient> clients() {
        return database.sql("SELECT * FROM citizen.clients WHERE platform = :platform ORDER BY id")
                .param("platform", platform()).query((row, n) -> client(row)).list();
    }

    public Optional<ApiClient> byKey(String keyDigest) {
        return database.sql("""
                SELECT * FROM citizen.clients WHERE platform = :platform AND key_digest = :key AND revoked_at IS NULL
                """).param("platform", platform()).param("key", keyDigest).query((row, n) -> client(row)).optional();
    }

    private Optional<Kept> find() {
        return database.sql("SELECT * FROM citizen.settings WHERE platform = :platform").param("platform", platform())
                .query((row, n) -> new Kept(new CitizenSettings(row.getBoolean("open"), row.getString("fallback_class"),
                        strings(row.getArray("offered_classes")), row.getInt("per_phone_day"), row.getInt("per_address_hour"),
                        row.getInt("mask_after_days"), row.getInt("reward_points"), row.getString("center_phone")),
                        row.getBytes("secret"))).optional();
    }

    private static ApiClient client(java.sql.ResultSet row) throws SQLException {
        Timestamp revoked = row.getTimestamp("revoked_at");
        return new ApiClient(row.getString("id"), row.getString("name"), ReportSource.valueOf(row.getString("source")),
                row.getTimestamp("issued_at").toInstant(), revoked == null ? null : revoked.toInstant());
    }

    private static List<String> strings(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    private static String platform() {
        return Tenancy.current().value();
    }
}
