package jingwei.exchange.wall;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import jingwei.exchange.Partner;
import jingwei.exchange.store.LinkTables;
import jingwei.exchange.store.PartnerTables;
import jingwei.situation.CountyFigures;
import jingwei.situation.CountyFigures.SharedCase;
import jingwei.situation.CountySource;
import jingwei.workcalendar.PlatformClock;
import jingwei.workcalendar.WorkCalendar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 区县来报: each county's figures and open cases, counted from the copies its letters brought (CMD-09). A county that has sent
/// nothing is not shown; nobody looks into its rows.
@Component
class CountyCopies implements CountySource {

    private static final int MOST = 2_000;

    private final PartnerTables partners;
    private final LinkTables links;
    private final PlatformClock clock;

    CountyCopies(PartnerTables partners, LinkTables links, PlatformClock clock) {
        this.partners = partners;
        this.links = links;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<CountyFigures> received() {
        Instant now = clock.now();
        Instant midnight = clock.today().atStartOfDay(WorkCalendar.ZONE).toInstant();
        return partners.all().stream().filter(partner -> partner.state() == Partner.State.JOINED)
                .flatMap(partner -> links.told(partner.id(), now, midnight).stream().map(told -> new CountyFigures(partner.id().value(),
                        partner.name().zh(), partner.region(), told.asOf(), Map.of("open", told.open(), "red", told.red(),
                                "reported", told.reported(), "closed", told.closed()),
                        links.openCopies(partner.id(), MOST).stream().map(copy -> new SharedCase(copy.number(), copy.stage(),
                                copy.due() == null ? "" : copy.due().isBefore(now) ? "RED" : "GREEN", copy.longitude(), copy.latitude()))
                                .toList()))).toList();
    }
}
