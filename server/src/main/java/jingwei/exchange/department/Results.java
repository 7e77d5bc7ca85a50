package jingwei.exchange.department;

import java.time.Clock;
import jingwei.casework.ActPerformed;
import jingwei.casework.Case;
import jingwei.casework.ReportSource;
import jingwei.exchange.store.ShareTables;
import jingwei.organization.Organizations;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// 办理结果: every act on a case a hotline's order began is kept for that hotline, in the act's own transaction.
@Component
class Results {

    private final ShareTables tables;
    private final Organizations organizations;
    private final Clock clock;

    Results(ShareTables tables, Organizations organizations, Clock clock) {
        this.tables = tables;
        this.organizations = organizations;
        this.clock = clock;
    }

    @EventListener
    void hear(ActPerformed performed) {
        Case c = performed.after();
        if (c.reported().source() != ReportSource.HOTLINE || c.reported().number() == null) {
            return;
        }
        String unit = c.assignment() == null ? null : organizations.current().unit(c.assignment().unit()).map(each -> each.name()).orElse(null);
        String opinion = performed.act().particulars().opinion();
        tables.moved(c.number().value(), c.stage().word(), performed.act().act().word(), opinion == null ? performed.act().particulars().reason()
                : opinion, unit, clock.instant());
    }
}
