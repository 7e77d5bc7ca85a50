package jingwei.citizen;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import jingwei.citizen.store.CitizenTables;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// 防滥用: counts what a phone and a network address do, and refuses when it is too much. What was tried is counted also where
/// the attempt itself is refused, so a count has a transaction of its own.
@Component
class AbuseGuard {

    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

    private final CitizenTables tables;
    private final Clock wall;
    private final TransactionTemplate apart;

    AbuseGuard(CitizenTables tables, Clock wall, PlatformTransactionManager transactions) {
        this.tables = tables;
        this.wall = wall;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /// @throws jingwei.standards.RefusedException `too-many-reports`
    void hourly(String who, int most) {
        count(who, wall.instant().truncatedTo(ChronoUnit.HOURS).toString(), most);
    }

    /// @throws jingwei.standards.RefusedException `too-many-reports`
    void daily(String who, int most) {
        count(who, LocalDate.ofInstant(wall.instant(), CITY).toString(), most);
    }

    /// Whether it was too much already; counts nothing. @throws jingwei.standards.RefusedException `too-many-reports`
    void within(String who, int most) {
        Integer times = apart.execute(status -> tables.used(who, wall.instant().truncatedTo(ChronoUnit.HOURS).toString()));
        if (times != null && times >= most) {
            throw CitizenRefusals.tooMany();
        }
    }

    private void count(String who, String span, int most) {
        Integer times = apart.execute(status -> tables.use(who, span));
        if (times != null && times > most) {
            throw CitizenRefusals.tooMany();
        }
    }

    /// Removes counts of days that are over.
    void forget() {
        tables.forgetUses(LocalDate.ofInstant(wall.instant(), CITY).minusDays(2).toString());
    }
}
