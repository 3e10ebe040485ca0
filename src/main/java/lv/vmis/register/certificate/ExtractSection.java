package lv.vmis.register.certificate;

import java.util.Locale;

/** A section of an extract, which may be withheld as a whole; printed in this order. */
public enum ExtractSection {
    IDENTITY,
    FAMILY,
    TRAITS,
    CASES,
    SEARCH,
    DETENTION,
    DECISIONS,
    FOLLOW_UPS,
    REMEDIES,
    BANS,
    REMOVAL,
    DEPARTURES,
    NOTICES,
    FILES,
    RECIPIENTS;

    /** Its heading among the parts of the document. */
    String part() {
        return name().toLowerCase(Locale.ROOT);
    }
}
