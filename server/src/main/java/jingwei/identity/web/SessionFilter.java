package jingwei.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jingwei.identity.Seating;
import jingwei.identity.Seats;
import jingwei.identity.Session;
import jingwei.identity.Sessions;
import jingwei.identity.SignedIn;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.tenancy.RefusalAnswer;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// 会话过滤器: from a token to the platform, the person and the post the request speaks for.
///
/// A request without a living session goes on as nobody; {@link PermitInterceptor} then decides. A cookie travels by
/// itself, so a write with a cookie also needs `X-CSRF`; a Bearer token does not travel by itself and needs nothing.
@Component
@Order(SessionFilter.ORDER)
class SessionFilter extends OncePerRequestFilter {

    static final int ORDER = -100;
    static final String COOKIE = "jingwei-session";
    /// Request attributes: the token, and whether the password must be changed first.
    static final String TOKEN = Sessions.TOKEN_ATTRIBUTE;
    static final String MUST_CHANGE = "jingwei.must-change";

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final String BEARER = "Bearer ";

    private final Sessions sessions;
    private final Seating seating;
    private final RefusalAnswer refusals;

    SessionFilter(Sessions sessions, Seating seating, RefusalAnswer refusals) {
        this.sessions = sessions;
        this.seating = seating;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String bearer = bearer(request);
        String token = bearer == null ? cookie(request) : bearer;
        Optional<Session> found = token == null ? Optional.empty() : sessions.find(token);
        if (found.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        if (bearer == null && !READS.contains(request.getMethod()) && !signsIn(request)
                && !matches(request.getHeader("X-CSRF"), Sessions.csrf(token))) {
            refusals.write(request, response, Refusal.of(Refusal.Kind.NOT_ALLOWED, "csrf-missing",
                    Text.of("请求没有带会话的防伪值", "the request lacks the session's X-CSRF value"),
                    Text.of("请从本系统的页面操作，或刷新页面后重试", "work from this system's own pages, or reload"))
                    .under("SEC-06").missing(List.of("X-CSRF")));
            return;
        }
        Session session = found.get();
        List<Seats.Seat> seats = Tenancy.within(session.platform(), () -> seating.of(session.person()));
        String wanted = request.getHeader("X-Post");
        Optional<Seats.Seat> seat = seats.stream()
                .filter(held -> wanted == null || wanted.isBlank() || held.post().equals(wanted)).findFirst();
        if (seat.isEmpty() && wanted != null && !wanted.isBlank()) {
            refusals.write(request, response, Refusal.of(Refusal.Kind.NOT_ALLOWED, "not-your-post",
                    Text.of("您不在所选的岗位上", "you do not hold the chosen post"),
                    Text.of("请重新选择岗位", "choose a post again")).under("APM-02")
                    .whoCould(seats.stream().map(Seats.Seat::name).toList()));
            return;
        }
        request.setAttribute(TOKEN, token);
        request.setAttribute(MUST_CHANGE, session.mustChange());
        speak(new SignedIn(session.platform(), session.account(), session.person(),
                seat.map(Seats.Seat::post).orElse(null), seat.map(Seats.Seat::permissions).orElse(Set.of())),
                request, response, chain);
    }

    private static void speak(SignedIn who, HttpServletRequest request, HttpServletResponse response,
            FilterChain chain) throws ServletException, IOException {
        try {
            Tenancy.<@Nullable Void, Exception>within(who.platform(),
                    () -> SignedIn.<@Nullable Void, Exception>speaking(who, () -> {
                        chain.doFilter(request, response);
                        return null;
                    }));
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private static boolean signsIn(HttpServletRequest request) {
        return "POST".equals(request.getMethod()) && "/api/sessions".equals(request.getRequestURI());
    }

    private static @Nullable String bearer(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip() : null;
    }

    private static @Nullable String cookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return null;
        }
        for (Cookie cookie : cookies) {
            if (COOKIE.equals(cookie.getName())) {
                return cookie.getValue();
            }
        }
        return null;
    }

    private static boolean matches(@Nullable String given, String expected) {
        return given != null && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8),
                expected.getBytes(StandardCharsets.UTF_8));
    }
}
