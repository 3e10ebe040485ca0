package lv.vmis.register.partner;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A step with an agreement, a change or a system as typed: why, or under which name and what the system shows.
 *
 * @param version of the change the official saw
 * @param name of the system that gets a key
 * @param subjectOf the system that tokens name so
 * @param certificateOf the system whose certificate it is
 */
public record AgreementStepForm(
        @Nullable UUID key,
        @Nullable Integer version,
        @Nullable String reason,
        @Nullable String name,
        @Nullable String subjectOf,
        @Nullable String subject,
        @Nullable String certificateOf,
        @Nullable String certificate) {

    private static final int REASON = 1_000;
    private static final int NAME = 100;
    private static final int SUBJECT = 200;
    private static final int CERTIFICATE = 20_000;
    private static final Pattern PLAIN = Pattern.compile("[!-~]+");

    static AgreementStepForm fresh() {
        return new AgreementStepForm(Ids.next(), null, null, null, null, null, null, null);
    }

    /** The name of the system in one of its fields. */
    public @Nullable String system(String field) {
        return switch (field) {
            case "subjectOf" -> subjectOf;
            case "certificateOf" -> certificateOf;
            default -> name;
        };
    }

    int seen() {
        return version == null ? 0 : version;
    }

    Outcome<String> why(LocalDate today) {
        var in = new Parse(today);
        var why = in.text("reason", reason, REASON);
        return in.into(why::get);
    }

    Outcome<String> named(LocalDate today) {
        var in = new Parse(today);
        var given = in.text("name", name, NAME);
        return in.into(given::get);
    }

    Outcome<AcceptToken.Input> token(String agreement, LocalDate today) {
        var in = new Parse(today);
        var given = in.text("subjectOf", subjectOf, NAME);
        var named = in.text("subject", subject, SUBJECT);
        if (named.value() != null && !PLAIN.matcher(named.get()).matches()) {
            in.refuse("subject", PartnerRefusal.SUBJECT_PLAIN);
        }
        return in.into(() -> new AcceptToken.Input(agreement, given.get(), named.get()));
    }

    Outcome<AcceptCertificate.Input> certificate(String agreement, LocalDate today) {
        var in = new Parse(today);
        var given = in.text("certificateOf", certificateOf, NAME);
        var pem = in.text("certificate", certificate, CERTIFICATE);
        var read = Optional.ofNullable(pem.value()).flatMap(ClientCertificate::read);
        if (pem.value() != null && read.isEmpty()) {
            in.refuse("certificate", PartnerRefusal.CERTIFICATE_UNREADABLE);
        }
        return in.into(() -> new AcceptCertificate.Input(agreement, given.get(), read.orElseThrow()));
    }
}
