package lv.vmis.register.decision;

import org.jspecify.annotations.Nullable;

/**
 * An entry ban as a decision sets it.
 *
 * @param months none for an indefinite ban
 * @param reasons why this term, where more is to be said than in the reasons of the decision
 */
public record PlannedBan(
        BanTerritory territory,
        String legalBasis,
        @Nullable Integer months,
        @Nullable String reasons) {}
