package jingwei.exchange.cases;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jingwei.casework.Case;
import jingwei.casework.CaseAct;
import jingwei.casework.Evidence;
import jingwei.catalog.Catalog;
import jingwei.media.Media;
import jingwei.media.MediaItem;
import jingwei.organization.Organizations;
import jingwei.workcalendar.PlatformClock;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// 信件正文: a case and an act in the words every platform shares: stages and acts, codes with their names, moments with zone.
@Component
class Told {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final JsonMapper json;
    private final Organizations organizations;
    private final Catalog catalog;
    private final Media media;
    private final PlatformClock clock;

    Told(JsonMapper json, Organizations organizations, Catalog catalog, Media media, PlatformClock clock) {
        this.json = json;
        this.organizations = organizations;
        this.catalog = catalog;
        this.media = media;
        this.clock = clock;
    }

    ObjectNode empty() {
        return json.createObjectNode();
    }

    /// The whole case, for a platform that has none of it yet. Who told us travels only where he wants an answer (SEC-03).
    ObjectNode whole(Case c) {
        ObjectNode body = head(c);
        Case.Reported reported = c.reported();
        body.put("description", reported.description()).put("source", reported.source().name().toLowerCase(Locale.ROOT))
                .put("sourceName", reported.source().text().zh());
        if (reported.reporter() != null && reported.reporter().wantsReply()) {
            body.set("reporter", json.valueToTree(reported.reporter()));
        }
        Case.Filing filing = c.filing();
        if (filing != null) {
            body.put("condition", filing.condition()).put("filingCondition", filing.filingCondition())
                    .put("closingCondition", filing.closingCondition()).put("filedAt", time(filing.at()));
        } else if (c.subject().condition() != null) {
            body.put("condition", c.subject().condition());
        }
        Case.Assignment assignment = c.assignment();
        if (assignment != null) {
            body.put("limit", assignment.limit().toString()).put("returnUntil", time(assignment.returnUntil()));
        }
        c.handlingDue().ifPresent(due -> body.put("due", time(due)));
        if (c.subject().component() != null) {
            body.put("component", c.subject().component());
        }
        evidence(body, reported.evidence());
        return body;
    }

    /// What stands on the head of a case: class, place, stage.
    ObjectNode head(Case c) {
        ObjectNode body = json.createObjectNode();
        String code = c.subject().classCode().toString();
        body.put("classCode", code).put("className", catalog.current().entry(c.subject().classCode())
                .map(entry -> entry.name().zh()).orElse(code));
        body.putObject("point").put("longitude", c.spot().point().longitude()).put("latitude", c.spot().point().latitude())
                .put("system", "CGCS2000");
        body.put("address", c.spot().address()).put("district", c.spot().district()).put("street", c.spot().street())
                .put("community", c.spot().community()).put("unitGrid", c.spot().unitGrid());
        body.put("stage", c.stage().word()).put("round", c.round()).put("begunAt", time(c.begunAt())).put("trial", c.trial());
        return body;
    }

    /// One act: what was done, when, by which unit and post, in which words.
    ObjectNode act(Case c, CaseAct act) {
        ObjectNode body = json.createObjectNode();
        body.put("act", act.act().word()).put("actName", act.act().text().zh()).put("stage", c.stage().word())
                .put("at", time(act.at())).put("round", c.round()).put("unitName", nameOf(act.organization()))
                .put("postName", organizations.current().post(act.post()).map(post -> post.name()).orElse(act.post()));
        Optional.ofNullable(c.assignment()).ifPresent(a -> body.put("assignedName", nameOf(a.unit())));
        c.handlingDue().ifPresent(due -> body.put("due", time(due)));
        said(body, act);
        return body;
    }

    /// Opinion, reason and evidence of an act.
    ObjectNode said(ObjectNode body, CaseAct act) {
        if (act.particulars().opinion() != null) {
            body.put("opinion", act.particulars().opinion());
        }
        if (act.particulars().reason() != null) {
            body.put("reason", act.particulars().reason());
        }
        evidence(body, act.particulars().evidenceOrNone());
        return body;
    }

    private void evidence(ObjectNode body, List<Evidence> evidence) {
        if (evidence.isEmpty()) {
            return;
        }
        ArrayNode list = body.has("media") ? (ArrayNode) body.get("media") : body.putArray("media");
        for (Evidence each : evidence) {
            ObjectNode piece = list.addObject().put("hash", each.hash()).put("shows", each.kind().name().toLowerCase(Locale.ROOT));
            media.find(each.hash()).ifPresent(item -> size(piece, item));
        }
    }

    private static void size(ObjectNode piece, MediaItem item) {
        piece.put("type", item.type()).put("size", item.size());
    }

    String nameOf(String organization) {
        return organizations.current().unit(organization).map(unit -> unit.name()).orElse(organization);
    }

    String time(java.time.Instant at) {
        return at.atZone(ZONE).toOffsetDateTime().toString();
    }

    String now() {
        return time(clock.now());
    }

}
