package jingwei.citizen;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jingwei.casework.ActPerformed;
import jingwei.casework.CaseRoom;
import jingwei.casework.ReportSource;
import jingwei.catalog.Catalog;
import jingwei.citizen.store.CitizenTables;
import jingwei.citizen.store.SettingTables;
import jingwei.identity.SignedIn;
import jingwei.journal.Journal;
import jingwei.journal.JournalEntry;
import jingwei.organization.Axis;
import jingwei.standards.ClassCode;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.tenancy.Platform;
import jingwei.tenancy.Platforms;
import jingwei.tenancy.Tenancy;
import jingwei.workcalendar.PlatformClock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// 举报人台: what the supervision side does about those who reported: looks up a phone, confirms it by a call, keeps the rewards
/// ledger; and the administrator's settings and keys.
@Component
public class ReporterDesk {

    private final CitizenTables tables;
    private final SettingTables settings;
    private final CitizenDesk desk;
    private final CaseRoom cases;
    private final Catalog catalog;
    private final Journal journal;
    private final PlatformClock clock;
    private final Clock wall;
    private final Platforms platforms;
    private final AbuseGuard guard;
    private final TransactionTemplate transaction;

    ReporterDesk(CitizenTables tables, SettingTables settings, CitizenDesk desk, CaseRoom cases, Catalog catalog, Journal journal,
            PlatformClock clock, Clock wall, Platforms platforms, AbuseGuard guard, PlatformTransactionManager transactions) {
        this.tables = tables;
        this.settings = settings;
        this.desk = desk;
        this.cases = cases;
        this.catalog = catalog;
        this.journal = journal;
        this.clock = clock;
        this.wall = wall;
        this.platforms = platforms;
        this.guard = guard;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// 积分账: balance and lines of one phone.
    public record RewardLedger(int balance, List<CitizenTables.Reward> lines) {
    }

    /// 发放的密钥, shown once.
    public record Issued(ApiClient client, String key) {
    }

    /// The report behind a case with its phone. Each look is written into the journal (SEC-03).
    ///
    /// @throws jingwei.standards.RefusedException `reporter-hidden`, `no-such-report`
    @Transactional
    public CitizenReport reporter(String number) {
        supervision();
        CitizenReport report = tables.numbered(number).orElseThrow(CitizenRefusals::notFound);
        journal.write(JournalEntry.Kind.OPERATION, number, "reporter-phone-seen", Map.of());
        return report;
    }

    /// 回拨确认: the operator called and the reporter answered.
    @Transactional
    public CitizenReport confirm(String number) {
        supervision();
        CitizenReport report = tables.numbered(number).orElseThrow(CitizenRefusals::notFound);
        tables.confirm(report.id(), CitizenReport.Confirmed.CALL, clock.now());
        return tables.numbered(number).orElseThrow();
    }

    /// Points of a phone.
    @Transactional
    public RewardLedger ledger(String phone) {
        supervision();
        return ledgerOf(digest(phone));
    }

    /// 兑换. @throws jingwei.standards.RefusedException `too-few-points`
    @Transactional
    public RewardLedger redeem(String phone, int points, String reason) {
        supervision();
        if (points < 1 || reason.isBlank()) {
            throw CitizenRefusals.field(points < 1 ? "points" : "reason", "积分须大于 0，并写明事由", "points above 0 and a reason are needed");
        }
        String who = digest(phone);
        tables.lockLedger(who);
        int balance = ledgerOf(who).balance();
        if (balance < points) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "too-few-points",
                    Text.of("积分只有 " + balance, "there are " + balance + " points only"),
                    Text.of("请减少兑换的积分", "redeem fewer points")).under("PUB-03").asException();
        }
        tables.reward(who, null, -points, reason, SignedIn.current().person(), clock.now());
        return ledgerOf(who);
    }

    /// @throws jingwei.standards.RefusedException `report-incomplete`
    @Transactional
    public CitizenSettings change(CitizenSettings wanted) {
        for (String code : wanted.offeredClasses()) {
            known(code);
        }
        given("fallbackClass", wanted.fallbackClass());
        given("centerPhone", wanted.centerPhone());
        known(wanted.fallbackClass());
        within("perPhoneDay", wanted.perPhoneDay(), 1, 1000);
        within("perAddressHour", wanted.perAddressHour(), 1, 100_000);
        within("maskAfterDays", wanted.maskAfterDays(), 1, 3650);
        within("rewardPoints", wanted.rewardPoints(), 0, 10_000);
        settings.write(wanted);
        journal.write(JournalEntry.Kind.DATA_CHANGE, "citizen-settings", "changed", Map.of("open", wanted.open()));
        return wanted;
    }

    @Transactional(readOnly = true)
    public List<ApiClient> clients() {
        return settings.clients();
    }

    /// Issues a key; it is shown this once and kept as a digest only (SEC-06).
    @Transactional
    public Issued issue(String id, String name, ReportSource source) {
        if (source == ReportSource.COLLECTOR || source == ReportSource.LEADER || source == ReportSource.PLATFORM
                || source == ReportSource.COUNTER) {
            throw CitizenRefusals.field("source", "客户端不能用这个来源", "a client cannot report under this source");
        }
        if (!id.matches("[a-z][a-z0-9-]{1,30}") || id.equals("page") || name.isBlank()) {
            throw CitizenRefusals.field("id", "标识用小写字母、数字和连字符，并填写名称", "lower-case letters, digits, hyphens, and a name");
        }
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        String key = "jw-" + HexFormat.of().formatHex(bytes);
        ApiClient client = new ApiClient(id, name, source, wall.instant(), null);
        if (!settings.issue(client, secrets().digest("key", key))) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "client-taken", Text.of("这个客户端标识已在使用", "this client id is in use"),
                    Text.of("请换一个标识", "choose another id")).under("ACC-01").asException();
        }
        journal.write(JournalEntry.Kind.DATA_CHANGE, id, "open311-key-issued", Map.of("source", source.name()));
        return new Issued(client, key);
    }

    @Transactional
    public void revoke(String id) {
        if (!settings.revoke(id, wall.instant())) {
            throw CitizenRefusals.notFound();
        }
        journal.write(JournalEntry.Kind.DATA_CHANGE, id, "open311-key-revoked", Map.of());
    }

    /// The client of a key that was not revoked.
    @Transactional
    public Optional<ApiClient> client(String key) {
        return settings.byKey(secrets().digest("key", key));
    }

    /// 首报奖励 (PUB-03): when a case that a citizen reported is filed, in the transaction of the act.
    @EventListener
    void hear(ActPerformed performed) {
        if (!Progresses.provesTrue(performed.act().act())) {
            return;
        }
        tables.ofCase(performed.after().id()).filter(report -> report.phoneDigest() != null).ifPresent(report -> {
            int points = settings.read().settings().rewardPoints();
            if (points > 0) {
                tables.reward(java.util.Objects.requireNonNull(report.phoneDigest()), report.caseId(), points,
                        "首报属实 " + report.number(), null, clock.now());
            }
        });
    }

    /// Wipes identities after their term, and counts that are over.
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT4M")
    public void forget() {
        for (Platform platform : platforms.all()) {
            Tenancy.run(platform.id(), () -> transaction.executeWithoutResult(status -> {
                tables.mask(clock.now().minus(Duration.ofDays(settings.read().settings().maskAfterDays())), clock.now());
                guard.forget();
            }));
        }
    }

    private RewardLedger ledgerOf(String digest) {
        List<CitizenTables.Reward> lines = tables.rewards(digest);
        return new RewardLedger(lines.stream().mapToInt(CitizenTables.Reward::points).sum(), lines);
    }

    private String digest(String phone) {
        return secrets().digest("phone", phone);
    }

    private Secrets secrets() {
        return new Secrets(desk.kept().secret());
    }

    private void supervision() {
        if (cases.speaker().post().axis() != Axis.SUPERVISION) {
            throw CitizenRefusals.supervisionOnly();
        }
    }

    private void known(String code) {
        if (catalog.current().entry(ClassCode.of(code)).isEmpty()) {
            throw CitizenRefusals.field("offeredClasses", "规范中没有 " + code, "the sheet has no " + code);
        }
    }

    private static void given(String field, @Nullable String value) {
        if (value == null || value.isBlank() || value.length() > 30) {
            throw CitizenRefusals.field(field, "须填写，不超过 30 字", "is asked for, 30 characters at most");
        }
    }

    private static void within(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw CitizenRefusals.field(field, "应在 " + least + " 到 " + most + " 之间", "lies between " + least + " and " + most);
        }
    }
}
