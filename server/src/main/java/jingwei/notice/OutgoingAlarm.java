package jingwei.notice;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import jingwei.standards.Text;
import jingwei.tenancy.Alarm;
import jingwei.tenancy.AlarmSource;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 外发积压告警: messages that wait longer than a gateway's hiccup.
@Component
class OutgoingAlarm implements AlarmSource {

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final JdbcClient database;
    private final Clock clock;

    OutgoingAlarm(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Queue(long waiting, @Nullable String trouble) {
    }

    @Override
    @Transactional(readOnly = true)
    public List<Alarm> alarms() {
        Queue late = database.sql("""
                SELECT count(*) AS waiting, max(trouble) AS trouble FROM notice.outgoing
                WHERE platform = :platform AND sent_at IS NULL AND made_at < :since
                """).param("platform", Tenancy.current().value()).param("since", Timestamp.from(clock.instant().minus(PATIENCE)))
                .query((row, n) -> new Queue(row.getLong("waiting"), row.getString("trouble"))).single();
        if (late.waiting() == 0) {
            return List.of();
        }
        String cause = late.trouble() == null ? "" : late.trouble();
        return List.of(new Alarm("outgoing-late", false,
                Text.of(late.waiting() + " 条短信或邮件超过 15 分钟没有发出。" + cause, late.waiting() + " messages wait for more than 15 minutes. " + cause),
                Text.of("请检查短信网关和邮件服务器", "look after the gateway and the mail server")));
    }
}
