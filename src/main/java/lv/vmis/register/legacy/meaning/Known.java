package lv.vmis.register.legacy.meaning;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What this register knows of the codes a row may become.
 *
 * @param state finds the code of a State by a name or code of today; exactly, never by a beginning
 * @param legalBasis whether there is such a legal basis of a ban
 * @param institution whether there is such an institution
 */
public record Known(
        Function<String, Optional<String>> state, Predicate<String> legalBasis, Predicate<String> institution) {}
