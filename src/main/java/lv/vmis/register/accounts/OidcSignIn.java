package lv.vmis.register.accounts;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.register.edge.EdgeSettings;
import lv.vmis.register.edge.Environment;
import lv.vmis.register.edge.KeptForms;
import lv.vmis.register.edge.WayIn;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signing in with the institution's own provider (OpenID Connect, code with PKCE). The official is known by issuer and
 * subject; nobody gets an account by arriving. Tokens are not kept.
 */
@Component
class OidcSignIn implements WayIn {

    static final String START = "/sign-in/with";
    static final String NAME = "institution";

    /** Request attribute: whether a form waits for who has arrived. */
    static final String WAITING = "register.kept-form";

    private static final Logger LOG = LoggerFactory.getLogger(OidcSignIn.class);

    private final AccountsSettings.Oidc settings;
    private final Accounts accounts;
    private final Arrivals arrivals;
    private final KeptForms kept;
    private final SecretBox box;
    private final JsonMapper json;
    private final EdgeSettings installation;
    private final Clock clock;

    OidcSignIn(
            AccountsSettings settings,
            Accounts accounts,
            Arrivals arrivals,
            KeptForms kept,
            SecretBox box,
            JsonMapper json,
            EdgeSettings installation,
            Clock clock) {
        this.settings = settings.oidc();
        this.accounts = accounts;
        this.arrivals = arrivals;
        this.kept = kept;
        this.box = box;
        this.json = json;
        this.installation = installation;
        this.clock = clock;
    }

    boolean isOffered() {
        return settings.isConfigured();
    }

    @Override
    public void open(HttpSecurity http) {
        if (!isOffered()) {
            return;
        }
        // The provider is asked for its addresses when first needed, so that the register starts without it.
        var registrations = new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(registration()));
        http.oauth2Login(login -> login.loginPage("/sign-in")
                .clientRegistrationRepository(registrations)
                .authorizedClientRepository(new NoTokens())
                .authorizationEndpoint(start -> start.authorizationRequestResolver(asking(registrations))
                        .authorizationRequestRepository(
                                new OidcHandshake(box, json, installation.env() != Environment.DEMO)))
                .redirectionEndpoint(back -> back.baseUri("/sign-in/from/*"))
                .userInfoEndpoint(user -> user.oidcUserService(this::official))
                .successHandler(this::welcome)
                .failureHandler(this::refuse));
    }

    private ClientRegistration registration() {
        return ClientRegistrations.fromIssuerLocation(settings.issuer())
                .registrationId(NAME)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .redirectUri("{baseUrl}/sign-in/from/{registrationId}")
                .scope("openid")
                .build();
    }

    private DefaultOAuth2AuthorizationRequestResolver asking(ClientRegistrationRepository registrations) {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(registrations, START);
        resolver.setAuthorizationRequestCustomizer(asked -> {
            OAuth2AuthorizationRequestCustomizers.withPkce().accept(asked);
            if (!settings.acr().isBlank()) {
                asked.additionalParameters(parameters -> parameters.put("acr_values", settings.acr()));
            }
        });
        return resolver;
    }

    /** The ID token is verified by now; what remains is whether the register knows its subject. */
    private OidcUser official(OidcUserRequest arrived) {
        var token = arrived.getIdToken();
        var account = accounts.bySubject(settings.issuer(), Objects.requireNonNullElse(token.getSubject(), ""))
                .orElseThrow(() -> refusal("stranger"));
        if (!settings.acr().isBlank() && !settings.acr().equals(token.getAuthenticationContextClass())) {
            throw refusal("weak");
        }
        return switch (Admission.of(account, installation.env(), LocalDate.now(clock))) {
            case WELCOME -> new DefaultOidcUser(java.util.List.of(), token);
            case BLOCKED -> throw refusal("blocked");
            case TRAINING_OVER -> throw refusal("training");
        };
    }

    private static OAuth2AuthenticationException refusal(String reason) {
        return new OAuth2AuthenticationException(new OAuth2Error("register:" + reason));
    }

    private void welcome(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        var subject = authentication.getName();
        UUID id = accounts.bySubject(settings.issuer(), subject).orElseThrow().id();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SignIn.session(id));
        SecurityContextHolder.setContext(context);
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
        arrivals.welcome(request, id);
        // A redirect would still count as coming from the provider's site, and the session's cookie would not be sent.
        var isWaiting = kept.isWaitingFor(id, request);
        request.setAttribute(WAITING, isWaiting);
        response.setHeader("Refresh", "0; url=" + request.getContextPath() + (isWaiting ? "/kept" : "/"));
        request.getRequestDispatcher("/sign-in/arrived").forward(request, response);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        var code = failure instanceof OAuth2AuthenticationException refused
                ? Objects.requireNonNullElse(refused.getError().getErrorCode(), "")
                : "";
        if (!code.startsWith("register:")) {
            LOG.warn("The sign-in provider's answer was refused: {}", failure.getMessage());
        }
        arrivals.refused(request, null);
        response.sendRedirect(request.getContextPath() + "/sign-in?"
                + (code.startsWith("register:") ? code.substring("register:".length()) : "provider"));
    }

    /** The register asks nothing of the provider later, so it keeps none of its tokens. */
    private static final class NoTokens implements OAuth2AuthorizedClientRepository {
        @Override
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // Nothing is kept.
        }

        @Override
        public void removeAuthorizedClient(
                String registration,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // Nothing was kept.
        }
    }
}
