package lv.vmis.register.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lv.vmis.register.edge.KeptForms;
import lv.vmis.register.edge.Officials;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Leads every official who has not accepted the present rules to them before anything else (Reg. 397 p. 53). */
@Configuration(proxyBeanMethods = false)
class UsageRules implements WebMvcConfigurer, HandlerInterceptor {

    /** Changes with the text; everybody then accepts anew. */
    static final String VERSION = "2026-11-23";

    /** How many paragraphs the text has: the keys rules.1, rules.2 … */
    static final int PARAGRAPHS = 10;

    private final KeptForms kept;

    UsageRules(@Lazy KeptForms kept) {
        this.kept = kept;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .excludePathPatterns(
                        "/rules", "/help/**", "/language", "/sign-in/**", "/assets/**", "/health", "/error");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var official = Officials.of(request);
        if (official.isEmpty() || VERSION.equals(official.get().rulesAccepted())) {
            return true;
        }
        // The text may change under an open form; what was typed waits until the rules are accepted.
        kept.keep(request);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + "/rules");
        return false;
    }
}
