package jingwei.collection;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import jingwei.journal.Journal;
import jingwei.journal.JournalEntry;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// 采集设置的保管: one row a platform; what was never set is the standard.
@Component
public class SettingsKeeper {

    private static final Pattern VERSION = Pattern.compile("\\d{1,4}\\.\\d{1,4}\\.\\d{1,4}");
    private static final Duration TRUSTED_FOR = Duration.ofSeconds(2);

    private final JdbcClient database;
    private final Clock clock;
    private final Journal journal;
    private final TransactionTemplate reading;
    private final Map<PlatformId, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(CollectionSettings settings, Instant read) {
    }

    SettingsKeeper(JdbcClient database, Clock clock, Journal journal, PlatformTransactionManager transactions) {
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.database = database;
        this.clock = clock;
        this.journal = journal;
    }

    /// Asked for every position and photo: a transaction is opened only where the table is read again.
    public CollectionSettings current() {
        Kept known = kept.get(Tenancy.current());
        Instant now = clock.instant();
        if (known != null && now.isBefore(known.read().plus(TRUSTED_FOR))) {
            return known.settings();
        }
        CollectionSettings settings = Objects.requireNonNull(reading.execute(status -> read()));
        kept.put(Tenancy.current(), new Kept(settings, now));
        return settings;
    }

    private CollectionSettings read() {
        return database.sql("SELECT * FROM collection.settings WHERE platform = :platform")
                .param("platform", Tenancy.current().value())
                .query((row, n) -> new CollectionSettings(row.getInt("interval_seconds"), row.getInt("retention_days"),
                        row.getBoolean("only_in_grid"), row.getBoolean("only_in_shift"), row.getInt("photos_least"),
                        row.getInt("photos_most"), row.getInt("media_wait_minutes"), row.getInt("photo_age_minutes"),
                        row.getInt("far_meters"), row.getInt("coarse_meters"), row.getString("lowest_version"),
                        row.getString("center_phone"))).optional().orElse(CollectionSettings.STANDARD);
    }

    /// @throws jingwei.standards.RefusedException `field-malformed`
    @Transactional
    public void put(CollectionSettings s) {
        within("intervalSeconds", s.intervalSeconds(), 5, 3600);
        within("retentionDays", s.retentionDays(), 1, 400);
        within("photosLeast", s.photosLeast(), 1, 9);
        within("photosMost", s.photosMost(), s.photosLeast(), 9);
        within("mediaWaitMinutes", s.mediaWaitMinutes(), 1, 2880);
        within("photoAgeMinutes", s.photoAgeMinutes(), 1, 1440);
        within("farMeters", s.farMeters(), 20, 5000);
        within("coarseMeters", s.coarseMeters(), 20, 5000);
        if (s.lowestVersion() == null || !VERSION.matcher(s.lowestVersion()).matches()) {
            throw CollectionRefusals.malformed("lowestVersion", "应为 1.2.3 的样子", "looks like 1.2.3");
        }
        if (s.centerPhone() != null && !s.centerPhone().matches("[0-9+ -]{3,20}")) {
            throw CollectionRefusals.malformed("centerPhone", "不是电话号码", "is no phone number");
        }
        database.sql("""
                INSERT INTO collection.settings (platform, interval_seconds, retention_days, only_in_grid, only_in_shift,
                  photos_least, photos_most, media_wait_minutes, photo_age_minutes, far_meters, coarse_meters,
                  lowest_version, center_phone, changed_at)
                VALUES (:platform, :interval, :retention, :inGrid, :inShift, :least, :most, :wait, :age, :far, :coarse,
                  :lowest, :phone, :now)
                ON CONFLICT (platform) DO UPDATE SET interval_seconds = excluded.interval_seconds,
                  retention_days = excluded.retention_days, only_in_grid = excluded.only_in_grid,
                  only_in_shift = excluded.only_in_shift, photos_least = excluded.photos_least,
                  photos_most = excluded.photos_most, media_wait_minutes = excluded.media_wait_minutes,
                  photo_age_minutes = excluded.photo_age_minutes, far_meters = excluded.far_meters,
                  coarse_meters = excluded.coarse_meters, lowest_version = excluded.lowest_version,
                  center_phone = excluded.center_phone, changed_at = excluded.changed_at
                """).param("platform", Tenancy.current().value()).param("interval", s.intervalSeconds())
                .param("retention", s.retentionDays()).param("inGrid", s.onlyInGrid()).param("inShift", s.onlyInShift())
                .param("least", s.photosLeast()).param("most", s.photosMost()).param("wait", s.mediaWaitMinutes())
                .param("age", s.photoAgeMinutes()).param("far", s.farMeters()).param("coarse", s.coarseMeters())
                .param("lowest", s.lowestVersion()).param("phone", s.centerPhone())
                .param("now", Timestamp.from(clock.instant())).update();
        journal.write(JournalEntry.Kind.DATA_CHANGE, "collection", "collection-settings-put",
                Map.of("retentionDays", s.retentionDays(), "intervalSeconds", s.intervalSeconds(),
                        "lowestVersion", s.lowestVersion()));
        kept.remove(Tenancy.current());
    }

    private static void within(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw CollectionRefusals.malformed(field, "应在 " + least + " 到 " + most + " 之间",
                    "lies between " + least + " and " + most);
        }
    }
}
