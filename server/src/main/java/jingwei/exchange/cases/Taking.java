package jingwei.exchange.cases;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jingwei.casework.ActRequest;
import jingwei.casework.Case;
import jingwei.casework.CaseNumber;
import jingwei.casework.CaseRoom;
import jingwei.catalog.Catalog;
import jingwei.exchange.Letter;
import jingwei.exchange.LetterKind;
import jingwei.exchange.Partner;
import jingwei.exchange.store.LinkTables;
import jingwei.exchange.store.LinkTables.Link;
import jingwei.exchange.store.ExchangeSettings;
import jingwei.process.Act;
import jingwei.standards.ClassCode;
import jingwei.standards.RefusedException;
import jingwei.workcalendar.PlatformClock;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/// 承接: a case another platform gives. A new number begins a case (T03), already filed where it is handed down, as a report
/// where it is passed up; a known number is a new round or an update (ACC-21).
@Component
class Taking {

    private final LinkTables links;
    private final ExchangeSettings settings;
    private final Catalog catalog;
    private final CaseRoom room;
    private final Gateways gateways;
    private final Bell bell;
    private final Told told;
    private final PlatformClock business;
    private final Clock clock;

    Taking(LinkTables links, ExchangeSettings settings, Catalog catalog, CaseRoom room, Gateways gateways, Bell bell, Told told,
            PlatformClock business, Clock clock) {
        this.links = links;
        this.settings = settings;
        this.catalog = catalog;
        this.room = room;
        this.gateways = gateways;
        this.bell = bell;
        this.told = told;
        this.business = business;
        this.clock = clock;
    }

    Verdict take(LetterKind kind, Letter letter, Partner partner) {
        Letter.Numbers numbers = letter.numbers();
        if (numbers == null) {
            return new Verdict.Refused("no-number", "交办信没有案件编号");
        }
        Optional<Link> known = links.byTheirs(partner.id(), numbers.sender());
        if (known.isPresent()) {
            return again(known.get(), letter, numbers.round());
        }
        ObjectNode body = letter.body();
        String theirs = body.path("classCode").asString("");
        String ours = settings.ours(partner.id(), "class", theirs, business.today()).orElse(theirs);
        if (!known(ours)) {
            return new Verdict.NeedsPerson("unmappable-class", "本平台没有小类“" + theirs + " " + body.path("className").asString("")
                    + "”，请在编码对照表里补一行，再重新办理此信");
        }
        ObjectNode said = told.empty().put("description", body.path("description").asString("上级交办")).put("classCode", ours)
                .put("number", numbers.sender());
        if (body.path("condition").isInt()) {
            said.put("condition", body.path("condition").asInt());
        }
        said.putObject("point").put("longitude", body.path("point").path("longitude").asDouble(0))
                .put("latitude", body.path("point").path("latitude").asDouble(0));
        carry(body, said, "address");
        carry(body, said, "component");
        carry(body, said, "opinion");
        if (body.path("reporter") instanceof ObjectNode reporter) {
            said.set("reporter", reporter);
        }
        boolean up = kind == LetterKind.REFER_UP;
        said.put("source", up ? "DEPARTMENT" : "PLATFORM");
        Case begun;
        try {
            begun = begin(said, body, up);
        } catch (RefusedException e) {
            if (List.of("unknown-condition", "no-limit", "missing-particulars").contains(e.refusal().code())) {
                return new Verdict.NeedsPerson("unmappable-condition", e.refusal().what().zh() + "；请先采用上级的立案结案规范，再重新办理此信");
            }
            if (List.of("unknown-component", "component-of-other-class").contains(e.refusal().code())) {
                // The place counts; a component this platform has not surveyed yet does not keep a case away.
                said.remove("component");
                begun = begin(said, body, up);
            } else {
                throw e;
            }
        }
        links.put(new Link(partner.id(), begun.number().value(), numbers.sender(), Link.Part.TAKER, Math.max(1, numbers.round()),
                body.path("stage").asString(null), null, true, CaseReader.moment(body.path("due").asString("")), null, "",
                clock.instant()), clock.instant());
        bell.ring(partner.name().zh() + kind.text().zh(), "a case from " + partner.id(), begun.number().value());
        return new Verdict.Done(begun.number().value());
    }

    private Case begin(ObjectNode said, ObjectNode body, boolean up) {
        return room.perform(ActRequest.begin(Act.IMPORT, gateways.particulars(said.deepCopy(), Gateways.evidence(body))),
                up ? gateways.supervision() : gateways.command()).theCase();
    }

    /// The same number again: a new round, or only new particulars.
    private Verdict again(Link link, Letter letter, int round) {
        if (link.part() != Link.Part.TAKER) {
            return new Verdict.Refused("not-a-taker", "案件 " + link.ours() + " 是本平台交办的");
        }
        Link next = (round > link.round() || !link.active() ? link.round(Math.max(round, link.round())) : link)
                .due(CaseReader.moment(letter.body().path("due").asString("")));
        Case c = room.find(CaseNumber.of(link.ours()), gateways.command()).orElse(null);
        if (c == null) {
            return new Verdict.Refused("unknown-case", "没有案件 " + link.ours());
        }
        if (round > link.round() || !link.active()) {
            if (List.of("closed", "declined", "duplicate", "not-filed", "annulled", "merged").contains(c.state())) {
                return new Verdict.NeedsPerson("case-ended", "交办方再次交办，但本级案件已终结；请监督中心主任重新立案，再重新办理此信");
            }
            if (c.state().equals("failed")) {
                room.perform(ActRequest.on(c.number(), Act.REWORK, gateways.particulars(told.empty().put("reason",
                        letter.body().path("opinion").asString("交办方核查未通过")), List.of())), gateways.supervision());
            } else if (List.of("to-check", "checking", "to-close").contains(c.state())) {
                return new Verdict.NeedsPerson("check-first", "交办方要求返工，但没有核查结果；请先办理本级核查，再重新办理此信");
            }
        }
        links.put(next, clock.instant());
        bell.ring("交办方第 " + round + " 轮交办", "round " + round, link.ours());
        return new Verdict.Done(link.ours());
    }

    private boolean known(String code) {
        try {
            return catalog.current().entry(ClassCode.of(code)).isPresent();
        } catch (RefusedException e) {
            return false;
        }
    }

    private static void carry(ObjectNode from, ObjectNode to, String field) {
        String value = Objects.requireNonNullElse(from.path(field).asString(null), "");
        if (!value.isBlank()) {
            to.put(field, value);
        }
    }
}
