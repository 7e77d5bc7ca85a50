package jingwei.door.gate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.tenancy.RefusalAnswer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// 限流: one address asks only so much a second, and tries only so many passwords a minute; whoever asks more waits (429).
///
/// Counted in memory, for each server by itself. The machine's own programs (loopback, nothing forwarded) are not counted: a
/// proxy on it names whom it speaks for, and that address counts. Many people behind one address of an office share its
/// measure, so it is wide; the measure of a single account is the lock-out after failures ({@link jingwei.identity.SignIn}).
@Component
@Order(-140)
class RateLimit extends OncePerRequestFilter {

    private static final int ADDRESSES = 100_000;
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);

    private final int each;
    private final int tries;
    private final RefusalAnswer refusals;
    private final Cache<String, Bucket> asked = measures();
    private final Cache<String, Bucket> tried = measures();

    /// @param each  `JINGWEI_RATE`, requests a second from one address, 0 for no limit
    /// @param tries `JINGWEI_SIGN_INS`, sign-ins a minute from one address, 0 for no limit
    RateLimit(@Value("${jingwei.rate.requests:200}") int each, @Value("${jingwei.rate.sign-ins:60}") int tries,
            RefusalAnswer refusals) {
        this.each = each;
        this.tries = tries;
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.startsWith("/api/") && !path.startsWith("/open311/") || own(request.getRemoteAddr());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long wait = each == 0 ? 0 : wait(asked, request, each, Duration.ofSeconds(1), 5);
        if (wait == 0 && tries > 0 && request.getMethod().equals("POST") && request.getRequestURI().equals("/api/sessions")) {
            wait = wait(tried, request, tries, Duration.ofMinutes(1), 1);
        }
        if (wait == 0) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Retry-After", String.valueOf(wait));
        refusals.write(request, response, Refusal.of(Refusal.Kind.TOO_MANY, "too-many-requests",
                Text.of("来自此地址的请求过于频繁", "too many requests come from this address"),
                Text.of("请 " + wait + " 秒后再试；已提交的内容不会重复", "try again in " + wait + " s; what was submitted is not doubled"))
                .under("SEC-06"));
    }

    /// Takes one from the address's measure. @return seconds to wait, 0 if there was one to take
    private static long wait(Cache<String, Bucket> measures, HttpServletRequest request, int most, Duration span, int burst) {
        Bucket measure = measures.get(request.getRemoteAddr(), address -> Bucket.builder()
                .addLimit(limit -> limit.capacity((long) most * burst).refillGreedy(most, span)).build());
        ConsumptionProbe probe = measure.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? 0 : Math.max(1, TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()));
    }

    private static Cache<String, Bucket> measures() {
        return Caffeine.newBuilder().maximumSize(ADDRESSES).expireAfterAccess(FORGOTTEN).build();
    }

    /// A literal address is never looked up by name.
    private static boolean own(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
