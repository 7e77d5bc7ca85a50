package jingwei.citizen;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import jingwei.casework.ActRequest;
import jingwei.casework.Case;
import jingwei.casework.CaseNumber;
import jingwei.casework.CaseRoom;
import jingwei.casework.Evidence;
import jingwei.casework.Particulars;
import jingwei.casework.Performer;
import jingwei.catalog.Catalog;
import jingwei.catalog.ClassEntry;
import jingwei.catalog.Sheet;
import jingwei.citizen.store.CitizenTables;
import jingwei.citizen.store.SettingTables;
import jingwei.notice.Notices;
import jingwei.notice.Recipient;
import jingwei.notice.ShortMessages;
import jingwei.organization.Organizations;
import jingwei.organization.PostKind;
import jingwei.process.Act;
import jingwei.standards.ClassCode;
import jingwei.standards.Text;
import jingwei.workcalendar.PlatformClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// 公众上报台: takes in, lets follow, lets grade. Works for the bound platform, for people who have no account.
@Component
public class CitizenDesk {

    private static final Pattern PHONE = Pattern.compile("1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8}");
    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");
    private static final Duration CODE_LIVES = Duration.ofMinutes(10);
    private static final int MOST_PHOTOS = 6;
    private static final int MOST_LISTED = 1000;

    private final CaseRoom cases;
    private final Catalog catalog;
    private final Gateway gateway;
    private final CitizenTables tables;
    private final SettingTables settings;
    private final AbuseGuard guard;
    private final ShortMessages messages;
    private final Notices notices;
    private final Organizations organizations;
    private final PlatformClock clock;
    private final Clock wall;
    private final TransactionTemplate transaction;

