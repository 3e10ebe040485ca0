package lv.vmis.register.check;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.reading.DocumentNumbers;
import lv.vmis.register.reading.NameKey;
import org.jspecify.annotations.Nullable;

/**
 * Who shows a document, so exactly that nobody else is meant: a hit is cleared for him alone. Whoever shows the same document with another
 * name or date of birth is somebody else.
 *
 * @param nameKey empty when no names were said
 */
record Bearer(String numberKey, String issuer, String birthDate, String nameKey) {

    /** None when the document or the date of birth was not said. */
    static Optional<Bearer> of(Traveller asked) {
        return of(asked.number(), asked.likelyIssuer(), asked.birthDate(), asked.familyName(), asked.givenNames());
    }

    /** As the journal keeps the question. */
    static Optional<Bearer> of(Map<String, String> asked) {
        var birth = asked.get("birthDate");
        return of(
                asked.get("number"),
                asked.getOrDefault("issuer", asked.get("nationality")),
                birth == null ? null : PartialDate.valueOf(birth),
                asked.get("familyName"),
                asked.get("givenNames"));
    }

    private static Optional<Bearer> of(
            @Nullable String number,
            @Nullable String issuer,
            @Nullable PartialDate birth,
            @Nullable String family,
            @Nullable String given) {
        if (number == null || issuer == null || birth == null) {
            return Optional.empty();
        }
        var key = DocumentNumbers.key(number);
        var name = Objects.requireNonNullElse(family, "") + " " + Objects.requireNonNullElse(given, "");
        return key.isEmpty()
                ? Optional.empty()
                : Optional.of(new Bearer(
                        key, issuer, birth.toString(), NameKey.of(name).value()));
    }

    /** A mark by which a list taken along knows him, and nobody reads who he is; {@code ListRows} makes the same. */
    String mark() {
        try {
            var text = String.join("\n", numberKey, issuer, birthDate, nameKey);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
