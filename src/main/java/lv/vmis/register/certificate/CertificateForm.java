package lv.vmis.register.certificate;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A certificate as typed.
 *
 * @param authority its name; counts only where an authority receives the certificate
 */
public record CertificateForm(
        UUID key,
        @Nullable String recipient,
        @Nullable String authority,
        @Nullable String purpose,
        @Nullable String born) {

    private static final int NAME = 200;
    private static final int PURPOSE = 500;

    Outcome<IssueCertificate.Input> parse(PersonId person, LocalDate today) {
        var in = new Parse(today);
        var who = in.oneOf("recipient", recipient, Recipient.Kind.class);
        var name = who.orNull() == Recipient.Kind.AUTHORITY
                ? in.text("authority", authority, NAME)
                : new Parse.Parsed<String>(null);
        var why = in.text("purpose", purpose, PURPOSE);
        return in.into(() -> new IssueCertificate.Input(person, new Recipient(name.orNull()), why.get()));
    }
}
