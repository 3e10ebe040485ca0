package lv.vmis.register.support;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.AllowClient;
import lv.vmis.register.edge.Open;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** What addresses the running application answers. */
public final class Routes {

    /** One method of one address; its right is a {@code Right}, {@code open} or {@code client}, or – where none is named. */
    public record Route(String method, String pattern, String handler, String right) {}

    private Routes() {}

    /** The routes, without the page of errors, which every failed request reaches. */
    public static List<Route> of(ApplicationContext application) {
        var routes = new ArrayList<Route>();
        for (var mapping : application
                .getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()) {
            mapping.getHandlerMethods().forEach((info, handler) -> {
                if (ErrorController.class.isAssignableFrom(handler.getBeanType())) {
                    return;
                }
                for (var pattern : info.getPatternValues()) {
                    for (var method : methods(info.getMethodsCondition().getMethods())) {
                        routes.add(new Route(
                                method,
                                pattern,
                                handler.getBeanType().getSimpleName() + "."
                                        + handler.getMethod().getName(),
                                right(handler)));
                    }
                }
            });
        }
        routes.sort(Comparator.comparing(Route::pattern)
                .thenComparing(Route::method)
                .thenComparing(Route::handler));
        return List.copyOf(routes);
    }

    private static Set<String> methods(Set<RequestMethod> methods) {
        return methods.isEmpty()
                ? Set.of("ANY")
                : methods.stream().map(Enum::name).collect(Collectors.toSet());
    }

    private static String right(HandlerMethod handler) {
        var allow = handler.getMethodAnnotation(Allow.class);
        if (allow != null) {
            return allow.value().name();
        }
        return handler.hasMethodAnnotation(Open.class)
                ? "open"
                : handler.hasMethodAnnotation(AllowClient.class) ? "client" : "–";
    }
}
