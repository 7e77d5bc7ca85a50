package jingwei.casework.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Locale;
import jingwei.casework.Case;
import jingwei.casework.CaseNumber;
import jingwei.casework.CaseRoom;
import jingwei.casework.act.Refusals;
import jingwei.casework.clock.Reckoning;
import jingwei.casework.store.TrialReport;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.tenancy.Platform;
import jingwei.tenancy.Platforms;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// 模拟运行: the platform's standing, its trial report, printed orders, and going live.
@RestController
@Tag(name = "maintenance")
class TrialController {

    private final Platforms platforms;
    private final CaseRoom room;
    private final TrialReport report;
    private final Reckoning reckoning;

    TrialController(Platforms platforms, CaseRoom room, TrialReport report, Reckoning reckoning) {
        this.platforms = platforms;
        this.room = room;
        this.report = report;
        this.reckoning = reckoning;
    }

    /// @param standing  `TRIAL` or `LIVE`
    /// @param liveSince when it went live
    record StandingView(String platform, String name, String region, String standing, @Nullable Instant liveSince) {
    }

    @GetMapping("/api/platform")
    @Permit(Permission.SIGNED_IN)
    @Operation(summary = "本平台：模拟运行或正式运行 this platform's standing")
    StandingView standing(Locale locale) {
        Platform p = platforms.find(Tenancy.current()).orElseThrow();
        return new StandingView(p.id().value(), p.name().in(locale), p.region(), p.standing().name(), p.liveSince());
    }

    @PostMapping("/api/platform/going-live")
    @Permit(Permission.PLATFORM_EDIT)
    @Operation(summary = "转入正式运行，不可撤回 go live; cannot be taken back")
    StandingView goLive(Locale locale) {
        if (!platforms.goLive(Tenancy.current(), room.around().now())) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "already-live",
                    Text.of("平台已经正式运行", "the platform is live already"),
                    Text.of("无须再办", "there is nothing to do")).under("VAL-02").asException();
        }
        return standing(locale);
    }

    @GetMapping("/api/trial-report")
    @Permit(Permission.CASE_READ)
    @Operation(summary = "模拟运行报告 the trial report: what was reported, filed, handled and closed, by unit")
    TrialReport.Report report() {
        return report.make();
    }

    @GetMapping(value = "/api/trial-report/sheet", produces = MediaType.TEXT_HTML_VALUE)
    @Permit(Permission.CASE_READ)
    @Operation(summary = "模拟运行报告，供打印 the trial report, for printing")
    String sheet() {
        return TrialSheet.html(report.make(), room.around().organization(),
                platforms.find(Tenancy.current()).orElseThrow().name().zh());
    }

    @PostMapping("/api/deadlines/reckoning")
    @Permit(Permission.CALENDAR_EDIT)
    @Operation(summary = "载入缺失年份后重新推算暂定时限 reckon provisional deadlines anew")
    Reckoning.Reckoned reckon() {
        return reckoning.reckon();
    }

    /// 派遣单: printed for a unit that has not joined yet.
    @GetMapping(value = "/api/cases/{number}/order", produces = MediaType.TEXT_HTML_VALUE)
    @Permit(Permission.CASE_READ)
    @Tag(name = "cooperation")
    @Operation(summary = "派遣单，供打印 the dispatch order, for printing")
    String order(@PathVariable String number) {
        CaseNumber wanted = CaseNumber.of(number);
        Case c = room.find(wanted, room.speaker()).orElseThrow(() -> Refusals.noSuchCase(wanted).asException());
        if (c.assignment() == null || c.filing() == null) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "not-dispatched", Text.of("案件尚未派遣", "the case is not dispatched"),
                    Text.of("派遣后可打印", "dispatch it first")).under("T14").asException();
        }
        String unit = c.assignment().unit();
        return OrderSheet.html(c, room.around().organization().unit(unit).map(u -> u.name()).orElse(unit),
                room.around().sheet().entry(c.subject().classCode()).map(entry -> entry.name().zh()).orElse(""));
    }
}
