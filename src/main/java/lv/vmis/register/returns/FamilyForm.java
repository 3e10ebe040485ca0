package lv.vmis.register.returns;

import org.jspecify.annotations.Nullable;

/**
 * A finding of several persons at once as typed: the zones of their documents one below another, and the circumstances.
 *
 * @param reviewed the zones that the official has seen read
 * @param who for each person, with commas between: a person of the register, or "new" and the numbers of those he is not
 */
public record FamilyForm(
        @Nullable String key,
        @Nullable String people,
        @Nullable String reviewed,
        @Nullable String who,
        @Nullable String foundOn,
        @Nullable String placeKind,
        @Nullable String crossingPoint,
        @Nullable String place,
        @Nullable String circumstances,
        @Nullable String legalBasis) {

    /** Whether what is sent now is what the official has seen read. */
    boolean isReviewed() {
        return people != null && reviewed != null && who != null && bare(people).equals(bare(reviewed));
    }

    /** What was said of the person in this place; empty: nothing yet. */
    String who(int place) {
        var said = who == null ? new String[0] : who.split(",", -1);
        return isReviewed() && place < said.length ? said[place].strip() : "";
    }

    /** A browser sends line ends otherwise than it got them. */
    private static String bare(String text) {
        return text.replaceAll("\\s+", "");
    }
}
