package jingwei.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.identity.SecondSteps;
import jingwei.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// 两步登录的启用、停用和重置 (SEC-06).
@RestController
@Tag(name = "maintenance")
class SecondStepController {

    private final SecondSteps steps;

    SecondStepController(SecondSteps steps) {
        this.steps = steps;
    }

    /// @param demanded     the system asks it of this post
    /// @param possible     for administrators' posts
    /// @param recoveryLeft recovery codes not used yet
    record SecondStepView(boolean on, boolean demanded, boolean possible, int recoveryLeft) {
    }

    /// @param secret   Base32, made by the person's own browser
    /// @param code     what the authenticator shows, to prove that it works
    /// @param recovery ten codes, made by the browser too; kept as digests
    record SecondStepBeginning(@Nullable String password, @Nullable String secret, @Nullable String code,
            @Nullable List<String> recovery) {
    }

    record OwnPassword(@Nullable String password) {
    }

    @GetMapping("/api/accounts/current/second-step")
    @Permit(Permission.SIGNED_IN)
    @Operation(summary = "两步登录的状态 whether one signs in with two steps")
    SecondStepView state() {
        SignedIn who = SignedIn.current();
        return new SecondStepView(steps.on(who.account()), steps.demandedOf(who.permissions()),
                SecondSteps.administers(who.permissions()), steps.recoveryCodesLeft(who.account()));
    }

    @PutMapping("/api/accounts/current/second-step")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.SIGNED_IN)
    @Operation(summary = "启用两步登录 sign in with two steps from now on, or with another authenticator", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"password": "Peony-in-April-7", "secret": "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "code": "287082",
                     "recovery": ["abcdefghijklmnop"]}"""))))
    void turnOn(@RequestBody SecondStepBeginning given) {
        Fields.require("password", given.password(), "secret", given.secret(), "code", given.code(), "recovery", given.recovery());
        steps.turnOn(SignedIn.current(), given.password(), given.secret(), given.code(), given.recovery());
    }

    @PostMapping("/api/accounts/current/second-step/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.SIGNED_IN)
    @Operation(summary = "停用两步登录 sign in with the password alone again", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"password": "Peony-in-April-7"}"""))))
    void turnOff(@RequestBody OwnPassword given) {
        Fields.require("password", given.password());
        steps.turnOff(SignedIn.current(), given.password());
    }

    @DeleteMapping("/api/accounts/{id}/second-step")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.ACCOUNT_EDIT)
    @Operation(summary = "重置他人的两步登录 let somebody who lost phone and recovery codes begin anew")
    void reset(@PathVariable UUID id) {
        steps.reset(id, SignedIn.current());
    }
}
