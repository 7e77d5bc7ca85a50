package jingwei.collection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingwei.casework.Performer;
import jingwei.collection.store.AttendanceTables;
import jingwei.grid.GeoPoint;
import jingwei.grid.Land;
import jingwei.organization.CollectorDuty;
import jingwei.organization.Organization;
import jingwei.organization.Organizations;
import jingwei.workcalendar.PlatformClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 考勤簿: signs collectors in and out of duty; what they do between is theirs to be seen, what is outside is not.
@Component
public class AttendanceBook {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    /// How long after the end of a shift a forgotten signing out still counts as duty.
    private static final Duration GRACE = Duration.ofMinutes(30);
    private static final Duration WITHOUT_SHIFT = Duration.ofHours(12);

    private final AttendanceTables tables;
    private final SettingsKeeper settings;
    private final Organizations organizations;
    private final Land land;
    private final PlatformClock clock;
    private final Clock wall;

    AttendanceBook(AttendanceTables tables, SettingsKeeper settings, Organizations organizations, Land land,
            PlatformClock clock, Clock wall) {
        this.tables = tables;
        this.settings = settings;
        this.organizations = organizations;
        this.land = land;
        this.clock = clock;
        this.wall = wall;
    }

    /// 签到. The same id again answers the first signing in, whatever happened since.
    ///
    /// @throws jingwei.standards.RefusedException `outside-duty-grid`, `outside-shift`, `id-taken`
    @Transactional
    public Attendance signIn(UUID id, Performer who, @Nullable Fix fix, @Nullable Instant sentAt,
            @Nullable String device) {
        Optional<Attendance> before = tables.find(id);
        if (before.isPresent()) {
            if (!before.get().person().equals(who.person())) {
                throw CollectionRefusals.taken();
            }
            return before.get();
        }
        Instant now = clock.now();
        PhoneTime time = PhoneTime.of(fix == null ? null : fix.at(), sentAt, now, wall.instant());
        Instant at = time.tooOld() ? now : time.at();
        Optional<Attendance> open = tables.open(who.post().id());
        if (open.isPresent()) {
            if (open.get().covers(at) && open.get().person().equals(who.person())) {
                return open.get();
            }
            tables.close(open.get().id(), earlier(at, open.get().validUntil()), "TERM", null);
        }
        Optional<CollectorDuty> duty = duty(who.post().id(), at);
        List<String> grids = dutyGrids(who.post().id(), at);
        GeoPoint point = fix == null ? null : fix.point();
        boolean inGrid = point != null && inside(point, grids);
        CollectionSettings rules = settings.current();
        if (rules.onlyInShift() && duty.isEmpty()) {
            throw CollectionRefusals.outsideShift();
        }
        if (rules.onlyInGrid() && !inGrid) {
            throw CollectionRefusals.outsideDutyGrid(grids);
        }
        Instant until = duty.map(each -> ends(each, at).plus(GRACE)).orElse(at.plus(WITHOUT_SHIFT));
        Attendance made = new Attendance(id, who.post().id(), who.person(),
                duty.map(each -> each.shift().name()).orElse(null), grids, at, point, inGrid, until, null, null, false,
                time.skew());
        tables.insert(made, device, fix == null ? null : fix.accuracy());
        return made;
    }

    /// 签退. @throws jingwei.standards.RefusedException `not-on-duty`
    @Transactional
    public Attendance signOut(Performer who, @Nullable Fix fix, @Nullable Instant sentAt) {
        Attendance open = require(who);
        tables.close(open.id(), earlier(moment(fix, sentAt), open.validUntil()), "SELF", fix == null ? null : fix.point());
        return tables.find(open.id()).orElseThrow();
    }

    /// 休息 and 恢复. @throws jingwei.standards.RefusedException `not-on-duty`
    @Transactional
    public Attendance rest(Performer who, boolean begins, @Nullable Fix fix, @Nullable Instant sentAt) {
        Attendance open = require(who);
        if (begins && !open.resting()) {
            tables.beginBreak(open.id(), moment(fix, sentAt));
        } else if (!begins) {
            tables.endBreak(open.id(), moment(fix, sentAt));
        }
        return tables.find(open.id()).orElseThrow();
    }

    /// The duty a post is on now; empty where it is on none.
    @Transactional(readOnly = true)
    public Optional<Attendance> current(String post) {
        Instant now = clock.now();
        return tables.open(post).filter(open -> open.covers(now));
    }

    /// Everybody on duty now.
    @Transactional(readOnly = true)
    public List<Attendance> onDuty() {
        Instant now = clock.now();
        return tables.open().stream().filter(open -> open.covers(now)).toList();
    }

    @Transactional(readOnly = true)
    public List<Attendance> between(@Nullable String post, Instant from, Instant to) {
        return tables.between(post, from, to);
    }

    /// 本人的责任网格: those of the shift at that moment, or all of the post's where no shift runs.
    public List<String> dutyGrids(String post, Instant at) {
        Organization organization = organizations.current();
        List<String> now = organization.dutyGridsOf(post, at);
        if (!now.isEmpty()) {
            return now;
        }
        LocalDate day = LocalDate.ofInstant(at, BEIJING);
        return organization.duties().stream().filter(duty -> duty.post().equals(post)
                        && !day.isBefore(duty.validFrom()) && (duty.validTo() == null || !day.isAfter(duty.validTo())))
                .map(CollectorDuty::dutyGrid).distinct().sorted().toList();
    }

    /// Whether the point lies in one of those duty grids.
    public boolean inside(GeoPoint point, List<String> grids) {
        return land.current().locate(point)
                .filter(found -> found.dutyGrid() != null && grids.contains(found.dutyGrid().code())).isPresent();
    }

    private Optional<CollectorDuty> duty(String post, Instant at) {
        return organizations.current().duties().stream().filter(each -> each.post().equals(post) && each.covers(at))
                .findFirst();
    }

    private Attendance require(Performer who) {
        return tables.open(who.post().id()).filter(open -> open.person().equals(who.person()))
                .orElseThrow(CollectionRefusals::notOnDuty);
    }

    private Instant moment(@Nullable Fix fix, @Nullable Instant sentAt) {
        Instant now = clock.now();
        PhoneTime time = PhoneTime.of(fix == null ? null : fix.at(), sentAt, now, wall.instant());
        return time.tooOld() ? now : time.at();
    }

    /// When the shift that runs at that moment ends.
    private static Instant ends(CollectorDuty duty, Instant at) {
        LocalDateTime local = at.atZone(BEIJING).toLocalDateTime();
        LocalDateTime end = local.toLocalDate().atTime(duty.shift().ends());
        return (end.isAfter(local) ? end : end.plusDays(1)).atZone(BEIJING).toInstant();
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
