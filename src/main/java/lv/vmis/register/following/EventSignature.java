package lv.vmis.register.following;

import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import lv.vmis.register.edge.Countersign;
import org.jspecify.annotations.Nullable;

/**
 * The signature of an event that is sent: HTTP Message Signatures (RFC 9421) over method, address, type and digest of the content (RFC 9530),
 * with the key that signs receipts (docs/events.md).
 */
final class EventSignature {

    static final String CONTENT_TYPE = "application/cloudevents+json; charset=utf-8";

    private static final String LABEL = "register=";
    private static final String COVERED = "(\"@method\" \"@target-uri\" \"content-type\" \"content-digest\")";
    private static final Pattern PARAMETERS = Pattern.compile(Pattern.quote(COVERED)
            + ";created=(\\d{1,12});keyid=\"([A-Za-z0-9_-]{43})\";alg=\"ed25519\";tag=\"register-events\"");

    /** By how much clocks may differ, and for how long what was sent once may come. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    private static final int RAW = 32;

    private EventSignature() {}

    /** What is sent beside the content. */
    static Map<String, String> headers(URI to, byte[] body, Instant at, Countersign keys) {
        var digest = digest(body);
        Function<String, String> parameters = key -> COVERED + ";created=" + at.getEpochSecond() + ";keyid=\"" + key
                + "\";alg=\"ed25519\";tag=\"register-events\"";
        var signed = keys.sign(key -> base(to, digest, parameters.apply(key)));
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", CONTENT_TYPE);
        headers.put("Content-Digest", digest);
        headers.put("Signature-Input", LABEL + parameters.apply(signed.key()));
        headers.put("Signature", LABEL + ":" + Base64.getEncoder().encodeToString(signed.signature()) + ":");
        return headers;
    }

    /** Whether what came is what the register sent to this address just now. */
    static boolean isGood(
            URI to, byte[] body, Instant now, Countersign keys, Function<String, @Nullable String> header) {
        var input = header.apply("Signature-Input");
        var signature = header.apply("Signature");
        if (!CONTENT_TYPE.equals(header.apply("Content-Type"))
                || !digest(body).equals(header.apply("Content-Digest"))
                || input == null
                || !input.startsWith(LABEL)
                || signature == null
                || !signature.matches("register=:[A-Za-z0-9+/]{86}==:")) {
            return false;
        }
        var parameters = PARAMETERS.matcher(input.substring(LABEL.length()));
        if (!parameters.matches()) {
            return false;
        }
        var made = Instant.ofEpochSecond(Long.parseLong(parameters.group(1)));
        if (made.isBefore(now.minus(FRESH)) || made.isAfter(now.plus(FRESH))) {
            return false;
        }
        var bytes = Base64.getDecoder().decode(signature.substring(LABEL.length() + 1, signature.length() - 1));
        return keys.verifiedBy(parameters.group(2))
                .filter(key -> verifies(key, base(to, digest(body), parameters.group()), bytes))
                .isPresent();
    }

    private static byte[] base(URI to, String digest, String parameters) {
        return """
                "@method": POST
                "@target-uri": %s
                "content-type": %s
                "content-digest": %s
                "@signature-params": %s""".formatted(to, CONTENT_TYPE, digest, parameters).getBytes(StandardCharsets.US_ASCII);
    }

    private static String digest(byte[] body) {
        try {
            return "sha-512=:"
                    + Base64.getEncoder()
                            .encodeToString(MessageDigest.getInstance("SHA-512").digest(body))
                    + ":";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-512", impossible);
        }
    }

    /** RFC 8032, 5.1.2: little-endian, the last bit is the sign of x. */
    private static boolean verifies(byte[] key, byte[] text, byte[] signature) {
        var y = new byte[RAW];
        for (int i = 0; i < RAW; i++) {
            y[i] = key[RAW - 1 - i];
        }
        var isOdd = (y[0] & 0x80) != 0;
        y[0] &= 0x7f;
        try {
            var ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(KeyFactory.getInstance("Ed25519")
                    .generatePublic(new EdECPublicKeySpec(
                            NamedParameterSpec.ED25519, new EdECPoint(isOdd, new BigInteger(1, y)))));
            ed25519.update(text);
            return ed25519.verify(signature);
        } catch (GeneralSecurityException unusable) {
            return false;
        }
    }
}
