package lv.vmis.register.reference;

import java.time.LocalDate;

/** A change of the law from a day on: of the value of a parameter, or of a ground. */
public sealed interface Amendment permits LawChange, GroundChange {

    /** Code of the parameter or of the ground. */
    String code();

    LocalDate validFrom();

    String source();

    String certainty();
}