    CitizenDesk(CaseRoom cases, Catalog catalog, Gateway gateway, CitizenTables tables, SettingTables settings,
            AbuseGuard guard, ShortMessages messages, Notices notices, Organizations organizations, PlatformClock clock,
            Clock wall, PlatformTransactionManager transactions) {
        this.cases = cases;
        this.catalog = catalog;
        this.gateway = gateway;
        this.tables = tables;
        this.settings = settings;
        this.guard = guard;
        this.messages = messages;
        this.notices = notices;
        this.organizations = organizations;
        this.clock = clock;
        this.wall = wall;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Takes in a report: a case begins and the receipt is answered. The same report again gets the same receipt.
    ///
    /// @param address network address it came from; null for a client with a key of its own, which is not counted by address
    /// @throws jingwei.standards.RefusedException `reporting-closed`, `report-incomplete`, `report-id-taken`,
    ///         `too-many-reports`, `phone-code-wrong`, `no-exchange-post`, or what the case office refuses
    public Receipt submit(Submission submission, @Nullable String address) {
        SettingTables.Kept kept = kept();
        if (!kept.settings().open()) {
            throw CitizenRefusals.closed();
        }
        check(submission);
        String digest = digest(submission);
        Optional<CitizenReport> before = transaction.execute(status -> tables.find(submission.id()));
        if (before != null && before.isPresent()) {
            return again(before.get(), digest, kept);
        }
        Secrets secrets = new Secrets(kept.secret());
        String phone = submission.phone() == null ? null : secrets.digest("phone", submission.phone());
        if (address != null) {
            guard.hourly("report:" + secrets.digest("address", address), kept.settings().perAddressHour());
        }
        if (phone != null) {
            guard.daily("phone:" + phone, kept.settings().perPhoneDay());
        }
        boolean confirmed = submission.phoneCode() != null && confirmed(submission, phone, secrets);
        return transaction.execute(status -> register(submission, digest, phone, confirmed, kept));
    }

    /// Sends a code to the phone (PUB-01). @throws jingwei.standards.RefusedException `no-message-gateway`, `too-many-reports`
    public void sendCode(String phone, String address) {
        if (!messages.ready()) {
            throw CitizenRefusals.noGateway();
        }
        if (!PHONE.matcher(phone).matches()) {
            throw CitizenRefusals.field("phone", "电话号码不对", "the phone number is wrong");
        }
        SettingTables.Kept kept = kept();
        Secrets secrets = new Secrets(kept.secret());
        String who = secrets.digest("phone", phone);
        guard.hourly("code:" + secrets.digest("address", address), kept.settings().perAddressHour());
        guard.daily("code-to:" + who, 2 * kept.settings().perPhoneDay());
        String code = String.format(Locale.ROOT, "%06d", new SecureRandom().nextInt(1_000_000));
        transaction.executeWithoutResult(status -> tables.keepCode(who, secrets.digest("sms", who + code), wall.instant()));
        messages.send(phone, "【城市管理】验证码 " + code + "，十分钟内有效。");
    }

    /// Counts a photo before it is read. @throws jingwei.standards.RefusedException `reporting-closed`, `too-many-reports`
    public void admitPhoto(String address) {
        SettingTables.Kept kept = kept();
        if (!kept.settings().open()) {
            throw CitizenRefusals.closed();
        }
        guard.hourly("photo:" + new Secrets(kept.secret()).digest("address", address),
                kept.settings().perAddressHour() * MOST_PHOTOS);
    }

    /// What became of a report. @throws jingwei.standards.RefusedException `no-such-report`, `too-many-reports`
    public Progress follow(String number, String code, String address) {
        CitizenReport report = opened(number, code, address);
        return transaction.execute(status -> progress(report));
    }

    /// Whether the photo may be shown to whoever follows this report.
    public boolean shows(String number, String code, String photo, String address) {
        return follow(number, code, address).photos().contains(photo);
    }

    /// 评价 (PUB-02, ACC-14). The same grade again changes nothing; another is refused. Not solved is told to the supervision side.
    ///
    /// @throws jingwei.standards.RefusedException `no-such-report`, `not-ended-yet`, `graded-already`, `report-incomplete`
    public Progress grade(String number, String code, int grade, boolean solved, @Nullable String words, String address) {
        checkGrade(grade, words);
        return graded(opened(number, code, address), grade, solved, words);
    }

    /// 满意度回传 (HOT-02): the client that brought a report says what the reporter thinks of the result.
    ///
    /// @throws jingwei.standards.RefusedException `no-such-report` also for a report of another client, `not-ended-yet`,
    ///         `graded-already`, `report-incomplete`
    public Progress gradeFor(String client, String number, int grade, boolean solved, @Nullable String words) {
        checkGrade(grade, words);
        Optional<CitizenReport> report = transaction.execute(status -> tables.numbered(number).filter(each -> each.client().equals(client)));
        return graded(java.util.Objects.requireNonNull(report).orElseThrow(CitizenRefusals::notFound), grade, solved, words);
    }

    private static void checkGrade(int grade, @Nullable String words) {
        if (grade < 1 || grade > 5) {
            throw CitizenRefusals.field("grade", "满意度为 1 到 5", "a grade is 1 to 5");
        }
        if (words != null && words.length() > 500) {
            throw CitizenRefusals.field("words", "评价不超过 500 字", "500 characters at most");
        }
    }

    private Progress graded(CitizenReport report, int grade, boolean solved, @Nullable String words) {
        return transaction.execute(status -> {
            Progress progress = progress(report);
            if (!progress.ended()) {
                throw CitizenRefusals.notEnded();
            }
            if (tables.grade(report.id(), grade, solved, words, clock.now())) {
                if (!solved) {
                    tellUnsolved(report);
                }
            } else {
                CitizenReport now = tables.find(report.id()).orElseThrow();
                if (!Integer.valueOf(grade).equals(now.grade()) || !Boolean.valueOf(solved).equals(now.solved())) {
                    throw CitizenRefusals.gradedAlready();
                }
            }
            return progress(tables.find(report.id()).orElseThrow());
        });
    }

    /// Classes a citizen is offered first, then all, by the sheet in force.
    public List<ClassEntry> offered() {
        SettingTables.Kept kept = kept();
        Sheet sheet = catalog.current();
        List<ClassEntry> chosen = kept.settings().offeredClasses().stream().flatMap(code -> sheet.entry(ClassCode.of(code)).stream())
                .toList();
        return chosen.isEmpty() ? sheet.entries().stream().filter(entry -> !sheet.conditions(entry.code()).isEmpty()).toList()
                : chosen;
    }

    /// The settings with the platform's secret.
    SettingTables.Kept kept() {
        SettingTables.Kept kept = transaction.execute(status -> settings.read());
        return java.util.Objects.requireNonNull(kept);
    }

    public CitizenSettings settings() {
        return kept().settings();
    }

    public boolean sendsCodes() {
        return messages.ready();
    }

    private Receipt register(Submission submission, String digest, @Nullable String phone, boolean confirmed,
            SettingTables.Kept kept) {
        Sheet sheet = catalog.current();
        ClassEntry entry = entry(submission, sheet, kept.settings());
        Performer performer = gateway.performer();
        Particulars said = new Particulars(null, null,
                submission.photos().isEmpty() ? null
                        : submission.photos().stream().map(photo -> new Evidence(photo, Evidence.Kind.BEFORE)).toList(),
                submission.source(), new Particulars.Reporter(submission.name() == null ? null : shortened(submission.name()),
                        submission.phone() == null ? null : masked(submission.phone()), submission.wantsReply()),
                submission.words(), entry.code().toString(), submission.condition(), null, submission.point(), null,
                submission.address(), null, null, null, null, null, null, null, null, null,
                "citizen-" + submission.id(), null, null);
        Case begun = cases.perform(new ActRequest(null, Act.IMPORT, null, said, submission.id()), performer).theCase();
        CitizenReport report = new CitizenReport(submission.id(), digest, begun.id(), begun.number().value(),
                submission.client(), submission.name(), submission.phone(), phone, submission.email(), submission.wantsReply(),
                confirmed ? CitizenReport.Confirmed.CODE : null, clock.now(), null, null, null, null);
        tables.keep(report);
        return receipt(report, entry.name(), kept);
    }

    private Receipt again(CitizenReport report, String digest, SettingTables.Kept kept) {
        if (!report.digest().equals(digest)) {
            throw CitizenRefusals.idTaken();
        }
        Text name = transaction.execute(status -> className(theCase(report)));
        return receipt(report, java.util.Objects.requireNonNull(name), kept);
    }

    private static Receipt receipt(CitizenReport report, Text name, SettingTables.Kept kept) {
        return new Receipt(report.number(), new Secrets(kept.secret()).code(report.id().toString()), report.madeAt(), name.zh(),
                report.confirmed() != null);
    }

    private static ClassEntry entry(Submission submission, Sheet sheet, CitizenSettings settings) {
        if (submission.classCode() != null) {
            return sheet.entry(ClassCode.of(submission.classCode())).orElseThrow(() -> CitizenRefusals.field("classCode",
                    "没有这个类别", "there is no such class"));
        }
        return ClassGuess.of(sheet, submission.words()).or(() -> sheet.entry(ClassCode.of(settings.fallbackClass())))
                .orElseGet(() -> sheet.entries().getFirst());
    }

    private boolean confirmed(Submission submission, @Nullable String phone, Secrets secrets) {
        Boolean right = phone == null ? Boolean.FALSE : transaction.execute(status -> tables.tryCode(phone,
                secrets.digest("sms", phone + submission.phoneCode()), wall.instant().minus(CODE_LIVES)));
        if (!Boolean.TRUE.equals(right)) {
            throw CitizenRefusals.wrongCode();
        }
        return true;
    }

    /// The report, if number and code belong together; wrong codes are counted by address, so that nobody tries them all.
    private CitizenReport opened(String number, String code, String address) {
        SettingTables.Kept kept = kept();
        Secrets secrets = new Secrets(kept.secret());
        String who = "look:" + secrets.digest("address", address);
        guard.within(who, kept.settings().perAddressHour());
        Optional<CitizenReport> report = transaction.execute(status -> tables.numbered(number));
        String wanted = report == null || report.isEmpty() ? "" : secrets.code(report.get().id().toString());
        if (wanted.isEmpty() || !MessageDigest.isEqual(wanted.getBytes(StandardCharsets.UTF_8),
                code.strip().toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8))) {
            guard.hourly(who, kept.settings().perAddressHour());
            throw CitizenRefusals.notFound();
        }
        return report.get();
    }

