package lv.vmis.register.support;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** An issuer of tokens in the test's own process: its keys are read over the network, and it signs whatever the test says. */
public final class TokenIssuer {

    public static final String AUDIENCE = "register-of-the-test";

    private final HttpServer server;
    private final RSAKey rsa;
    private final ECKey ec;
    private final RSAKey foreign;

    public TokenIssuer() {
        try {
            rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
            ec = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
            foreign = new RSAKeyGenerator(2048).keyID("rsa").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/keys", exchange -> {
                var keys = publicKeys().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
                exchange.close();
            });
            server.start();
        } catch (IOException | JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public String keys() {
        return issuer() + "/keys";
    }

    public String publicKeys() {
        return new JWKSet(List.of(rsa, ec)).toString();
    }

    public void stop() {
        server.stop(0);
    }

    /** A good one of five minutes, with what the test changes. */
    private JWTClaimsSet claims(String subject, Consumer<JWTClaimsSet.Builder> change) {
        var now = System.currentTimeMillis() / 1000;
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(AUDIENCE)
                .claim("client_id", subject)
                .claim("iat", now)
                .claim("exp", now + 300);
        change.accept(claims);
        return claims.build();
    }

    public String token(String subject) {
        return token(subject, _ -> {});
    }

    public String token(String subject, Consumer<JWTClaimsSet.Builder> change) {
        return signed(JWSAlgorithm.RS256, "rsa", "at+jwt", claims(subject, change), signer(rsa));
    }

    public String elliptic(String subject) {
        try {
            return signed(JWSAlgorithm.ES256, "ec", "JWT", claims(subject, _ -> {}), new ECDSASigner(ec));
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public String ofType(String subject, String type) {
        return signed(JWSAlgorithm.RS256, "rsa", type, claims(subject, _ -> {}), signer(rsa));
    }

    public String signedWith(String subject, JWSAlgorithm algorithm) {
        return signed(algorithm, "rsa", "at+jwt", claims(subject, _ -> {}), signer(rsa));
    }

    public String signedByAnother(String subject) {
        return signed(JWSAlgorithm.RS256, "rsa", "at+jwt", claims(subject, _ -> {}), signer(foreign));
    }

    /** With the public key, which everybody has, as if it were a secret. */
    public String signedWithPublicKey(String subject) {
        try {
            var secret = rsa.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
            return signed(JWSAlgorithm.HS256, "rsa", "at+jwt", claims(subject, _ -> {}), new MACSigner(secret));
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public String unsigned(String subject) {
        return new PlainJWT(claims(subject, _ -> {})).serialize();
    }

    private static JWSSigner signer(RSAKey key) {
        try {
            return new RSASSASigner(key);
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String signed(
            JWSAlgorithm algorithm, String key, String type, JWTClaimsSet claims, JWSSigner signer) {
        try {
            var jwt = new SignedJWT(
                    new JWSHeader.Builder(algorithm)
                            .keyID(key)
                            .type(new JOSEObjectType(type))
                            .build(),
                    claims);
            jwt.sign(signer);
            return jwt.serialize();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
