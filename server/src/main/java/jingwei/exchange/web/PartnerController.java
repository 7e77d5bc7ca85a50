package jingwei.exchange.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jingwei.exchange.Outbox;
import jingwei.exchange.Partner;
import jingwei.exchange.join.Joining;
import jingwei.exchange.join.LineTest;
import jingwei.exchange.publish.Publishing;
import jingwei.exchange.reconcile.Reconciling;
import jingwei.exchange.store.LinkTables;
import jingwei.exchange.store.PartnerTables;
import jingwei.exchange.store.ReconcileTables;
import jingwei.exchange.web.ExchangeViews.PartnerView;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.journal.Journal;
import jingwei.journal.JournalEntry;
import jingwei.tenancy.PlatformId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// 协同平台: inviting, joining, testing, arranging, cutting, revoking; reconciliations and versions between two platforms.
@RestController
@RequestMapping("/api/exchange")
@Tag(name = "exchange")
class PartnerController {

    private final PartnerTables partners;
    private final LinkTables links;
    private final ReconcileTables reconciliations;
    private final Joining joining;
    private final LineTest test;
    private final Reconciling reconciling;
    private final Publishing publishing;
    private final Outbox outbox;
    private final Journal journal;
    private final Clock clock;

    PartnerController(PartnerTables partners, LinkTables links, ReconcileTables reconciliations, Joining joining, LineTest test,
            Reconciling reconciling, Publishing publishing, Outbox outbox, Journal journal, Clock clock) {
        this.partners = partners;
        this.links = links;
        this.reconciliations = reconciliations;
        this.joining = joining;
        this.test = test;
        this.reconciling = reconciling;
        this.publishing = publishing;
        this.outbox = outbox;
        this.journal = journal;
        this.clock = clock;
    }

    @Schema(name = "ExchangeInvitationWish")
    record Wish(@Nullable String partner, @Nullable String unit) {
    }

    @Schema(name = "ExchangeInvitation")
    record Invited(String code, String partner, java.time.Instant expiresAt) {
    }

    @Schema(name = "ExchangeJoinWish")
    record JoinWish(@Nullable String address, @Nullable String code, @Nullable String ownAddress, @Nullable String unit) {
    }

    @Schema(name = "ExchangeArrangement")
    record Arrangement(@Nullable String unit, @Nullable String doneAfter, @Nullable Boolean acceptsCheck, @Nullable String address) {
    }

    @Schema(name = "ExchangeLine")
    record LineWish(@Nullable String line) {
    }

    @Schema(name = "ExchangeLinePoint")
    record PointView(String point, String zh, boolean holds, String saw) {
    }

    @Schema(name = "ExchangeReconciliationBegun")
    record Begun(UUID id) {
    }

    @Schema(name = "ExchangeReconciliationView")
    record ReconciliationView(UUID id, String partner, java.time.Instant askedAt, java.time.@Nullable Instant finishedAt, String state,
            long ours, long theirs, String differences) {
    }

    @Schema(name = "ExchangePublicationView")
    record PublicationView(String partner, String subject, String version, int size, java.time.Instant receivedAt,
            java.time.@Nullable Instant takenAt, @Nullable String takenBy) {
    }

    @Schema(name = "ExchangePublishWish")
    record PublishWish(@Nullable List<String> subjects) {
    }

    @Schema(name = "ExchangePublished")
    record Published(int letters) {
    }

    @Schema(name = "ExchangeTakeWish")
    record TakeWish(@Nullable String subject, @Nullable String version) {
    }

    @GetMapping("/partners")
    @Permit(Permission.EXCHANGE_READ)
    @Transactional(readOnly = true)
    @Operation(summary = "协同平台和队列 partners with their queues and oldest letters")
    List<PartnerView> all() {
        Map<PlatformId, PartnerTables.Queue> queues = partners.queues().stream()
                .collect(Collectors.toMap(PartnerTables.Queue::partner, Function.identity()));
        return partners.all().stream().map(each -> PartnerView.of(each, queues.get(each.id()))).toList();
    }

