package lv.vmis.register.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;

/** A code for the first sign-in: given once by an administrator, used once by the official, soon worthless. */
record SetupCode(String text) {

    static final Duration LIFE = Duration.ofHours(24);

    /** Without I, L, O and U, which are read wrongly when dictated (Crockford). */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    static SetupCode next() {
        var random = new SecureRandom();
        var text = new StringBuilder();
        for (var i = 0; i < 20; i++) {
            if (i > 0 && i % 5 == 0) {
                text.append('-');
            }
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return new SetupCode(text.toString());
    }

    static SetupCode typed(String text) {
        return new SetupCode(text.toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1'));
    }

    /** A hundred random bits need no slow hash. */
    String hash() {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            var letters = text.replaceAll("[^0-9A-Z]", "");
            return HexFormat.of().formatHex(sha256.digest(letters.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    boolean matches(String hash) {
        return MessageDigest.isEqual(
                hash().getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }

    /** Not for logs. */
    @Override
    public String toString() {
        return "SetupCode";
    }
}
