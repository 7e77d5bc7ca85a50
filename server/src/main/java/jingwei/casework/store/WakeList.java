package jingwei.casework.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import jingwei.casework.CaseNumber;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// 待唤醒案件: which cases of the platform have a moment that has come, claimed so that two servers never wake the same one.
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class WakeList {

    private final JdbcTemplate database;

    WakeList(JdbcTemplate database) {
        this.database = database;
    }

    /// The earliest ones, locked until the transaction ends; what another server holds is left out.
    public List<CaseNumber> claim(Instant now, int most) {
        return database.query("""
                SELECT number FROM casework.cases WHERE platform = ? AND wakes_at <= ?
                ORDER BY wakes_at LIMIT ? FOR UPDATE SKIP LOCKED
                """, (row, n) -> CaseNumber.of(row.getString(1)), Tenancy.current().value(), Timestamp.from(now), most);
    }

    /// @param until null where nothing happens by itself any more
    public void sleepOn(CaseNumber number, @Nullable Instant until) {
        database.update("UPDATE casework.cases SET wakes_at = ? WHERE platform = ? AND number = ?",
                until == null ? null : Timestamp.from(until), Tenancy.current().value(), number.value());
    }
}