    /// Reports taken in between two moments, newest first, without anybody's identity.
    public List<Followed> between(Instant from, Instant to) {
        List<Followed> found = transaction.execute(status -> tables.between(from, to, 0, MOST_LISTED).stream()
                .map(this::followed).toList());
        return java.util.Objects.requireNonNull(found);
    }

    /// The reports of these numbers that there are.
    public List<Followed> numbered(List<String> numbers) {
        List<Followed> found = transaction.execute(status -> numbers.stream().limit(MOST_LISTED)
                .flatMap(number -> tables.numbered(number.strip()).stream()).map(this::followed).toList());
        return java.util.Objects.requireNonNull(found);
    }

    private Followed followed(CitizenReport report) {
        Case own = theCase(report);
        Progress progress = progress(report);
        String unit = own.assignment() == null ? null
                : cases.around().organization().unit(own.assignment().unit()).map(each -> each.name()).orElse(null);
        return new Followed(progress, report.client(), own.subject().classCode(), own.spot().point(), unit, report.madeAt(),
                own.handlingDue().orElse(null), progress.ended());
    }

    /// What became of a report, for whoever may know. Needs a transaction.
    Progress progress(CitizenReport report) {
        Case own = theCase(report);
        Case told = own.links().original() == null ? own : cases.find(own.links().original(), gateway.performer()).orElse(own);
        return Progresses.of(report, own, told, className(own), cases.docket(own), told == own ? List.of() : cases.docket(told),
                cases.around());
    }

