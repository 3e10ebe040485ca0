package lv.vmis.register.certificate;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A certificate as typed.
 *
 * @param name of the authority or the representative; counts only where one receives the certificate
 */
public record CertificateForm(
        UUID key,
        @Nullable String recipient,
        @Nullable String name,
        @Nullable String purpose,
        @Nullable String born) {

    private static final int NAME = 200;
    static final int PURPOSE = 500;

    Outcome<IssueCertificate.Input> parse(PersonId person, LocalDate today) {
        var in = new Parse(today);
        var who = recipient(in, recipient, name);
        var why = in.text("purpose", purpose, PURPOSE);
        return in.into(() -> new IssueCertificate.Input(person, who.get(), why.get()));
    }

    /** Who receives it; somebody else than the person has a name. */
    static Supplier<Recipient> recipient(Parse in, @Nullable String recipient, @Nullable String name) {
        var kind = in.oneOf("recipient", recipient, Recipient.Kind.class);
        var isNamed = kind.value() != null && kind.value() != Recipient.Kind.PERSON;
        var named = isNamed ? in.text("name", name, NAME) : new Parse.Parsed<String>(null);
        return () -> new Recipient(kind.get(), named.orNull());
    }
}
