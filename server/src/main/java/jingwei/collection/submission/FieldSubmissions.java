package jingwei.collection.submission;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jingwei.casework.ActRequest;
import jingwei.casework.CaseNumber;
import jingwei.casework.CaseRoom;
import jingwei.casework.Evidence;
import jingwei.casework.Outcome;
import jingwei.casework.Particulars;
import jingwei.casework.Performer;
import jingwei.collection.CollectionRefusals;
import jingwei.collection.PhoneTime;
import jingwei.collection.SettingsKeeper;
import jingwei.collection.Speakers;
import jingwei.grid.Land;
import jingwei.journal.Journal;
import jingwei.journal.JournalEntry;
import jingwei.media.Media;
import jingwei.process.Act;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import jingwei.tenancy.Platform;
import jingwei.tenancy.Platforms;
import jingwei.tenancy.Tenancy;
import jingwei.workcalendar.PlatformClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// 报送受理: keeps a phone's form before anything else, performs it once its photos are here, and answers a repeat with what
/// became of the first (device.md 5, rule 1).
@Component
public class FieldSubmissions {

    private static final Logger LOG = LoggerFactory.getLogger(FieldSubmissions.class);
    private static final Set<Act> ANSWERS = Set.of(Act.VERIFY_TRUE, Act.VERIFY_FALSE, Act.PASS_CHECK, Act.FAIL_CHECK);
    private static final int MOST_MEDIA = 20;

    private final SubmissionTables tables;
    private final HonestyChecks honesty;
    private final SettingsKeeper settings;
    private final CaseRoom room;
    private final Speakers speakers;
    private final Media media;
    private final Land land;
    private final Journal journal;
    private final PlatformClock clock;
    private final Clock wall;
    private final Platforms platforms;
    private final JsonMapper json;
    private final TransactionTemplate transaction;