    private Case theCase(CitizenReport report) {
        return cases.find(CaseNumber.of(report.number()), gateway.performer()).orElseThrow(CitizenRefusals::notFound);
    }

    private Text className(Case theCase) {
        return catalog.current().entry(theCase.subject().classCode()).map(ClassEntry::name)
                .orElse(Text.of(theCase.subject().classCode().toString(), theCase.subject().classCode().toString()));
    }

    private void tellUnsolved(CitizenReport report) {
        for (PostKind kind : List.of(PostKind.SHIFT_LEADER, PostKind.CENTER_CHIEF)) {
            organizations.current().postsOf(kind).forEach(post -> notices.send(new Recipient.ToPost(post.id()),
                    Text.of("市民认为案件 " + report.number() + " 没有解决", "a citizen says case " + report.number() + " is not solved"),
                    "/office/cases/" + report.number()));
        }
    }

    private static void check(Submission s) {
        if (s.words().strip().length() < 2 || s.words().length() > 2000) {
            throw CitizenRefusals.field("words", "请用 2 到 2000 个字说明情况", "2 to 2,000 characters of words are needed");
        }
        if (s.phone() != null && !PHONE.matcher(s.phone()).matches()) {
            throw CitizenRefusals.field("phone", "电话号码不对", "the phone number is wrong");
        }
        if (s.email() != null && (s.email().length() > 120 || !EMAIL.matcher(s.email()).matches())) {
            throw CitizenRefusals.field("email", "邮箱地址不对", "the e-mail address is wrong");
        }
        if (s.wantsReply() && s.phone() == null && s.email() == null) {
            throw CitizenRefusals.field("phone", "希望答复请留下电话或邮箱", "leave a phone number or an e-mail address to be answered");
        }
        if (s.name() != null && s.name().length() > 40) {
            throw CitizenRefusals.field("name", "称呼不超过 40 字", "a name has 40 characters at most");
        }
        if (s.photos().size() > MOST_PHOTOS) {
            throw CitizenRefusals.field("photos", "照片最多 6 张", "6 photos at most");
        }
    }

    private static String masked(String phone) {
        return phone.length() < 8 ? "***" : phone.substring(0, 3) + "****" + phone.substring(phone.length() - 4);
    }

    /// 王某某: enough to speak to somebody, not enough to find him.
    private static String shortened(String name) {
        return name.isEmpty() ? name : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }

    private static String digest(Submission s) {
        String text = String.join("\n", s.words(), String.valueOf(s.classCode()), String.valueOf(s.condition()),
                s.point().longitude() + "," + s.point().latitude(), String.valueOf(s.address()), String.join(",", s.photos()),
                String.valueOf(s.name()), String.valueOf(s.phone()), String.valueOf(s.wantsReply()), s.client()) + (s.email() == null ? "" : "\n" + s.email());
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
