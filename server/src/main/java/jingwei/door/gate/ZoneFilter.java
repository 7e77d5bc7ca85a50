package jingwei.door.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.tenancy.RefusalAnswer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// 分区过滤: what a listener does not serve is not there, whoever asks (SEC-02). After the security headers, before sessions.
@Component
@Order(-150)
class ZoneFilter extends OncePerRequestFilter {

    private final Zones zones;
    private final RefusalAnswer refusals;

    ZoneFilter(Zones zones, RefusalAnswer refusals) {
        this.zones = zones;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Zone zone = zones.at(request.getLocalPort());
        String path = request.getRequestURI();
        if (path.equals("/") && zone != Zone.OFFICE) {
            response.sendRedirect(zone.home());
        } else if (zones.serves(zone, path) && zones.serves(zone, request.getServletPath())) {
            // Both as it was written and as the container understands it: no detour by `..` leads elsewhere.
            chain.doFilter(request, response);
        } else {
            refusals.write(request, response, Refusal.of(Refusal.Kind.NOT_FOUND, "not-in-this-zone",
                    Text.of("此地址不在" + zone.zh() + "提供", "this address is not served in this zone"),
                    Text.of("请从所属区域的地址访问", "use the address of the zone it belongs to")).under("SEC-02"));
        }
    }
}
