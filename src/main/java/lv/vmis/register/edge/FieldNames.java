package lv.vmis.register.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.regex.Pattern;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses a form with the name of a field within a field: no form of the register has any, and binding would look for what it is in. */
final class FieldNames implements HandlerInterceptor {

    private static final Pattern NESTED = Pattern.compile("[.\\[\\]]");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getMethod().equals("POST") && !request.getRequestURI().startsWith("/api/")) {
            Collections.list(request.getParameterNames()).stream()
                    .filter(name -> NESTED.matcher(name).find())
                    .findFirst()
                    .ifPresent(_ -> {
                        throw new Unreadable("a field within a field");
                    });
        }
        return true;
    }
}
