package lv.vmis.register.reference;

import java.util.List;
import lv.vmis.register.kernel.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * What a legal basis says, in any version.
 *
 * @param decidingAuthority codes of the institutions that may decide on it, separated by commas; nothing: whoever may
 * @param sisBasis nothing: it bears no alert, and no ban for Schengen
 * @param banLimit the parameter that limits a ban on it; nothing: the one of the kind of the decision
 */
public record Ground(
        String law,
        String section,
        @Nullable String paragraph,
        @Nullable String clause,
        String citationLv,
        String citationEn,
        String textLv,
        String textEn,
        @Nullable String decidingAuthority,
        String use,
        @Nullable String sisBasis,
        @Nullable String banLimit) {

    public static final String BAN = "ban";

    private static final String ON_RETURN = "1860/3";
    private static final String OF_FAMILY = "26";

    /** What an alert in SIS may rest on: Articles of Regulation (EU) 2018/1861, and Regulation (EU) 2018/1860 for returns. */
    public static final List<String> SIS_BASES =
            List.of("24(1)(b)", "24(2)(a)", "24(2)(b)", "24(2)(c)", "25", OF_FAMILY, ON_RETURN);

    public Bilingual cited() {
        return new Bilingual(citationLv, citationEn);
    }

    public Bilingual said() {
        return new Bilingual(textLv, textEn);
    }

    /** Whether acts of its use may have alerts on its basis. */
    public boolean mayBearAlert() {
        return sisBasis == null
                || switch (use) {
                    case BAN -> !sisBasis.equals(ON_RETURN);
                    case "departure_order", "court_expulsion" -> sisBasis.equals(ON_RETURN);
                    case "removal" -> sisBasis.equals(ON_RETURN) || sisBasis.equals(OF_FAMILY);
                    default -> false;
                };
    }
}
