package jingwei.exchange.cases;

import java.time.Clock;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import jingwei.exchange.Letter;
import jingwei.exchange.LetterKind;
import jingwei.exchange.Outbox;
import jingwei.exchange.Partner;
import jingwei.exchange.store.InboxTables;
import jingwei.exchange.store.InboxTables.Incoming;
import jingwei.exchange.store.PartnerTables;
import jingwei.exchange.store.ExchangeSettings;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import jingwei.tenancy.PlatformId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// 收件箱: applies what came, in the order of each case. A letter and all it does are one transaction, so a crash in the middle
/// leaves it waiting and undone; it is applied again and done once.
@Component
public class Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final int PAGE = 200;
    private static final int TOGETHER = 50;
    /// Kinds whose sender waits for a business answer.
    private static final Set<LetterKind> ANSWERED = EnumSet.of(LetterKind.HAND_DOWN, LetterKind.REFER_UP, LetterKind.REWORK,
            LetterKind.DONE, LetterKind.RETURN_ASKED, LetterKind.EXTENSION_ASKED, LetterKind.HOLD_ASKED, LetterKind.ORDER,
            LetterKind.ORDER_ANSWERED, LetterKind.SENT_BACK, LetterKind.PUBLICATION);

    private final PartnerTables partners;
    private final InboxTables inbox;
    private final ExchangeSettings settings;
    private final CaseReader cases;
    private final List<Sorting> others;
    private final Outbox outbox;
    private final Clock clock;
    private final JsonMapper json;
    private final TransactionTemplate own;
    private final TransactionTemplate nested;

    Inbox(PartnerTables partners, InboxTables inbox, ExchangeSettings settings, CaseReader cases, List<Sorting> others, Outbox outbox,
            Clock clock, JsonMapper json, PlatformTransactionManager transactions) {
        this.partners = partners;
        this.inbox = inbox;
        this.settings = settings;
        this.cases = cases;
        this.others = others;
        this.outbox = outbox;
        this.clock = clock;
        this.json = json.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE).build();
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.nested = new TransactionTemplate(transactions);
        this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /// 分拣: what the other parts of the room do with the letters that are about no case.
    public interface Sorting {

        Set<LetterKind> kinds();

        Verdict apply(LetterKind kind, Letter letter, Partner partner);
    }

    /// Applies what waits from that partner; answers how many letters were settled.
    public int work(PlatformId from) {
        Integer done = own.execute(lock -> {
            if (!partners.claim("apply", from)) {
                return 0;
            }
            int all = 0;
            long above = 0;
            while (!Thread.currentThread().isInterrupted()) {
                long start = above;
                List<Incoming> page = own.execute(status -> inbox.waiting(from, start, PAGE));
                for (int i = 0; i < page.size(); i += TOGETHER) {
                    List<Incoming> some = page.subList(i, Math.min(page.size(), i + TOGETHER));
                    Integer settled = own.execute(status -> together(from, some));
                    all += Objects.requireNonNullElse(settled, 0);
                }
                if (page.size() < PAGE) {
                    return all;
                }
                above = page.getLast().sequence();
            }
            return all;
        });
        return done == null ? 0 : done;
    }

    private int together(PlatformId from, List<Incoming> some) {
        Partner partner = partners.find(from).orElse(null);
        if (partner == null || partner.state() == Partner.State.REVOKED) {
            return 0;
        }
        Set<UUID> open = new HashSet<>();
        Set<UUID> done = new HashSet<>();
        int settled = 0;
        for (Incoming one : some) {
            if (one.after() != null && (open.contains(one.after())
                    || "WAITING".equals(one.afterState()) && !settledBefore(from, one, done))) {
                open.add(one.id());
                continue;
            }
            Verdict verdict = judge(one, partner);
            if (verdict instanceof Verdict.Later) {
                open.add(one.id());
                continue;
            }
            settle(one, verdict, null);
            if (verdict instanceof Verdict.NeedsPerson) {
                open.add(one.id());
            } else {
                done.add(one.id());
            }
            settled++;
        }
        return settled;
    }

    /// Whether the letter before it, which waited when the page was read, has been settled since.
    private boolean settledBefore(PlatformId from, Incoming one, Set<UUID> done) {
        return done.contains(one.after()) || inbox.find(from, Objects.requireNonNull(one.after()))
                .map(before -> before.state().equals("DONE") || before.state().equals("REFUSED")).orElse(false);
    }

    private Verdict judge(Incoming one, Partner partner) {
        Letter letter = json.readValue(one.bytes(), Letter.class);
        LetterKind kind = LetterKind.ofWord(letter.kind()).orElse(null);
        if (kind == null) {
            return new Verdict.NeedsPerson("unknown-kind", "本程序不认识“" + letter.kind() + "”这种信件");
        }
        if (!settings.takes(partner.id(), kind)) {
            return new Verdict.Refused("not-taken", "按交换规则，本平台不接收“" + kind.text().zh() + "”");
        }
        try {
            return Objects.requireNonNull(nested.execute(status -> route(kind, letter, partner)));
        } catch (RefusedException e) {
            Refusal refusal = e.refusal();
            return refusal.code().equals("no-exchange-post") ? new Verdict.NeedsPerson(refusal.code(), refusal.what().zh())
                    : new Verdict.Refused(refusal.code(), refusal.what().zh() + "。" + refusal.remedy().zh());
        } catch (TransientDataAccessException e) {
            throw e;
        } catch (NonTransientDataAccessException | IllegalArgumentException | IllegalStateException | NullPointerException
                | ClassCastException | tools.jackson.core.JacksonException e) {
            LOG.error("letter {} of {} could not be applied", one.id(), partner.id(), e);
            return new Verdict.NeedsPerson("fault", "办理此信时出错：" + e.getClass().getSimpleName() + "；请联系维护人员，排除后重新办理");
        }
    }

    private Verdict route(LetterKind kind, Letter letter, Partner partner) {
        if (kind == LetterKind.ANSWER) {
            cases.answered(letter, partner);
            return Verdict.DONE;
        }
        for (Sorting sorting : others) {
            if (sorting.kinds().contains(kind)) {
                return sorting.apply(kind, letter, partner);
            }
        }
        return cases.apply(kind, letter, partner);
    }

    private void settle(Incoming one, Verdict verdict, @org.jspecify.annotations.Nullable String by) {
        switch (verdict) {
            case Verdict.Done(String number) -> {
                inbox.settle(one.partner(), one.id(), "DONE", null, null, clock.instant(), by);
                answer(one, true, null, null, number);
            }
            case Verdict.Refused(String code, String text) -> {
                inbox.settle(one.partner(), one.id(), "REFUSED", code, text, clock.instant(), by);
                answer(one, false, code, text, null);
            }
            case Verdict.NeedsPerson(String code, String text) ->
                inbox.settle(one.partner(), one.id(), "PERSON", code, text, clock.instant(), by);
            case Verdict.Later(String why) -> inbox.settle(one.partner(), one.id(), "WAITING", "media", why, clock.instant(), by);
        }
    }

    private void answer(Incoming one, boolean accepted, @org.jspecify.annotations.Nullable String code,
            @org.jspecify.annotations.Nullable String text, @org.jspecify.annotations.Nullable String number) {
        LetterKind kind = LetterKind.ofWord(one.kind()).orElse(null);
        if (kind == LetterKind.ANSWER || accepted && (kind == null || !ANSWERED.contains(kind))) {
            return;
        }
        ObjectNode body = json.createObjectNode().put("accepted", accepted);
        if (code != null) {
            body.put("code", code).put("text", text);
        }
        Letter.Numbers numbers = null;
        if (number != null) {
            body.put("number", number);
            numbers = new Letter.Numbers(number, one.caseKey(), 1);
        }
        outbox.write(one.partner(), LetterKind.ANSWER, number, numbers, one.id(), body);
    }

    /// 重新办理: a person has prepared what the letter waited for.
    ///
    /// @throws RefusedException `no-such-letter`, `not-waiting`
    @Transactional(propagation = Propagation.MANDATORY)
    public String applyAgain(PlatformId from, UUID id, String by) {
        Incoming one = person(from, id);
        Partner partner = partners.find(from).orElseThrow();
        Verdict verdict = judge(one, partner);
        settle(one, verdict, by);
        return switch (verdict) {
            case Verdict.Done done -> "DONE";
            case Verdict.Refused refused -> "REFUSED";
            case Verdict.NeedsPerson waits -> "PERSON";
            case Verdict.Later later -> "WAITING";
        };
    }

    /// 不接受: a person decides that the letter cannot be done; its sender is told why.
    @Transactional(propagation = Propagation.MANDATORY)
    public void decline(PlatformId from, UUID id, String reason, String by) {
        settle(person(from, id), new Verdict.Refused("declined", reason), by);
    }

    private Incoming person(PlatformId from, UUID id) {
        Incoming one = inbox.find(from, id).orElseThrow(() -> Refusal.of(Refusal.Kind.NOT_FOUND, "no-such-letter",
                Text.of("没有这封来信", "there is no such letter"), Text.of("请从收件箱里选择", "choose from the inbox"))
                .under("EXC-06").asException());
        if (!one.state().equals("PERSON")) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "not-waiting", Text.of("这封来信不在等人处理", "the letter waits for nobody"),
                    Text.of("请刷新收件箱", "reload the inbox")).under("EXC-06").asException();
        }
        return one;
    }

}
