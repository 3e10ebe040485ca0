package lv.vmis.register.decision;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The ban of one territory as typed on the page of a family.
 *
 * @param wanted {@code yes}, {@code no}, or anything else where he has what is shared
 */
public record BanFields(
        @Nullable String wanted,
        @Nullable String basis,
        @Nullable String months,
        @Nullable String reasons) {

    private static final String YES = "yes";
    private static final String NO = "no";

    static final BanFields NONE = new BanFields(NO, null, null, null);
    static final BanFields AS_SHARED = new BanFields("", null, null, null);

    /** @param suffix what follows the name of each field */
    static BanFields of(MultiValueMap<String, String> sent, BanTerritory territory, String suffix) {
        var field = territory.field();
        return new BanFields(
                sent.getFirst(field + "Ban" + suffix),
                sent.getFirst(field + "Basis" + suffix),
                sent.getFirst(field + "Months" + suffix),
                sent.getFirst(field + "Reasons" + suffix));
    }

    public boolean isWanted() {
        return YES.equals(wanted);
    }

    /** Whether it says of itself that there is a ban or none. */
    public boolean isOwn() {
        return YES.equals(wanted) || NO.equals(wanted);
    }
}