    @PostMapping("/invitations")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.EXCHANGE_EDIT)
    @Operation(summary = "邀请下级平台，接入码只显示一次 invite a platform; the code is shown once", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"partner": "xinan", "unit": "partner-platform"}"""))))
    Invited invite(@RequestBody Wish wish) {
        Joining.Invitation made = joining.invite(PlatformId.of(Reading.need("partner", wish.partner())), wish.unit());
        return new Invited(made.code(), made.partner().value(), made.expiresAt());
    }

    @PostMapping("/partners")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.EXCHANGE_EDIT)
    @Operation(summary = "用接入码接入上级平台 join the platform above with its code", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"address": "https://city.example", "code": "luoyang.4K2M…", "ownAddress": "https://county.example"}"""))))
    PartnerView join(@RequestBody JoinWish wish) {
        String address = Reading.need("address", wish.address());
        return PartnerView.of(joining.join(address, Reading.need("code", wish.code()), address.equals(Partner.LOOPBACK) ? Partner.LOOPBACK
                : Reading.need("ownAddress", wish.ownAddress()), wish.unit()), null);
    }

    @PutMapping("/partners/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.EXCHANGE_EDIT)
    @Operation(summary = "约定：代表单位、何时报完成、是否认可核查 arrange how cases go over this line", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"unit": "partner-platform", "doneAfter": "FEEDBACK", "acceptsCheck": false}"""))))
    void arrange(@PathVariable String id, @RequestBody Arrangement wish) {
        Partner partner = found(id);
        partners.arrange(partner.id(), wish.unit() == null ? partner.unit() : wish.unit(), wish.doneAfter() == null ? partner.doneAfter()
                : Reading.word(Partner.DoneAfter.class, "doneAfter", wish.doneAfter()), wish.acceptsCheck() == null
                ? partner.acceptsCheck() : wish.acceptsCheck(), wish.address() == null ? partner.address() : wish.address());
        journal.write(JournalEntry.Kind.EXCHANGE, id, "partner-arranged", Map.of("unit", String.valueOf(wish.unit())));
    }

    @PutMapping("/partners/{id}/line")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.EXCHANGE_EDIT)
    @Operation(summary = "断开或接通线路 cut or mend the line", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"line": "CUT"}"""))))
    void line(@PathVariable String id, @RequestBody LineWish wish) {
        Partner partner = found(id);
        Partner.Line line = Reading.word(Partner.Line.class, "line", wish.line());
        partners.line(partner.id(), line, clock.instant());
        journal.write(JournalEntry.Kind.EXCHANGE, id, "line-" + line.name().toLowerCase(java.util.Locale.ROOT), Map.of());
        outbox.wakeAfterCommit(partner.id());
    }

    @PostMapping("/partners/{id}/tests")
    @Permit(Permission.EXCHANGE_EDIT)
    @Operation(summary = "逐项联通测试 test the line point by point", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("{}"))))
    List<PointView> test(@PathVariable String id) {
        return test.run(found(id).id()).stream().map(each -> new PointView(each.point(), each.zh(), each.holds(), each.saw())).toList();
    }

    @PostMapping("/partners/{id}/revocations")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.EXCHANGE_EDIT)
    @Operation(summary = "吊销接入，立即生效 revoke a partner at once", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"reason": "密钥遗失"}"""))))
    void revoke(@PathVariable String id, @RequestBody LetterDeskController.Reason given) {
        joining.revoke(PlatformId.of(id), Reading.need("reason", given.reason()));
    }

    @PostMapping("/partners/{id}/reconciliations")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Permit(Permission.EXCHANGE_ACT)
    @Operation(summary = "发起对账 compare both sides' cases now", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("{}"))))
    Begun reconcile(@PathVariable String id) {
        return new Begun(reconciling.ask(found(id)));
    }

    @GetMapping("/reconciliations")
    @Permit(Permission.EXCHANGE_READ)
    @Transactional(readOnly = true)
    @Operation(summary = "对账结果，最新在前 reconciliations, newest first")
    List<ReconciliationView> reconciliations(@RequestParam(required = false) @Nullable String partner) {
        return reconciliations.newest(Reading.partner(partner), 50).stream().map(each -> new ReconciliationView(each.id(),
                each.partner().value(), each.askedAt(), each.finishedAt(), each.state(), each.ours(), each.theirs(), each.differences()))
                .toList();
    }

    @PostMapping("/partners/{id}/publications")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Permit(Permission.EXCHANGE_EDIT)
    @Operation(summary = "向对方发布版本 send versions of process, catalogue, calendar, grids, places or duty", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"subjects": ["process", "catalogue", "calendar"]}"""))))
    Published publish(@PathVariable String id, @RequestBody PublishWish wish) {
        return new Published(publishing.publish(found(id).id(), Set.copyOf(Reading.need("subjects", wish.subjects()))));
    }

    @GetMapping("/publications")
    @Permit(Permission.EXCHANGE_READ)
    @Transactional(readOnly = true)
    @Operation(summary = "收到的版本 versions that came")
    List<PublicationView> publications(@RequestParam(required = false) @Nullable String partner) {
        return links.publications(Reading.partner(partner)).stream().map(each -> new PublicationView(each.partner().value(), each.subject(),
                each.version(), each.body().length(), each.receivedAt(), each.takenAt(), each.takenBy())).toList();
    }

    @PostMapping("/publications/{partner}/takings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.EXCHANGE_EDIT)
    @Operation(summary = "采用收到的版本 take a version into use", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"subject": "catalogue", "version": "1"}"""))))
    void take(@PathVariable String partner, @RequestBody TakeWish wish) {
        publishing.take(PlatformId.of(partner), Reading.need("subject", wish.subject()), Reading.need("version", wish.version()),
                Reading.post());
    }

    private Partner found(String id) {
        PlatformId partner = PlatformId.of(id);
        return partners.find(partner).orElseThrow(() -> Joining.noSuchPartner(partner));
    }
}
