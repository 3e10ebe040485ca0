package lv.vmis.register.returns;

import org.jspecify.annotations.Nullable;

/**
 * A finding of several persons at once as typed: the zones of their documents one below another, and the circumstances.
 *
 * @param reviewed the zones that the official has seen read
 * @param openCase for each person, with commas between: the open case of his the finding belongs to, or {@code NEW}; empty where none is
 *     open
 * @param who for each person, with commas between: a person of the register, or "new" and the numbers of those he is not
 */
public record FamilyForm(
        @Nullable String key,
        @Nullable String people,
        @Nullable String reviewed,
        @Nullable String who,
        @Nullable String openCase,
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
        return said(who, place);
    }

    /** The case the finding of the person in this place belongs to; empty: nothing said yet. */
    String openCase(int place) {
        return said(openCase, place);
    }

    private String said(@Nullable String all, int place) {
        var said = all == null ? new String[0] : all.split(",", -1);
        return isReviewed() && place < said.length ? said[place].strip() : "";
    }

    /** A browser sends line ends otherwise than it got them. */
    private static String bare(String text) {
        return text.replaceAll("\\s+", "");
    }
}
