package lv.vmis.register.accounts;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Remembers, sealed in a cookie of ten minutes, what was asked of the provider. The session cannot: its cookie is never
 * sent with a request that comes from another site, as the provider's answer does.
 */
final class OidcHandshake implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final String USE = "oidc handshake";

    private final SecretBox box;
    private final JsonMapper json;
    private final boolean secure;

    OidcHandshake(SecretBox box, JsonMapper json, boolean secure) {
        this.box = box;
        this.json = json;
        this.secure = secure;
    }

    private record Asked(
            String authorizationUri,
            String clientId,
            String redirectUri,
            String state,
            String registration,
            String nonce,
            String verifier) {}

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name()))
                .map(Cookie::getValue)
                .findFirst()
                .flatMap(kept -> box.open(USE, kept))
                .flatMap(this::asked)
                .filter(asked -> asked.state().equals(request.getParameter(OAuth2ParameterNames.STATE)))
                .map(OidcHandshake::request)
                .orElse(null);
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
        if (asked == null) {
            response.addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO));
            return;
        }
        var kept = new Asked(
                asked.getAuthorizationUri(),
                asked.getClientId(),
                Objects.requireNonNull(asked.getRedirectUri()),
                Objects.requireNonNull(asked.getState()),
                Objects.requireNonNull(asked.getAttribute(OAuth2ParameterNames.REGISTRATION_ID)),
                Objects.requireNonNull(asked.getAttribute(OidcParameterNames.NONCE)),
                Objects.requireNonNull(asked.getAttribute(PkceParameterNames.CODE_VERIFIER)));
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(box.seal(USE, json.writeValueAsString(kept)), LIFE));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        var asked = loadAuthorizationRequest(request);
        if (asked != null) {
            saveAuthorizationRequest(null, request, response);
        }
        return asked;
    }

    private Optional<Asked> asked(String text) {
        try {
            return Optional.of(json.readValue(text, Asked.class));
        } catch (JacksonException otherVersion) {
            return Optional.empty();
        }
    }

    private static OAuth2AuthorizationRequest request(Asked asked) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(asked.authorizationUri())
                .clientId(asked.clientId())
                .redirectUri(asked.redirectUri())
                // Without it the answer would not be read as OpenID Connect.
                .scope(OidcScopes.OPENID)
                .state(asked.state())
                .attributes(attributes -> {
                    attributes.put(OAuth2ParameterNames.REGISTRATION_ID, asked.registration());
                    attributes.put(OidcParameterNames.NONCE, asked.nonce());
                    attributes.put(PkceParameterNames.CODE_VERIFIER, asked.verifier());
                })
                .build();
    }

    private String name() {
        return secure ? "__Host-register-oidc" : "register-oidc";
    }

    private String cookie(String value, Duration life) {
        return ResponseCookie.from(name(), value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .maxAge(life)
                .build()
                .toString();
    }
}
