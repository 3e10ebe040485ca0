package lv.vmis.register.edge;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/** Reads the tokens of the issuer that the register trusts (RFC 7519, RFC 9068): by its keys, without asking it about each. */
@Component
@EnableConfigurationProperties(TokenSettings.class)
class Tokens {

    private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);

    /** What the library verifies without a further one; "none" is not among them. */
    private static final Set<SignatureAlgorithm> SIGNED_BY = Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256);

    /** A token cannot be called back, so it must not live long. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final int PATIENCE_MILLIS = 2_000;
    private static final int LARGEST_KEYS = 256 * 1024;

    private final TokenSettings settings;
    private final Clock clock;
    private final @Nullable JwtDecoder decoder;

    Tokens(TokenSettings settings, EdgeSettings installation, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.decoder = decoder(installation.env());
    }

    /** The keys of the issuer cannot be had now, so nobody can say whether a token is good. */
    static final class Unverified extends RuntimeException {
        Unverified(JwtException cause) {
            super("the token could not be verified", cause);
        }
    }

    /** How a token names its system; nothing when it is not to be believed. */
    Optional<String> subject(String token) {
        if (decoder == null) {
            return Optional.empty();
        }
        try {
            return decoder.decode(token).getClaims().get(settings.claim()) instanceof String subject
                    ? Optional.of(subject)
                    : Optional.empty();
        } catch (BadJwtException bad) {
            return Optional.empty();
        } catch (JwtException silent) {
            LOG.warn("The keys of the issuer of tokens cannot be read: {}", silent.getMessage());
            throw new Unverified(silent);
        }
    }

    private @Nullable JwtDecoder decoder(Environment env) {
        var given = Stream.of(settings.issuer(), settings.audience(), settings.jwks())
                .filter(one -> !one.isBlank())
                .count();
        if (given == 0) {
            return null;
        }
        if (given < 3) {
            throw new IllegalStateException(
                    "REGISTER_API_TOKEN_ISSUER, REGISTER_API_TOKEN_AUDIENCE and REGISTER_API_TOKEN_JWKS are given together or not at all");
        }
        var good = NimbusJwtDecoder.withJwkSource(keys(env))
                .jwsAlgorithms(algorithms -> algorithms.addAll(SIGNED_BY))
                .build();
        var types = new JwtTypeValidator("JWT", "at+jwt");
        types.setAllowEmpty(true);
        var times = new JwtTimestampValidator(SKEW);
        times.setClock(clock);
        times.setAllowEmptyExpiryClaim(false);
        good.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                types,
                times,
                new JwtIssuerValidator(settings.issuer()),
                new JwtAudienceValidator(settings.audience()),
                this::livesShortly));
        return good;
    }

    /** Where a token does not say when it was issued, the library takes it for issued a second before it ends. */
    private OAuth2TokenValidatorResult livesShortly(Jwt token) {
        var issued = token.getIssuedAt();
        var ends = token.getExpiresAt();
        return issued != null
                        && ends != null
                        && !issued.isAfter(clock.instant().plus(SKEW))
                        && Duration.between(issued, ends).compareTo(LONGEST) <= 0
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN));
    }

    /** Read when needed and kept for minutes: a key that is not known is looked for again, but not for each token that names one. */
    private JWKSource<SecurityContext> keys(Environment env) {
        return JWKSourceBuilder.<SecurityContext>create(
                        address(env), new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, LARGEST_KEYS))
                .refreshAheadCache(false)
                .retrying(true)
                .outageTolerant(LONGEST.toMillis())
                .build();
    }

    private URL address(Environment env) {
        try {
            if (settings.jwks().startsWith("https://")) {
                return URI.create(settings.jwks()).toURL();
            }
            if (settings.jwks().startsWith("http://")) {
                if (env == Environment.PRODUCTION) {
                    throw new IllegalStateException("REGISTER_API_TOKEN_JWKS must begin with https:// in production");
                }
                return URI.create(settings.jwks()).toURL();
            }
            return Path.of(settings.jwks()).toUri().toURL();
        } catch (MalformedURLException wrong) {
            throw new IllegalStateException("REGISTER_API_TOKEN_JWKS is neither an address nor a file", wrong);
        }
    }
}
