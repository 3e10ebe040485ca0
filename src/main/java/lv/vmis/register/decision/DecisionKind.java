package lv.vmis.register.decision;

import java.util.Set;

/** The two return decisions: an order to leave within a term, or removal. */
public enum DecisionKind {
    DEPARTURE_ORDER("departure_order", "R", Set.of("VOLUNTARY", "ASSISTED")),
    REMOVAL("removal", "L", Set.of("VOLUNTARY", "ASSISTED", "FORCED", "FORCED_ESCORTED", "READMISSION"));

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

    /** Nobody is taken away by force under a decision that gives a term to leave. */
    public boolean allows(String returnType) {
        return returnTypes.contains(returnType);
    }

    /** Whether who leaves so is taken away, and does not go by himself. */
    static boolean isForced(String returnType) {
        return !VOLUNTARY.contains(returnType);
    }

    DecisionDocument.Kind printed() {
        return switch (this) {
            case DEPARTURE_ORDER -> DecisionDocument.Kind.DEPARTURE_ORDER;
            case REMOVAL -> DecisionDocument.Kind.REMOVAL_DECISION;
        };
    }
}
