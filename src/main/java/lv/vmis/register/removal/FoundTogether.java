package lv.vmis.register.removal;

import java.util.Locale;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** Somebody found together with another, whose removal can be prepared in one with his. */
public record FoundTogether(
        UUID decisionId,
        PersonId personId,
        String number,
        String familyName,
        @Nullable String givenNames) {

    /** The field that asks whether what is done is done for this one too. */
    public String field() {
        return field(decisionId);
    }

    static String field(UUID decision) {
        return "also-" + decision;
    }

    /** "NGUYEN Van An". */
    public String name() {
        var family = familyName.toUpperCase(Locale.ROOT);
        return givenNames == null ? family : family + " " + givenNames;
    }
}
