package lv.vmis.register.followup;

import lv.vmis.register.kernel.RefusalCode;

/** Why a follow-up decision is refused. */
public enum FollowUpRefusal implements RefusalCode {
    DECISION_UNKNOWN,
    FOLLOW_UP_UNKNOWN,
    NOT_SIGNED,
    NOT_A_TARGET,
    NOT_COMPETENT,
    DRAFT_EXISTS,
    KIND_NOT_FOR_TARGET,
    BASIS_NOT_IN_FORCE,
    BASIS_OF_ANOTHER,
    BEFORE_TARGET,
    TAKES_EFFECT_LATER,
    IS_CANCELLED,
    NOT_SUSPENDED,
    IS_SUSPENDED,
    HAS_LEFT,
    NOT_STANDING,
    SAME_DESTINATION,
    NOT_SERVED,
    NOT_LATER,
    LATER_THAN_LAW,
    NOT_SHORTER,
    UNPRINTABLE,
    ALREADY_ANSWERED,
    FOUR_EYES,
    NOT_YOURS,
    TARGET_STAYS,
    NOT_YOUR_INSTITUTION,
    OF_ANOTHER_DECIDER,
    OF_COURT,
    NOT_YET_SIGNED,
    ALREADY_SERVED,
    SERVED_BEFORE_DECISION,
    REFUSAL_NEEDS_NOTE
}
