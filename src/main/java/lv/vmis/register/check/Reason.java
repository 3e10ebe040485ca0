package lv.vmis.register.check;

import java.util.List;
import java.util.stream.Collectors;
import lv.vmis.register.edge.Texts;
import lv.vmis.register.kernel.Language;

/**
 * Why an official has to look: what was found, what it may mean, and what agrees and differs. It names nobody, so it may
 * be told to whoever asked.
 */
public record Reason(Code code, Standing standing, List<Trait> agrees, List<Trait> differs) {

    public Reason {
        agrees = List.copyOf(agrees);
        differs = List.copyOf(differs);
    }

    /** What was found. */
    public enum Code {
        /** The person of the document has a ban that waits for the departure, or a decision not carried out. */
        NOT_DEPARTED,
        /** The document is registered for somebody born on another day. */
        DOCUMENT_OF_ANOTHER,
        /** A document with this number, or one that a camera may read so, belongs to somebody with something against him. */
        DOCUMENT_ALIKE,
        /** Somebody with the same names and a birth date that fits has something against him. */
        SAME_NAME,
        /** Somebody of the same birth date and nationality, with a number one character away, has a ban. */
        NUMBER_NEAR,
        /** Names and the rest are like those of somebody who has something against him: he is probably meant. */
        LIKELY,
        /** The zone was not read without doubt, so that finding nobody says little. */
        MRZ_UNSOUND
    }

    /** What is compared. */
    public enum Trait {
        DOCUMENT,
        NAMES,
        BIRTH_DATE,
        NATIONALITY,
        SEX
    }

    static Reason of(Code code) {
        return new Reason(code, Standing.NOTHING, List.of(), List.of());
    }

    /** The reason in words. */
    public String text(Texts texts, Language language) {
        var text = new StringBuilder(texts.get(language, "check.reason." + code));
        if (standing != Standing.NOTHING) {
            text.append(' ').append(texts.get(language, "check.standing." + standing));
        }
        if (!agrees.isEmpty()) {
            text.append(' ').append(texts.get(language, "check.agrees", list(texts, language, agrees)));
        }
        if (!differs.isEmpty()) {
            text.append(' ').append(texts.get(language, "check.differs", list(texts, language, differs)));
        }
        return text.toString();
    }

    private static String list(Texts texts, Language language, List<Trait> traits) {
        return traits.stream()
                .map(trait -> texts.get(language, "check.trait." + trait))
                .collect(Collectors.joining(", "));
    }
}
