package lv.vmis.register.ban;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which bans a list holds: all conditions hold at once, and none means any.
 *
 * @param day the day the state is asked for
 * @param decider PMLP, VRS, a minister, a consular official, or {@link #COURT}
 * @param nationality a country
 * @param bornFrom the first day of the birth asked for, which may be a whole month or year
 * @param isIndefinite whether for an indefinite time
 */
public record BanQuery(
        BanState.@Nullable Code state,
        LocalDate day,
        @Nullable String territory,
        @Nullable String decider,
        @Nullable String legalBasis,
        @Nullable String nationality,
        @Nullable LocalDate bornFrom,
        @Nullable LocalDate bornTo,
        @Nullable Boolean isIndefinite,
        @Nullable LocalDate endsFrom,
        @Nullable LocalDate endsTo) {

    /** Any court. */
    static final String COURT = "COURT";

    /** Every ban on a day. */
    static BanQuery on(LocalDate day, BanState.@Nullable Code state) {
        return new BanQuery(state, day, null, null, null, null, null, null, null, null, null);
    }
}
