package lv.vmis.register.certificate;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.reference.Codes;
import org.jspecify.annotations.Nullable;

/**
 * An extract as typed.
 *
 * @param name of the authority or the representative; counts only where one receives it
 * @param withhold the sections not to be told; ground and reason count only where there are any
 */
public record ExtractForm(
        UUID key,
        @Nullable String recipient,
        @Nullable String name,
        @Nullable String requestedOn,
        @Nullable String purpose,
        @Nullable List<String> withhold,
        @Nullable String ground,
        @Nullable String reason,
        @Nullable String born) {

    private static final int REASON = 1000;

    static ExtractForm empty() {
        return new ExtractForm(Ids.next(), null, null, null, null, null, null, null, null);
    }

    public List<String> marked() {
        return Objects.requireNonNullElse(withhold, List.of());
    }

    Outcome<IssueExtract.Input> parse(PersonId person, Codes codes, LocalDate today) {
        var in = new Parse(today);
        var who = CertificateForm.recipient(in, recipient, name);
        var asked = in.pastDay("requestedOn", requestedOn);
        var why = Recipient.Kind.AUTHORITY.name().equals(recipient)
                ? in.text("purpose", purpose, CertificateForm.PURPOSE)
                : in.optionalText("purpose", purpose, CertificateForm.PURPOSE);
        var sections = new TreeSet<ExtractSection>();
        for (var marked : marked()) {
            Arrays.stream(ExtractSection.values())
                    .filter(section -> section.name().equals(marked))
                    .findFirst()
                    .ifPresentOrElse(sections::add, () -> in.refuse("withhold", EdgeRefusal.NOT_IN_LIST));
        }
        var isWhole = sections.isEmpty();
        var law = isWhole
                ? new Parse.Parsed<String>(null)
                : in.code("ground", ground, typed -> codes.isInForce("withholding_ground", typed, today));
        var because = isWhole ? new Parse.Parsed<String>(null) : in.text("reason", reason, REASON);
        return in.into(() -> new IssueExtract.Input(
                person,
                who.get(),
                asked.get(),
                why.orNull(),
                isWhole ? null : new Withholding(sections, law.get(), because.get())));
    }
}
