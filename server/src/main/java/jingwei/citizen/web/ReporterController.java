package jingwei.citizen.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import jingwei.casework.ReportSource;
import jingwei.citizen.ApiClient;
import jingwei.citizen.CitizenDesk;
import jingwei.citizen.CitizenRefusals;
import jingwei.citizen.CitizenSettings;
import jingwei.citizen.ReporterDesk;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// 举报人、积分、设置与密钥 (SEC-03, PUB-03).
@RestController
class ReporterController {

    private final ReporterDesk reporters;
    private final CitizenDesk desk;

    ReporterController(ReporterDesk reporters, CitizenDesk desk) {
        this.reporters = reporters;
        this.desk = desk;
    }

    /// 兑换.
    record Redemption(@Nullable String phone, int points, @Nullable String reason) {
    }

    /// 发放密钥.
    record KeyWanted(@Nullable String id, @Nullable String name, @Nullable ReportSource source) {
    }

    @GetMapping("/api/citizen-reports/{number}/reporter")
    @Permit(Permission.CASE_READ)
    @Tag(name = "acceptance")
    @Operation(summary = "查看举报人电话（记入日志）", description = "The reporter's phone; supervision side only, and every look is journalled.")
    CitizenAnswers.ReporterAnswer reporter(@Parameter(example = "41030020261128000012") @PathVariable String number) {
        return CitizenAnswers.reporter(reporters.reporter(number));
    }

    @PostMapping("/api/citizen-reports/{number}/confirmation")
    @Permit(Permission.CASE_ACT)
    @Tag(name = "acceptance")
    @Operation(summary = "回拨后确认电话", description = "Confirms the phone after the operator's call.")
    CitizenAnswers.ReporterAnswer confirm(@PathVariable String number) {
        return CitizenAnswers.reporter(reporters.confirm(number));
    }

    @GetMapping("/api/citizen-rewards")
    @Permit(Permission.CASE_READ)
    @Tag(name = "acceptance")
    @Operation(summary = "某电话的积分台账", description = "The rewards ledger of a phone.")
    ReporterDesk.RewardLedger ledger(@Parameter(example = "13800000001") @RequestParam String phone) {
        return reporters.ledger(phone);
    }

    @PostMapping("/api/citizen-rewards/redemptions")
    @Permit(Permission.CASE_ACT)
    @Tag(name = "acceptance")
    @Operation(summary = "兑换积分", description = "Redeems points.",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(value = "{\"phone\": \"13800000001\", \"points\": 10, \"reason\": \"兑换公交卡\"}"))))
    ReporterDesk.RewardLedger redeem(@RequestBody Redemption wanted) {
        return reporters.redeem(wanted.phone() == null ? "" : wanted.phone(), wanted.points(),
                wanted.reason() == null ? "" : wanted.reason());
    }

    @GetMapping("/api/citizen-settings")
    @Permit(Permission.PLATFORM_EDIT)
    @Tag(name = "maintenance")
    @Operation(summary = "公众上报设置", description = "Settings of public reporting.")
    CitizenSettings settings() {
        return desk.settings();
    }

    @PutMapping("/api/citizen-settings")
    @Permit(Permission.PLATFORM_EDIT)
    @Tag(name = "maintenance")
    @Operation(summary = "修改公众上报设置", description = "Changes the settings of public reporting.",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(value = """
                            {"open": true, "fallbackClass": "event-0102", "offeredClasses": ["component-0101"], "perPhoneDay": 5,
                             "perAddressHour": 20, "maskAfterDays": 180, "rewardPoints": 10, "centerPhone": "12319"}"""))))
    CitizenSettings change(@RequestBody CitizenSettings wanted) {
        return reporters.change(wanted);
    }

    @GetMapping("/api/open311-clients")
    @Permit(Permission.PLATFORM_EDIT)
    @Tag(name = "maintenance")
    @Operation(summary = "Open311 客户端", description = "Systems that report with a key.")
    List<ApiClient> clients() {
        return reporters.clients();
    }

    @PostMapping("/api/open311-clients")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.PLATFORM_EDIT)
    @Tag(name = "maintenance")
    @Operation(summary = "发放密钥，只显示这一次", description = "Issues a key; it is shown this once.",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(value = "{\"id\": \"hotline-12345\", \"name\": \"市长热线\", \"source\": \"HOTLINE\"}"))))
    ReporterDesk.Issued issue(@RequestBody KeyWanted wanted) {
        if (wanted.id() == null || wanted.name() == null || wanted.source() == null) {
            throw CitizenRefusals.field("source", "标识、名称和来源都要填", "id, name and source are needed");
        }
        return reporters.issue(wanted.id(), wanted.name(), wanted.source());
    }

    @DeleteMapping("/api/open311-clients/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.PLATFORM_EDIT)
    @Tag(name = "maintenance")
    @Operation(summary = "作废密钥，立即生效", description = "Revokes a key at once.")
    void revoke(@Parameter(example = "hotline-12345") @PathVariable String id) {
        reporters.revoke(id);
    }
}
