package jingwei.exchange.department;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import jingwei.exchange.store.ShareTables;
import jingwei.exchange.store.ShareTables.Share;
import jingwei.journal.Journal;
import jingwei.journal.JournalEntry;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import jingwei.tenancy.Tenancy;
import jingwei.workcalendar.PlatformClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// 共享资源登记: who shares which people, devices and data, on which conditions, and when they last came (资源共享).
@Component
public class Shares {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,40}");
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
    private static final int SECRET = 40;

    private final ShareTables tables;
    private final PlatformClock business;
    private final Journal journal;
    private final Clock clock;
    private final JsonMapper json;

    Shares(ShareTables tables, PlatformClock business, Journal journal, Clock clock, JsonMapper json) {
        this.tables = tables;
        this.business = business;
        this.journal = journal;
        this.clock = clock;
        this.json = json.rebuild().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    }

    /// 人员、设备、数据.
    public enum Kind {
        PEOPLE, DEVICE, DATA
    }

    /// What is to be registered. @param mapping null where the department uses our names
    public record Wanted(String id, Kind kind, String name, String owner, String contact, String conditions, @Nullable Profile profile,
            @Nullable Map<String, ?> mapping, LocalDate from, @Nullable LocalDate to) {
    }

    /// @throws RefusedException `bad-share`, `bad-mapping`, `profile-fixed`
    @Transactional
    public Share put(Wanted wanted, String by) {
        if (!ID.matcher(wanted.id()).matches() || wanted.to() != null && wanted.to().isBefore(wanted.from())) {
            throw refuse("bad-share", "资源标识应为小写字母、数字和连字符，止日不早于起日", "an id is lower-case letters, digits and hyphens; the end is not before the beginning",
                    "请改正后保存", "correct it and save again");
        }
        Share before = tables.find(wanted.id()).orElse(null);
        String profile = wanted.profile() == null ? null : wanted.profile().name();
        if (before != null && before.records() > 0 && !Objects.equals(before.profile(), profile)) {
            throw refuse("profile-fixed", "已有送来的记录，不能换对接样板", "records have come; the profile stays", "请另登记一项", "register another one");
        }
        String mapping = wanted.mapping() == null ? "{}" : json.writeValueAsString(wanted.mapping());
        mapping(mapping).checked(wanted.profile());
        Instant now = clock.instant();
        tables.put(new Share(wanted.id(), wanted.kind().name(), wanted.name(), wanted.owner(), wanted.contact(), wanted.conditions(), profile,
                mapping, false, wanted.from(), wanted.to(), null, 0, 0, "", now, by, 0, 0));
        write(wanted.id(), "share-put", Map.of("owner", wanted.owner(), "profile", profile == null ? "" : profile));
        return find(wanted.id());
    }

    /// A new key for deliveries; the one before it ends. Shown once. @throws RefusedException `no-such-share`, `no-profile`
    @Transactional
    public String key(String id) {
        if (find(id).profile() == null) {
            throw refuse("no-profile", "这一项没有对接样板，由人登记送数", "this share has no profile; people note its deliveries", "请先选样板", "choose a profile first");
        }
        StringBuilder key = new StringBuilder(Tenancy.current() + ".");
        SecureRandom random = new SecureRandom();
        for (int i = 0; i < SECRET; i++) {
            key.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        tables.key(id, digest(key.toString()));
        write(id, "share-key", Map.of());
        return key.toString();
    }

    /// 人工登记送数: what came by hand, on paper or in person.
    @Transactional
    public void note(String id, int records, String words) {
        find(id);
        tables.delivered(id, clock.instant(), records, 0, words);
        write(id, "share-noted", Map.of("records", records));
    }

    /// The share whose key that is, in force today. @throws RefusedException `bad-key`
    Share byKey(String key) {
        return tables.byKey(digest(key), business.today()).orElseThrow(Shares::badKey);
    }

    /// @throws RefusedException `no-such-share`
    public Share find(String id) {
        return tables.find(id).orElseThrow(() -> Refusal.of(Refusal.Kind.NOT_FOUND, "no-such-share", Text.of("没有登记“" + id + "”", "there is no share " + id),
                Text.of("请从登记表里选择", "choose from the register")).under("EXC-04").asException());
    }

    /// @throws RefusedException `bad-mapping`
    Mapping mapping(String text) {
        try {
            return Objects.requireNonNull(json.readValue(text, Mapping.class));
        } catch (JacksonException | NullPointerException e) {
            throw refuse("bad-mapping", "栏目对照不合格式", "the mapping is malformed", "请对照 docs/formats/departments-1.0.md 改正", "see docs/formats/departments-1.0.md");
        }
    }

    private void write(String subject, String action, Map<String, ?> detail) {
        journal.write(JournalEntry.Kind.EXCHANGE, subject, action, detail);
    }

    static RefusedException badKey() {
        return Refusal.of(Refusal.Kind.NOT_ALLOWED, "bad-key", Text.of("送数密钥不对、已换或共享已到期", "the key is wrong, replaced, or the share has ended"),
                Text.of("请向平台管理员索取", "ask the platform's administrator")).under("EXC-04").asException();
    }

    private static RefusedException refuse(String code, String zh, String en, String remedyZh, String remedyEn) {
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, code, Text.of(zh, en), Text.of(remedyZh, remedyEn)).under("EXC-04").asException();
    }

    private static String digest(String key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
