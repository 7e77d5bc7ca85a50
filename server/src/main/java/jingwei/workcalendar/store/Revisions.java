package jingwei.workcalendar.store;

import jingwei.tenancy.PerPlatform;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/// 修订号: the number that grows with every change of the current platform's calendar or clock.
final class Revisions {

    private final JdbcClient database;
    private final String subject;

    Revisions(JdbcClient database, String subject) {
        this.database = database;
        this.subject = subject;
    }

    /// Zero where nothing was ever changed.
    long current() {
        return database.sql("SELECT revision FROM workcalendar.revisions WHERE subject = :subject")
                .param("subject", subject).query(Long.class).optional().orElse(0L);
    }

    /// Counts one change on; who comes second waits here for the first one's commit. The transaction sees its own
    /// picture from here on.
    void advance(PerPlatform<?> picture) {
        PlatformId platform = Tenancy.current();
        database.sql("""
                INSERT INTO workcalendar.revisions (platform, subject, revision) VALUES (:platform, :subject, 1)
                ON CONFLICT (platform, subject) DO UPDATE SET revision = revisions.revision + 1
                """).param("platform", platform.value()).param("subject", subject).update();
        picture.changed();
    }
}
