package lv.vmis.register.remedy;

import java.time.LocalDate;
import lv.vmis.register.reference.LegalParameter;

/**
 * The last day to contest a decision.
 *
 * @param rule the term it follows from
 */
public record LastToContest(LocalDate day, LegalParameter rule) {}
