package jingwei.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import jingwei.identity.Account;
import jingwei.identity.Accounts;
import jingwei.identity.BoundDevice;
import jingwei.identity.Devices;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.identity.Person;
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

/// 人员、账号和设备的维护 (ACQ-28, APM-02).
@RestController
@Tag(name = "maintenance")
class AccountController {

    private static final int PAGE = 200;

    private final Accounts accounts;
    private final Devices devices;

    AccountController(Accounts accounts, Devices devices) {
        this.accounts = accounts;
        this.devices = devices;
    }

    /// @param identityNumber 身份证号; kept as a keyed digest only
    record NewPerson(String name, @Nullable String identityNumber, @Nullable String phone) {
    }

    /// @param password    the first password; must be changed at the first sign-in
    /// @param needsDevice signs in from a bound device only
    record NewAccount(UUID person, String name, String password, boolean needsDevice) {
    }

    record NewPassword(String password) {
    }

    record NewDevice(String device, @Nullable String name) {
    }

    @PostMapping("/api/persons")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.ACCOUNT_EDIT)
    @Operation(summary = "登记人员 register a person",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(value = "{\"name\": \"王建国\", \"phone\": \"13800000001\"}"))))
    Person createPerson(@RequestBody NewPerson person) {
        Fields.require("name", person.name());
        return accounts.createPerson(person.name(), person.identityNumber(), person.phone());
    }

    @PostMapping("/api/accounts")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.ACCOUNT_EDIT)
    @Operation(summary = "开账号 open an account",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(value = "{\"person\": \"0198f2a4-6c1e-7a55-b0d4-0c7f5d0f2a11\", \"name\": \"operator-4\", "
                            + "\"password\": \"Peony-in-April-7\", \"needsDevice\": false}"))))
    Account createAccount(@RequestBody NewAccount account) {
        Fields.require("person", account.person(), "name", account.name(), "password", account.password());
        return accounts.createAccount(account.person(), account.name(), account.password(), true,
                account.needsDevice());
    }

    /// @param after name of the last account of the page before
    @GetMapping("/api/accounts")
    @Permit(Permission.ACCOUNT_EDIT)
    @Operation(summary = "账号列表 the accounts by name, 200 a page")
    List<Account> accounts(@RequestParam(defaultValue = "") String after) {
        return accounts.list(after, PAGE);
    }

    @PostMapping("/api/accounts/{id}/disabled")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.ACCOUNT_EDIT)
    @Operation(summary = "停用账号 take an account out of use; its sessions end at once")
    void disable(@PathVariable UUID id) {
        accounts.disable(id, true);
    }

    @DeleteMapping("/api/accounts/{id}/disabled")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.ACCOUNT_EDIT)
    @Operation(summary = "恢复账号 take an account into use again")
    void enable(@PathVariable UUID id) {
        accounts.disable(id, false);
    }

    @DeleteMapping("/api/accounts/{id}/locked")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.ACCOUNT_EDIT)
    @Operation(summary = "解锁 lift the lock after failed sign-ins")
    void unlock(@PathVariable UUID id) {
        accounts.unlock(id);
    }

    @PutMapping("/api/accounts/{id}/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.ACCOUNT_EDIT)
    @Operation(summary = "重置口令 give a new first password",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(value = "{\"password\": \"Peony-in-April-7\"}"))))
    void resetPassword(@PathVariable UUID id, @RequestBody NewPassword password) {
        Fields.require("password", password.password());
        accounts.resetPassword(id, password.password());
    }

    @GetMapping("/api/accounts/{id}/devices")
    @Permit(Permission.ACCOUNT_EDIT)
    @Operation(summary = "绑定的设备 the devices bound to an account")
    List<BoundDevice> devices(@PathVariable UUID id) {
        return devices.of(id);
    }

    @PostMapping("/api/accounts/{id}/devices")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.ACCOUNT_EDIT)
    @Operation(summary = "绑定设备 bind a device",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(value = "{\"device\": \"356938035643809\", \"name\": \"城管通 12\"}"))))
    void bind(@PathVariable UUID id, @RequestBody NewDevice device) {
        Fields.require("device", device.device());
        devices.bind(id, device.device(), device.name());
    }

    @PostMapping("/api/accounts/{id}/devices/{device}/lost")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.ACCOUNT_EDIT)
    @Operation(summary = "挂失设备 lock a lost device out; its sessions end at once")
    void lose(@PathVariable UUID id, @PathVariable String device) {
        devices.lose(id, device, true);
    }

    @DeleteMapping("/api/accounts/{id}/devices/{device}/lost")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.ACCOUNT_EDIT)
    @Operation(summary = "解除挂失 let a found device in again")
    void find(@PathVariable UUID id, @PathVariable String device) {
        devices.lose(id, device, false);
    }
}
