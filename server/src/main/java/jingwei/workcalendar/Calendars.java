package jingwei.workcalendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import jingwei.tenancy.PerPlatform;
import jingwei.tenancy.Platform;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Platforms;
import jingwei.tenancy.Tenancy;
import jingwei.workcalendar.store.CalendarStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// 日历: the work calendars of the platform being served. A change is a new version; no version ever changes (APM-05).
@Component
public final class Calendars {

    private static final int FORESIGHT_DAYS = 60;

    private final CalendarStore store;
    private final PlatformClock clock;
    private final Platforms platforms;
    private final TransactionTemplate work;
    private final PerPlatform<Picture> picture;

    /// All versions of a platform; compiled when somebody asks for one.
    private record Picture(List<CalendarVersion> versions, Map<Integer, WorkCalendar> compiled) {

        WorkCalendar upTo(int version) {
            return compiled.computeIfAbsent(version, number -> WorkCalendar.of(versions.subList(0, number)));
        }
    }

    Calendars(CalendarStore store, PlatformClock clock, Platforms platforms, Clock wall,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.clock = clock;
        this.platforms = platforms;
        this.work = new TransactionTemplate(transactions);
        this.picture = new PerPlatform<>(wall, () -> within(store::revision),
                () -> within(() -> new Picture(store.versions(), new ConcurrentHashMap<>())));
    }

    /// The calendar of the newest version, with the days before it as the versions before had them.
    ///
    /// @throws RefusedException `no-calendar`
    public WorkCalendar current() {
        Picture seen = picture.get();
        if (seen.versions().isEmpty()) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "no-calendar",
                    Text.of("本平台还没有工作日历", "this platform has no work calendar yet"),
                    Text.of("请在应用维护中发布工作日历", "publish one in maintenance")).under("APM-05").asException();
        }
        return seen.upTo(seen.versions().size());
    }

    /// The calendar as it was when that version was the newest. @throws RefusedException `no-such-calendar`
    public WorkCalendar version(int version) {
        Picture seen = picture.get();
        if (version < 1 || version > seen.versions().size()) {
            throw Refusal.of(Refusal.Kind.NOT_FOUND, "no-such-calendar",
                    Text.of("没有第 " + version + " 版工作日历", "there is no version " + version + " of the work calendar"),
                    Text.of("请核对版本号", "check the version number")).under("APM-05").asException();
        }
        return seen.upTo(version);
    }

    /// All published versions, oldest first.
    public List<CalendarVersion> versions() {
        return picture.get().versions();
    }

    /// 缺少放假安排的年份: those that limits given today may reach, and from October on the whole of the next year, whose notice is
    /// being drawn up then.
    public SortedSet<Integer> missingYears() {
        LocalDate today = clock.today();
        LocalDate reach = today.plusDays(FORESIGHT_DAYS);
        LocalDate nextYear = LocalDate.of(today.getYear() + 1, 1, 1);
        return current().missingYears(today, today.getMonth().compareTo(Month.OCTOBER) >= 0 && reach.isBefore(nextYear) ? nextYear : reach);
    }

    /// Publishes the draft as the next version.
    ///
    /// @param by who publishes: an account, a post, or `系统`
    /// @throws RefusedException where the draft does not hold together, or begins in the past of a live platform
    public WorkCalendar publish(CalendarDraft draft, String by) {
        return publish(draft, null, by);
    }

    /// As {@link #publish(CalendarDraft, String)}, and only while the version the draft was made from is the newest.
    ///
    /// @param basedOn that version, 0 for none; null not to ask
    /// @throws RefusedException also `calendar-changed`
    public WorkCalendar publish(CalendarDraft draft, @Nullable Integer basedOn, String by) {
        DraftCheck.check(draft);
        return within(() -> {
            store.advance(picture);
            int newest = store.newest();
            if (basedOn != null && basedOn != newest) {
                throw Refusal.of(Refusal.Kind.CONFLICT, "calendar-changed",
                        Text.of("日历已有第 " + newest + " 版，本稿依据的是第 " + basedOn + " 版",
                                "the calendar is at version " + newest + ", the draft was made from " + basedOn),
                        Text.of("请重新打开日历，在新版本上修改", "open the calendar again and change the new version"))
                        .under("APM-05").asException();
            }
            refusePast(draft, newest);
            store.write(new CalendarVersion(newest + 1, draft, clock.now(), by));
            return WorkCalendar.of(store.versions());
        });
    }

    /// 建标准日历: gives a platform its first calendar, {@link CalendarDraft#standard}; one that has a calendar keeps it.
    public WorkCalendar createStandard(PlatformId platform) {
        return Tenancy.within(platform, () -> within(() -> store.newest() > 0 ? WorkCalendar.of(store.versions())
                : publish(CalendarDraft.standard(), 0, "系统")));
    }

    /// What has been worked already is not reckoned anew: a later version of a live platform begins today or later.
    private void refusePast(CalendarDraft draft, int newest) {
        boolean live = platforms.find(Tenancy.current())
                .filter(platform -> platform.standing() == Platform.Standing.LIVE).isPresent();
        if (live && newest > 0 && draft.validFrom().isBefore(clock.today())) {
            throw Refusal.of(Refusal.Kind.UNPROCESSABLE, "calendar-in-the-past",
                    Text.of("生效日 " + draft.validFrom() + " 已经过去", "the first day " + draft.validFrom() + " is past"),
                    Text.of("正式运行的平台，新日历从今天或以后生效", "on a live platform a new calendar begins today or later"))
                    .under("APM-05").asException();
        }
    }

    private <T> T within(Supplier<T> doing) {
        return java.util.Objects.requireNonNull(work.execute(status -> doing.get()));
    }
}
