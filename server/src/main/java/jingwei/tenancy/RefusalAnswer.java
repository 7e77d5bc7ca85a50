package jingwei.tenancy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jingwei.standards.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;

/// 过滤器的拒绝: lets a servlet filter, which stands before every controller, refuse in the same shape and language.
@Component
public class RefusalAnswer {

    private final ObjectProvider<HandlerExceptionResolver> resolver;
    private final ObjectProvider<LocaleResolver> locales;

    RefusalAnswer(@Qualifier("handlerExceptionResolver") ObjectProvider<HandlerExceptionResolver> resolver,
            ObjectProvider<LocaleResolver> locales) {
        this.resolver = resolver;
        this.locales = locales;
    }

    /// Writes the problem document of the refusal; the response must not be committed yet.
    public void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal) {
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, locales.getObject());
        resolver.getObject().resolveException(request, response, null, refusal.asException());
    }
}
