package jingwei.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import jingwei.identity.Account;
import jingwei.identity.Accounts;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.identity.Seating;
import jingwei.identity.Seats;
import jingwei.identity.SecondSteps;
import jingwei.identity.Session;
import jingwei.identity.Sessions;
import jingwei.identity.SignIn;
import jingwei.identity.SignedIn;
import jingwei.tenancy.Platform;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Platforms;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// 登录、退出、我是谁 (ACQ-01).
@RestController
@Tag(name = "maintenance")
class SessionController {

    private static final Duration NOT_KEPT = Duration.ofSeconds(-1);
    private static final Duration KEPT_ON_DEVICE = Duration.ofDays(30);

    private final SignIn signIn;
    private final Sessions sessions;
    private final Accounts accounts;
    private final Seating seating;
    private final Platforms platforms;
    private final SecondSteps steps;
    private final boolean secure;

    SessionController(SignIn signIn, Sessions sessions, Accounts accounts, Seating seating, Platforms platforms, SecondSteps steps,
            @Value("${jingwei.session.secure:false}") boolean secure) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.accounts = accounts;
        this.seating = seating;
        this.platforms = platforms;
        this.steps = steps;
        this.secure = secure;
    }

    /// @param code   second step: six digits of an authenticator, or a recovery code
    /// @param device id of the collecting device; not given by a browser
    record Credentials(String platform, String account, String password, @Nullable String code, @Nullable String device) {
    }

    record PostHeld(String id, String name, SortedSet<Permission> permissions) {
    }

    record Name(String zh, String en) {
    }

    record PlatformShown(String id, Name name, Platform.@Nullable Standing standing) {
    }

    /// @param token      the session's token; told at the sign-in only
    /// @param csrf       what a browser sends as `X-CSRF` with every write
    /// @param post       the post in use; absent for somebody without one
    /// @param mustChange the password must be changed before anything else
    /// @param mustSecure two-step sign-in must be turned on before anything else
    record Me(@Nullable String token, String csrf, PlatformShown platform, UUID account, String accountName,
            UUID person, String personName, @Nullable String post, List<PostHeld> posts, boolean mustChange,
            boolean mustSecure) {
    }

    record PasswordChange(String former, String password) {
    }

    @PostMapping("/api/sessions")
    @Permit(Permission.ANYONE)
    @Operation(summary = "登录 sign in",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(value = "{\"platform\": \"luoyang\", \"account\": \"operator-1\", "
                            + "\"password\": \"Peony-in-April-7\"}"))))
    ResponseEntity<Me> signIn(@RequestBody Credentials credentials, HttpServletRequest request) {
        Fields.require("platform", credentials.platform(), "account", credentials.account(),
                "password", credentials.password());
        PlatformId platform = PlatformId.of(credentials.platform());
        String token = signIn.in(platform, credentials.account(), credentials.password(), credentials.code(), credentials.device(),
                request.getRemoteAddr());
        Session session = sessions.find(token).orElseThrow();
        Me me = Tenancy.within(platform, () -> me(session, token, true, null));
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(HttpHeaders.SET_COOKIE, cookie(token, request, credentials.device() == null ? NOT_KEPT : KEPT_ON_DEVICE))
                .body(me);
    }

    @GetMapping("/api/sessions/current")
    @Permit(Permission.SIGNED_IN)
    @Operation(summary = "我是谁 who is signed in")
    Me current(HttpServletRequest request) {
        String token = token(request);
        return me(sessions.find(token).orElseThrow(), token, false, SignedIn.current().post());
    }

    @DeleteMapping("/api/sessions/current")
    @Permit(Permission.SIGNED_IN)
    @Operation(summary = "退出 sign out")
    ResponseEntity<Void> signOut(HttpServletRequest request) {
        SignedIn who = SignedIn.current();
        signIn.out(token(request), who, accounts.require(who.account()).name(), request.getRemoteAddr());
        return ResponseEntity.noContent().header(HttpHeaders.SET_COOKIE, cookie("", request, Duration.ZERO)).build();
    }

    @PutMapping("/api/accounts/current/password")
    @Permit(Permission.SIGNED_IN)
    @Operation(summary = "修改本人口令 change one's own password",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(value = "{\"former\": \"Peony-in-April-7\", \"password\": \"Peony-in-May-8\"}"))))
    ResponseEntity<Void> changePassword(@RequestBody PasswordChange change, HttpServletRequest request) {
        Fields.require("former", change.former(), "password", change.password());
        accounts.changePassword(SignedIn.current().account(), change.former(), change.password(), token(request));
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/api/platforms")
    @Permit(Permission.ANYONE)
    @Operation(summary = "平台名册，供登录页选择 the platforms to choose from at the sign-in")
    List<PlatformShown> platforms() {
        return platforms.all().stream().map(platform -> shown(platform, null)).toList();
    }

    private Me me(Session session, String token, boolean tellToken, @Nullable String post) {
        Account account = accounts.require(session.account());
        List<Seats.Seat> seats = seating.of(session.person());
        Platform platform = platforms.find(session.platform()).orElseThrow();
        String inUse = post != null ? post : seats.stream().map(Seats.Seat::post).findFirst().orElse(null);
        return new Me(tellToken ? token : null, Sessions.csrf(token), shown(platform, platform.standing()),
                account.id(), account.name(), account.person(), account.personName(), inUse,
                seats.stream().map(seat -> new PostHeld(seat.post(), seat.name(), new TreeSet<>(seat.permissions())))
                        .toList(), session.mustChange(), seats.stream().anyMatch(seat -> steps.demandedOf(seat.permissions()))
                                && !steps.on(account.id()));
    }

    private static PlatformShown shown(Platform platform, Platform.@Nullable Standing standing) {
        return new PlatformShown(platform.id().value(), new Name(platform.name().zh(), platform.name().en()),
                standing);
    }

    private static String token(HttpServletRequest request) {
        return (String) request.getAttribute(SessionFilter.TOKEN);
    }

    /// A collecting device is closed by its system many times a shift: its cookie outlives that, and the server alone decides when
    /// the session ends. A desk's browser forgets it when it is closed.
    private String cookie(String token, HttpServletRequest request, Duration kept) {
        return ResponseCookie.from(SessionFilter.COOKIE, token).httpOnly(true).sameSite("Strict").path("/")
                .secure(secure || request.isSecure()).maxAge(kept).build().toString();
    }
}
