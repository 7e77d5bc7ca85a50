package jingwei.exchange.department;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import jingwei.casework.Case;
import jingwei.exchange.cases.DepartmentReports;
import jingwei.exchange.department.Mapping.Faulty;
import jingwei.exchange.store.ShareTables;
import jingwei.exchange.store.ShareTables.Bounds;
import jingwei.exchange.store.ShareTables.Share;
import jingwei.exchange.store.ShareTables.ShareRecord;
import jingwei.geocoding.PlaceKeeper;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Platforms;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// 收部门来数: takes what a department delivers by its profile, record by record. A record has the department's own number, so the
/// same again is the same; a faulty one is refused with its reason and keeps no other one away; what cannot be begun by rule waits
/// for a person.
@Component
public class Deliveries {

    /// Records in one delivery.
    public static final int MOST = 1000;

    private static final double METERS_OF_DEGREE = 100_000;
    private static final double WIDEST = 5_000;

    private final Shares shares;
    private final ShareTables tables;
    private final DepartmentReports reports;
    private final PlaceKeeper places;
    private final Platforms platforms;
    private final Clock clock;
    private final JsonMapper json;
    private final TransactionTemplate own;
    private final TransactionTemplate nested;

    Deliveries(Shares shares, ShareTables tables, DepartmentReports reports, PlaceKeeper places, Platforms platforms, Clock clock, JsonMapper json,
            PlatformTransactionManager transactions) {
        this.shares = shares;
        this.tables = tables;
        this.reports = reports;
        this.places = places;
        this.platforms = platforms;
        this.clock = clock;
        this.json = json;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.nested = new TransactionTemplate(transactions);
        this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /// 收到几条. @param waiting how many wait for a person
    public record Delivered(int taken, int waiting, List<NotTaken> refused) {
    }

    /// 一条未收. @param id the department's number; empty where it gave none
    public record NotTaken(String id, String why) {
    }

    /// 办理结果, for the department that sent the order.
    public record Result(String id, @Nullable String number, String state, @Nullable String reason, @Nullable String stage, @Nullable String act,
            @Nullable String opinion, @Nullable String unit, Instant changedAt) {
    }

    /// @throws RefusedException `bad-key`, `bad-delivery`, `places-faulty`
    public Delivered deliver(String key, JsonNode body) {
        JsonNode list = body.path("records");
        if (!list.isArray() || list.size() > MOST) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "bad-delivery", Text.of("应为 {\"records\": […]}，至多 " + MOST + " 条", "expected are at most " + MOST
                    + " records"), Text.of("请对照 docs/formats/departments-1.0.md", "see docs/formats/departments-1.0.md")).under("EXC-04").asException();
        }
        return inside(key, share -> {
            Profile profile = Profile.valueOf(String.valueOf(share.profile()));
            Mapping mapping = shares.mapping(share.mapping());
            int taken = 0;
            int waiting = 0;
            List<NotTaken> refused = new ArrayList<>();
            if (profile == Profile.ADDRESSES) {
                taken = own.execute(status -> addresses(share, mapping, list, refused));
            } else {
                for (JsonNode each : list) {
                    try {
                        String state = one(share, profile, mapping, each);
                        taken++;
                        waiting += state.equals("PERSON") ? 1 : 0;
                    } catch (Faulty e) {
                        refused.add(new NotTaken(mapping.text(each, "id"), e.why()));
                    }
                }
            }
            int came = list.size();
            own.executeWithoutResult(status -> tables.delivered(share.id(), clock.instant(), came, refused.size(), ""));
            return new Delivered(taken, waiting, refused);
        });
    }

    /// What became of a department's orders since that moment, oldest first. @throws RefusedException `bad-key`
    public List<Result> results(String key, Instant since) {
        return inside(key, share -> own.execute(status -> tables.results(share.id(), since, MOST)).stream().map(each -> new Result(each.id(),
                each.caseNumber(), each.state(), each.reason().isEmpty() ? null : each.reason(), each.stage(), each.act(), each.opinion(),
                each.unit(), each.changedAt())).toList());
    }

    private <T> T inside(String key, java.util.function.Function<Share, T> work) {
        int dot = key.indexOf('.');
        Optional<PlatformId> platform = dot < 1 ? Optional.empty() : platform(key.substring(0, dot));
        return Tenancy.within(platform.orElseThrow(Shares::badKey), () -> {
            Share share = own.execute(status -> shares.byKey(key));
            return work.apply(share);
        });
    }

    private String one(Share share, Profile profile, Mapping mapping, JsonNode given) throws Faulty {
        for (String field : profile.needed()) {
            mapping.need(given, field);
        }
        String id = mapping.need(given, "id");
        if (id.length() > 100) {
            throw new Faulty("编号过长");
        }
        Fields fields = fields(profile, mapping, given);
        return own.execute(status -> {
            ShareRecord before = tables.record(share.id(), id).orElse(null);
            ShareRecord now = fields.record(share, profile, id, given.toString(), before, clock.instant());
            if (profile == Profile.HOTLINE && (before == null || before.state().equals("PERSON"))) {
                now = begun(now, mapping, json.readTree(now.content()), null);
            }
            tables.put(now, fields.bounds());
            return now.state();
        });
    }

    /// What a record says, read before anything is written.
    private record Fields(String kind, String name, String holder, @Nullable Instant begins, @Nullable Instant ends, @Nullable Geometry shape,
            boolean withdrawn, @Nullable Integer grade, @Nullable Boolean solved) {

        @Nullable Bounds bounds() {
            if (shape == null) {
                return null;
            }
            Envelope box = shape.getEnvelopeInternal();
            return new Bounds(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
        }

        ShareRecord record(Share share, Profile profile, String id, String content, @Nullable ShareRecord before, Instant now) {
            // A later word on an order (its satisfaction) does not take its description away.
            boolean later = before != null && profile == Profile.HOTLINE && name.isEmpty();
            return new ShareRecord(share.id(), id, profile.name(), kind, later ? before.name() : name, holder, begins, ends,
                    shape == null ? null : shape.toText(), later ? before.content() : content,
                    withdrawn ? "WITHDRAWN" : before == null || profile != Profile.HOTLINE ? "CURRENT" : before.state(), before == null ? ""
                    : before.reason(), before == null ? null : before.caseNumber(), before == null ? null : before.stage(),
                    before == null ? null : before.act(), before == null ? null : before.opinion(), before == null ? null : before.unit(),
                    grade == null && before != null ? before.grade() : grade, solved == null && before != null ? before.solved() : solved,
                    before == null ? now : before.cameAt(), now);
        }
    }

    private static Fields fields(Profile profile, Mapping mapping, JsonNode given) throws Faulty {
        if (profile == Profile.HOTLINE) {
            String grade = mapping.text(given, "grade");
            if (!grade.isEmpty() && !grade.matches("[1-5]")) {
                throw new Faulty("满意度应为 1 到 5，或在栏目对照里给出代码");
            }
            String solved = mapping.text(given, "solved");
            return new Fields("order", cut(mapping.text(given, "description")), "", null, null, null, false, grade.isEmpty() ? null
                    : Integer.valueOf(grade), solved.isEmpty() ? null : mapping.yes(given, "solved"));
        }
        boolean works = profile == Profile.WORKS;
        Geometry shape = mapping.shape(given);
        double meters = mapping.number(given, "meters", works ? shape.getArea() > 0 ? 20 : 50 : 0);
        if (meters < 0 || meters > WIDEST) {
            throw new Faulty("缓冲距离应在 0 到 5000 米之间");
        }
        Instant begins = mapping.moment(given, "begins");
        Instant ends = mapping.moment(given, "ends");
        if (begins != null && ends != null && ends.isBefore(begins)) {
            throw new Faulty("结束早于起始");
        }
        String phone = mapping.text(given, "phone");
        return new Fields(mapping.text(given, "kind"), cut(mapping.text(given, "name")), cut((mapping.text(given, "holder") + " " + phone).strip()),
                begins, ends, meters > 0 ? shape.buffer(meters / METERS_OF_DEGREE) : shape, mapping.yes(given, "withdrawn"), null, null);
    }

    private static String cut(String text) {
        return text.length() > 500 ? text.substring(0, 500) : text;
    }

    /// 工单立卷. @param classCode as a person has chosen; null where the order's own counts
    private ShareRecord begun(ShareRecord order, Mapping mapping, JsonNode given, @Nullable String classCode) {
        ObjectNode said = json.createObjectNode().put("description", mapping.text(given, "description")).put("classCode", classCode == null
                ? mapping.text(given, "classCode") : classCode).put("number", order.id()).put("source", "HOTLINE");
        try {
            Geometry place = mapping.shape(given);
            said.putObject("point").put("longitude", place.getCoordinate().x).put("latitude", place.getCoordinate().y);
        } catch (Faulty e) {
            return waits(order, e.why());
        }
        if (!mapping.text(given, "address").isEmpty()) {
            said.put("address", mapping.text(given, "address"));
        }
        if (!mapping.text(given, "reporterName").isEmpty() || !mapping.text(given, "reporterPhone").isEmpty()) {
            said.putObject("reporter").put("name", mapping.text(given, "reporterName")).put("phone", mapping.text(given, "reporterPhone"))
                    .put("wantsReply", mapping.yes(given, "wantsReply"));
        }
        return tried(order, () -> reports.begin(said));
    }

    private ShareRecord tried(ShareRecord order, Supplier<Case> work) {
        try {
            Case begun = nested.execute(status -> work.get());
            return new ShareRecord(order.share(), order.id(), order.profile(), order.kind(), order.name(), order.holder(), order.begins(), order.ends(),
                    order.shape(), order.content(), "CASE", "", begun.number().value(), begun.stage().word(), "import", null, null, order.grade(),
                    order.solved(), order.cameAt(), order.changedAt());
        } catch (RefusedException e) {
            return waits(order, e.refusal().what().zh());
        }
    }

    private static ShareRecord waits(ShareRecord order, String why) {
        return new ShareRecord(order.share(), order.id(), order.profile(), order.kind(), order.name(), order.holder(), order.begins(), order.ends(),
                order.shape(), order.content(), "PERSON", why, null, null, null, null, null, order.grade(), order.solved(), order.cameAt(),
                order.changedAt());
    }

    /// 人工立卷: an order that waited, with the class and place a person has chosen; answers the state it is in now.
    ///
    /// @throws RefusedException `no-such-record`
    public ShareRecord begin(String share, String id, @Nullable String classCode, @Nullable Double longitude, @Nullable Double latitude) {
        ShareRecord order = tables.record(share, id).filter(each -> each.state().equals("PERSON")).orElseThrow(() -> Refusal.of(
                Refusal.Kind.NOT_FOUND, "no-such-record", Text.of("没有等人处理的工单“" + id + "”", "no such order waits"),
                Text.of("请刷新列表", "reload the list")).under("EXC-04").asException());
        Mapping mapping = shares.mapping(shares.find(share).mapping());
        ObjectNode given = (ObjectNode) json.readTree(order.content());
        if (longitude != null && latitude != null) {
            // A person's point is in our own system, whatever the department's is.
            mapping = new Mapping(mapping.fields(), mapping.codes(), mapping.time(), "cgcs2000");
            String x = mapping.fields() == null ? "longitude" : mapping.fields().getOrDefault("longitude", "longitude");
            String y = mapping.fields() == null ? "latitude" : mapping.fields().getOrDefault("latitude", "latitude");
            given.put(x, longitude).put(y, latitude);
        }
        ShareRecord now = begun(order, mapping, given, classCode);
        tables.put(now, null);
        return now;
    }

    /// Police addresses as proposals of places, by the same file an office would import.
    private int addresses(Share share, Mapping mapping, JsonNode list, List<NotTaken> refused) {
        StringBuilder file = new StringBuilder(String.join(",", Profile.ADDRESSES.known())).append(",source\n");
        List<ShareRecord> taken = new ArrayList<>();
        Instant now = clock.instant();
        for (JsonNode each : list) {
            try {
                for (String field : Profile.ADDRESSES.needed()) {
                    mapping.need(each, field);
                }
                Geometry point = mapping.shape(each);
                for (String field : Profile.ADDRESSES.known()) {
                    String said = field.equals("longitude") ? String.valueOf(point.getCoordinate().x) : field.equals("latitude")
                            ? String.valueOf(point.getCoordinate().y) : mapping.text(each, field);
                    file.append('"').append(said.replace("\"", "\"\"")).append("\",");
                }
                file.append('"').append(share.owner().replace("\"", "\"\"")).append("\"\n");
                taken.add(new ShareRecord(share.id(), mapping.text(each, "id"), share.profile(), mapping.text(each, "kind"), cut(mapping.text(each,
                        "name")), "", null, null, null, each.toString(), "PROPOSED", "", null, null, null, null, null, null, null, now, now));
            } catch (Faulty e) {
                refused.add(new NotTaken(mapping.text(each, "id"), e.why()));
            }
        }
        if (!taken.isEmpty()) {
            places.importFile(file.toString().getBytes(StandardCharsets.UTF_8), share.id());
            taken.forEach(each -> tables.put(each, null));
        }
        return taken.size();
    }

    private Optional<PlatformId> platform(String word) {
        try {
            return platforms.find(PlatformId.of(word)).map(known -> known.id());
        } catch (RefusedException e) {
            return Optional.empty();
        }
    }
}
