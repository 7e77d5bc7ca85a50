package jingwei.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jingwei.identity.Account;
import jingwei.identity.FirstAdministrator;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.tenancy.Platform;
import jingwei.tenancy.PlatformId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// 首位管理员: works on an empty system only, with the code printed on its console (SEC-06).
@RestController
@Tag(name = "maintenance")
class FirstAdministratorController {

    private final FirstAdministrator first;

    FirstAdministratorController(FirstAdministrator first) {
        this.first = first;
    }

    /// @param region GB/T 2260, four digits for a city, six for a county
    record NewPlatform(String id, String nameZh, String nameEn, String region, Platform.OperatingModel model,
            Platform.Hosting hosting) {
    }

    @Schema(name = "FirstAdministratorBeginning")
    record Beginning(String code, NewPlatform platform, String person, String account, String password) {
    }

    @PostMapping("/api/first-administrator")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.ANYONE)
    @Operation(summary = "建立首个平台和首位管理员 make the first platform and the first administrator",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(value = "{\"code\": \"7F3K-9Q2M\", \"platform\": {\"id\": \"luoyang\", \"nameZh\": \"洛阳市\", "
                            + "\"nameEn\": \"Luoyang\", \"region\": \"4103\", \"model\": \"TWO_LEVEL\", "
                            + "\"hosting\": \"OWN\"}, \"person\": \"王建国\", \"account\": \"administrator-1\", "
                            + "\"password\": \"Peony-in-April-7\"}"))))
    Account create(@RequestBody Beginning beginning) {
        NewPlatform platform = beginning.platform();
        Fields.require("code", beginning.code(), "platform", platform, "person", beginning.person(),
                "account", beginning.account(), "password", beginning.password());
        Fields.require("platform.id", platform.id(), "platform.nameZh", platform.nameZh(),
                "platform.nameEn", platform.nameEn(), "platform.region", platform.region(),
                "platform.model", platform.model(), "platform.hosting", platform.hosting());
        if (!platform.region().matches("[0-9]{4}([0-9]{2})?")) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "bad-region",
                    Text.of("行政区划代码应为 4 位（市）或 6 位（县、区）数字",
                            "a region code has 4 digits for a city, 6 for a county"),
                    Text.of("请查 GB/T 2260 的现行代码", "see the codes of GB/T 2260 in force")).asException();
        }
        return first.create(beginning.code(), new Platform(PlatformId.of(platform.id()),
                Text.of(platform.nameZh(), platform.nameEn()), platform.region(), platform.model(),
                platform.hosting(), Platform.Standing.TRIAL, null), beginning.person(), beginning.account(),
                beginning.password());
    }
}
