package lv.vmis.register.edge;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import lv.vmis.register.kernel.Acting;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Language;
import lv.vmis.register.kernel.Purpose;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives handlers the {@link Frame} of the page, the {@link Actor}, and the {@link Purpose} a client states as arguments. */
@Component
class FrameResolver implements HandlerMethodArgumentResolver {

    static final String LANGUAGE_COOKIE = "lang";

    private final Texts texts;
    private final EdgeSettings settings;
    private final Assets assets;
    private final Preparing preparing;
    private final KeptForms kept;
    private final Clock clock;

    FrameResolver(Texts texts, EdgeSettings settings, Assets assets, Preparing preparing, KeptForms kept, Clock clock) {
        this.texts = texts;
        this.settings = settings;
        this.assets = assets;
        this.preparing = preparing;
        this.kept = kept;
        this.clock = clock;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Frame.class
                || parameter.getParameterType() == Actor.class
                || parameter.getParameterType() == Purpose.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        if (parameter.getParameterType() == Actor.class) {
            return Acting.now().orElseThrow();
        }
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        return parameter.getParameterType() == Purpose.class
                ? Objects.requireNonNull(request.getAttribute(ClientFilter.PURPOSE), "only clients state it so")
                : frame(request);
    }

    Frame frame(HttpServletRequest request) {
        var official = Officials.of(request).orElse(null);
        var token = (@Nullable CsrfToken) request.getAttribute(CsrfToken.class.getName());
        var given = official == null ? "" : kept.given(official.account());
        var csrf = token == null
                ? new Frame.Csrf("_csrf", "X-CSRF-TOKEN", "", given)
                : new Frame.Csrf(token.getParameterName(), token.getHeaderName(), token.getToken(), given);
        return new Frame(
                texts,
                official == null ? cookie(request) : official.language(),
                settings.env(),
                Acting.now().orElse(null),
                official == null ? "" : official.unitName(),
                request.getRequestURI(),
                back(request),
                csrf,
                assets.mark(),
                clock.instant(),
                "true".equals(request.getHeader("HX-Request")),
                preparing.now());
    }

    /** Where a changed language leads: to this page again, or home from the answer to a form. */
    private static String back(HttpServletRequest request) {
        var query = request.getQueryString();
        return request.getMethod().equals("GET") ? request.getRequestURI() + (query == null ? "" : "?" + query) : "/";
    }

    private static Language cookie(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(LANGUAGE_COOKIE))
                .map(Cookie::getValue)
                .filter("en"::equals)
                .findFirst()
                .map(_ -> Language.EN)
                .orElse(Language.LV);
    }
}