    FieldSubmissions(SubmissionTables tables, HonestyChecks honesty, SettingsKeeper settings, CaseRoom room,
            Speakers speakers, Media media, Land land, Journal journal, PlatformClock clock, Clock wall, Platforms platforms,
            JsonMapper json, PlatformTransactionManager transactions) {
        this.tables = tables;
        this.honesty = honesty;
        this.settings = settings;
        this.room = room;
        this.speakers = speakers;
        this.media = media;
        this.land = land;
        this.journal = journal;
        this.clock = clock;
        this.wall = wall;
        this.platforms = platforms;
        this.json = json;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// 表单: what the phone sends first, below two kilobytes.
    ///
    /// @param saidAt when it was written, by the phone's clock
    /// @param sentAt what the phone's clock shows now
    public record Form(UUID id, Submission.Kind kind, Act act, @Nullable String caseNumber, Particulars particulars,
            List<Submission.Medium> media, @Nullable Instant saidAt, @Nullable Instant sentAt, @Nullable String device) {
    }

    /// Keeps the form and performs it where nothing is missing.
    ///
    /// @throws jingwei.standards.RefusedException `field-malformed`, `id-taken`, `too-many-media`, `outside-every-grid`
    public Submission take(Form form, Performer who) {
        check(form);
        Instant now = clock.now();
        PhoneTime time = PhoneTime.of(form.saidAt(), form.sentAt(), now, wall.instant());
        String digest = digest(form);
        // A photo's moment is told by the same clock as the form's.
        List<Submission.Medium> announced = form.media().stream().map(medium -> new Submission.Medium(medium.hash(),
                medium.kind(), medium.view(), medium.size(), medium.takenAt() == null ? null
                        : PhoneTime.of(medium.takenAt(), form.sentAt(), now, wall.instant()).at(),
                medium.longitude(), medium.latitude())).toList();
        Submission made = new Submission(form.id(), form.kind(), form.act().word(), form.caseNumber(), who.post().id(),
                who.person(), form.particulars(), announced, time.at(), now, time.skew(),
                now.plus(settings.current().mediaWait()), Submission.State.WAITING, null, null, null, List.of());
        transaction.executeWithoutResult(status -> {
            if (tables.insert(made, digest, form.device())) {
                journal.write(JournalEntry.Kind.OPERATION, form.id().toString(), "field-submission",
                        Map.of("act", made.act()));
            } else if (!tables.digest(form.id()).equals(digest)
                    || !tables.find(form.id()).orElseThrow().person().equals(who.person())) {
                throw CollectionRefusals.taken();
            }
        });
        settle(form.id());
        return require(form.id());
    }

    /// What became of it, with what is still missing. @throws jingwei.standards.RefusedException `no-such-submission`
    public Submission require(UUID id) {
        return transaction.execute(status -> tables.find(id).map(this::withMissing)
                .orElseThrow(() -> CollectionRefusals.noSuch("no-such-submission", "份报送", "submission")));
    }

    public List<Submission> of(@Nullable String post, @Nullable String number) {
        return transaction.execute(status -> tables.of(post, number, 200).stream().map(this::withMissing).toList());
    }

    public List<Doubt> doubts(@Nullable String post, @Nullable String number) {
        return transaction.execute(status -> tables.doubts(post, number));
    }

    /// A piece of media has arrived: whoever waited for it goes on.
    public void arrived(String hash) {
        List<UUID> waiting = transaction.execute(status -> tables.waiting(hash, clock.now()));
        waiting.forEach(this::settle);
    }

    /// Performs what waited long enough with what is there.
    @Scheduled(fixedDelayString = "${jingwei.collection.settle-every:PT20S}", initialDelayString = "PT20S")
    public void settleOverdue() {
        for (Platform platform : platforms.all()) {
            Tenancy.run(platform.id(), () -> {
                List<UUID> waiting = transaction.execute(status -> tables.waiting(null, clock.now()));
                waiting.forEach(this::settle);
            });
        }
    }

    /// Performs it in a transaction of its own; a refusal leaves nothing but its reason.
    private void settle(UUID id) {
        try {
            transaction.executeWithoutResult(status -> tables.claim(id).ifPresent(this::perform));
        } catch (RefusedException refused) {
            transaction.executeWithoutResult(status -> {
                Instant now = clock.now();
                tables.refused(id, refused.refusal(), now);
                tables.find(id).ifPresent(it -> honesty.of(it, null, now).forEach(tables::doubt));
            });
        } catch (TransientDataAccessException e) {
            // Two hands at one case: it stays waiting, and the next repeat or the keeper performs it.
            LOG.warn("a submission is tried again later: {}", e.getMessage());
        }
    }

    private void perform(Submission it) {
        List<Submission.Medium> arrived = it.media().stream().filter(each -> media.find(each.hash()).isPresent()).toList();
        boolean whole = arrived.size() == it.media().size();
        Instant now = clock.now();
        if (!whole && (now.isBefore(it.waitUntil()) || arrived.isEmpty())) {
            return;
        }
        Performer who = Performer.of(it.person(), speakers.post(it.post()));
        Outcome.Performed done = switch (it.kind()) {
            case REPORT -> room.perform(begin(it, arrived, Act.REPORT), who);
            case SETTLEMENT -> {
                Outcome.Performed begun = room.perform(begin(it, before(arrived), Act.REPORT), who);
                yield room.perform(ActRequest.on(begun.theCase().number(), Act.SETTLE_ON_SPOT, evidenceOnly(it,
                        arrived.stream().filter(each -> each.kind() == Evidence.Kind.AFTER).toList())), who);
            }
            case ANSWER -> room.perform(ActRequest.on(CaseNumber.of(String.valueOf(it.caseNumber())),
                    Act.ofWord(it.act()).orElseThrow(), withEvidence(it.particulars(), arrived)), who);
        };
        String number = done.theCase().number().toString();
        tables.done(it.id(), number, done.act().overdue(), now);
        honesty.of(it, number, now).forEach(tables::doubt);
    }

    private static ActRequest begin(Submission it, List<Submission.Medium> shown, Act act) {
        return new ActRequest(null, act, null, withEvidence(it.particulars(), shown), it.id());
    }

    private static List<Submission.Medium> before(List<Submission.Medium> all) {
        return all.stream().filter(each -> each.kind() != Evidence.Kind.AFTER).toList();
    }

    private static Particulars evidenceOnly(Submission it, List<Submission.Medium> shown) {
        return withEvidence(new Particulars(it.particulars().opinion(), null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null, null, null, null, null, null, null, null), shown);
    }

    private static Particulars withEvidence(Particulars p, List<Submission.Medium> shown) {
        return new Particulars(p.opinion(), p.reason(), SubmissionTables.evidence(shown), p.source(), p.reporter(),
                p.description(), p.classCode(), p.condition(), p.component(), p.point(), p.fix(), p.address(), p.collector(),
                p.unit(), p.supporting(), p.limit(), p.until(), p.original(), p.into(), p.parts(), p.order(), p.number(),
                p.closing(), p.extra());
    }

    /// What can be said before any photo is here is said now, while the collector still stands at the place.
    private void check(Form form) {
        if (form.kind() == Submission.Kind.ANSWER ? !ANSWERS.contains(form.act()) || form.caseNumber() == null
                : form.act() != (form.kind() == Submission.Kind.REPORT ? Act.REPORT : Act.SETTLE_ON_SPOT)) {
            throw CollectionRefusals.malformed("act", "与种类不符，或答复没有写明案件", "does not fit the kind, or an answer names no case");
        }
        if (form.media().size() > MOST_MEDIA) {
            throw Refusal.of(Refusal.Kind.UNPROCESSABLE, "too-many-media",
                    Text.of("一份报送最多 " + MOST_MEDIA + " 个影音", "a submission brings " + MOST_MEDIA + " media at most"),
                    Text.of("请减少照片", "take fewer photos")).under("ACQ-03").asException();
        }
        if (form.media().stream().map(Submission.Medium::hash).distinct().count() != form.media().size()
                || form.media().stream().anyMatch(each -> !each.hash().matches("[0-9a-f]{64}"))) {
            throw CollectionRefusals.malformed("media", "的编号应为互不相同的 SHA-256", "have different SHA-256 hashes");
        }
        if (form.kind() == Submission.Kind.ANSWER) {
            return;
        }
        Particulars p = form.particulars();
        if (p.classCode() == null || p.description() == null || p.description().isBlank() || p.point() == null) {
            throw CollectionRefusals.malformed("particulars", "缺小类、描述或位置", "lack class, description or point");
        }
        long photos = form.media().stream().filter(each -> !"voice".equals(each.view())).count();
        if (photos < settings.current().photosLeast()) {
            throw Refusal.of(Refusal.Kind.UNPROCESSABLE, "too-few-photos",
                    Text.of("至少需要 " + settings.current().photosLeast() + " 张照片", "photos needed: " + settings.current().photosLeast()),
                    Text.of("请在现场补拍", "take more at the place")).under("ACQ-03").asException();
        }
        land.current().locateOrRefuse(p.point());
        jingwei.standards.ClassCode wanted = jingwei.standards.ClassCode.of(p.classCode());
        if (room.around().sheet().entry(wanted).isEmpty()) {
            throw Refusal.of(Refusal.Kind.UNPROCESSABLE, "class-unknown", Text.of("没有小类 " + p.classCode(), "there is no class " + p.classCode()),
                    Text.of("请更新分类后重选", "bring the classes up to date and choose again")).under("ACQ-13").asException();
        }
    }

    private Submission withMissing(Submission it) {
        List<String> missing = new ArrayList<>();
        if (it.state() == Submission.State.WAITING) {
            it.media().stream().map(Submission.Medium::hash).filter(hash -> media.find(hash).isEmpty()).forEach(missing::add);
        }
        return new Submission(it.id(), it.kind(), it.act(), it.caseNumber(), it.post(), it.person(), it.particulars(),
                it.media(), it.saidAt(), it.arrivedAt(), it.clockSkew(), it.waitUntil(), it.state(), it.number(), it.overdue(),
                it.refusal(), missing);
    }

    /// The same content has the same digest, whenever it is sent: the clock at the sending is no part of it.
    private String digest(Form form) {
        try {
            String text = form.kind() + " " + form.act() + " " + form.caseNumber() + " "
                    + json.writeValueAsString(form.particulars()) + form.media().stream().map(Submission.Medium::hash).sorted().toList();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
