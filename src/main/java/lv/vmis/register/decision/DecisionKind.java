package lv.vmis.register.decision;

import java.util.Set;
import lv.vmis.register.document.DocumentKind;

/** The return decisions (an order to leave within a term, removal, expulsion imposed by a criminal court) and those that only ban. */
public enum DecisionKind {
    DEPARTURE_ORDER("departure_order", "R", Set.of("VOLUNTARY", "ASSISTED")),
    REMOVAL("removal", "L", Set.of("VOLUNTARY", "ASSISTED", "FORCED", "FORCED_ESCORTED", "READMISSION")),
    /** Numbered by the court, signed by nobody of the Register, and in force when it is entered. */
    COURT_EXPULSION("court_expulsion", "", Set.of("VOLUNTARY", "ASSISTED", "FORCED", "FORCED_ESCORTED", "READMISSION")),
    /** Imposes entry bans and nothing else; of no return case. */
    ENTRY_BAN("ban", "A", Set.of());

    private static final Set<String> VOLUNTARY = Set.of("VOLUNTARY", "ASSISTED");

    private final String use;
    private final String letter;
    private final Set<String> returnTypes;

    DecisionKind(String use, String letter, Set<String> returnTypes) {
        this.use = use;
        this.letter = letter;
        this.returnTypes = returnTypes;
    }

    /** The use of the legal bases such a decision may rest on. */
    public String use() {
        return use;
    }

    /** What stands in the number, as in VRS-R-2026-00012. */
    String letter() {
        return letter;
    }

    public boolean isOrder() {
        return this == DEPARTURE_ORDER;
    }

    /** Whether the person is to be taken away under it if he does not leave by himself. */
    public boolean isRemoval() {
        return this == REMOVAL || this == COURT_EXPULSION;
    }

    /** Whether it only bans, and nobody has to leave under it. */
    public boolean isBan() {
        return this == ENTRY_BAN;
    }

    /** Whether a court has decided: the Register carries it out, and changes nothing of it. */
    public boolean isOfCourt() {
        return this == COURT_EXPULSION;
    }

    /** Nobody is taken away by force under a decision that gives a term to leave. */
    public boolean allows(String returnType) {
        return returnTypes.contains(returnType);
    }

    /** Whether who leaves so is taken away, and does not go by himself. */
    static boolean isForced(String returnType) {
        return !VOLUNTARY.contains(returnType);
    }

    /** The legal parameter that says how long it can be contested. */
    public String contest() {
        return switch (this) {
            case DEPARTURE_ORDER -> "departure.contest";
            case REMOVAL, COURT_EXPULSION -> "removal.contest";
            case ENTRY_BAN -> "ban.contest";
        };
    }

    /** The legal parameter that limits a ban whose ground has no limit of its own. */
    public String banLimit() {
        return switch (this) {
            case DEPARTURE_ORDER -> "ban.voluntary.max";
            case REMOVAL -> "ban.removal.max";
            case COURT_EXPULSION -> "ban.court.max";
            case ENTRY_BAN -> "ban.alone.max";
        };
    }

    public DocumentKind printed() {
        return switch (this) {
            case DEPARTURE_ORDER -> DocumentKind.DEPARTURE_ORDER;
            case REMOVAL -> DocumentKind.REMOVAL_DECISION;
            case ENTRY_BAN -> DocumentKind.ENTRY_BAN;
            case COURT_EXPULSION -> throw new IllegalStateException("the document of a judgment is the court's");
        };
    }
}
