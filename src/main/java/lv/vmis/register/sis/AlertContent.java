package lv.vmis.register.sis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All an alert says.
 *
 * @param missing items of the minimum that the register does not have
 * @param person how it describes the person
 * @param alert the whole alert; nothing when an item of the minimum is missing
 */
record AlertContent(
        List<String> missing,
        @Nullable Minimum minimum,
        Markup person,
        @Nullable Markup alert) {

    Minimum minimumOrThrow() {
        return Objects.requireNonNull(minimum);
    }

    Markup alertOrThrow() {
        return Objects.requireNonNull(alert);
    }

    /** Nothing when an item of the minimum is missing. */
    @Nullable
    String hash() {
        if (alert == null) {
            return null;
        }
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(alert.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
