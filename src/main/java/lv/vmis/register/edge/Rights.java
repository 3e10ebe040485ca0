package lv.vmis.register.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import lv.vmis.register.kernel.Acting;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Default deny: a route answers only those whose role has the right it names, or whose agreement names the service. */
final class Rights implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof ResourceHttpRequestHandler) {
            return true;
        }
        if (!(handler instanceof HandlerMethod method)) {
            throw new AccessDeniedException("no rule for " + handler);
        }
        if (method.hasMethodAnnotation(Open.class)
                || method.getBean() instanceof ErrorController
                || ApiDescription.isHandler(method)) {
            return true;
        }
        var actor = Acting.now().orElseThrow(() -> new AccessDeniedException("nobody has signed in"));
        var allow = method.getMethodAnnotation(Allow.class);
        if (allow != null && actor.may(allow.value())) {
            return true;
        }
        var called = method.getMethodAnnotation(AllowClient.class);
        if (called != null && request.getAttribute(ClientFilter.CLIENT) instanceof Clients.Client client) {
            if (!client.services().containsAll(Set.of(called.value()))) {
                throw new NotAgreed("service-other");
            }
            return true;
        }
        throw new AccessDeniedException("%s may not use %s".formatted(actor.role(), method.getShortLogMessage()));
    }
}
