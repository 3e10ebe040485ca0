package lv.vmis.register.kernel;

import static lv.vmis.register.kernel.Right.*;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * What an official does in the register, and the rights that come with it. A right that is not listed is not given. The
 * matrix of every route and role is an approved file that a test compares.
 */
public enum Role {
    /** First-line border guard. */
    GUARD("VRS", CHECK),
    /** Immigration inspector. */
    INSPECTOR(
            "VRS",
            CHECK,
            CHECK_PAST,
            SEARCH,
            SEE_PERSON,
            SEE_SPECIAL,
            CHANGE_PERSON,
            ENTER_FINDING,
            DETAIN,
            PREPARE_DECISION,
            ISSUE_CERTIFICATE,
            SIGN_DOCUMENT,
            ENTER_JUDGMENT,
            ASSESS_SAFEGUARDS,
            TAKE_CASE,
            CLOSE_CASE,
            SERVE,
            EXECUTE_REMOVAL,
            CONFIRM_DEPARTURE,
            PROPOSE_JOINING,
            SEE_FILES,
            ADD_FILES,
            SEE_DEVICES,
            ISSUE_LISTS,
            SEE_REFERENCE),
    /** Escort and execution of removals. */
    ESCORT(
            "VRS",
            CHECK,
            SEARCH,
            SEE_PERSON,
            SEE_SPECIAL,
            TAKE_CASE,
            SERVE,
            EXECUTE_REMOVAL,
            CONFIRM_DEPARTURE,
            SEE_FILES,
            ADD_FILES,
            SEE_REFERENCE),
    /** Deciding official of the Border Guard. */
    VRS_DECIDER(
            "VRS",
            CHECK,
            CHECK_PAST,
            SEARCH,
            SEE_PERSON,
            SEE_SPECIAL,
            SIGN_DECISION,
            SIGN_DOCUMENT,
            ENTER_JUDGMENT,
            ASSESS_SAFEGUARDS,
            TAKE_CASE,
            CLOSE_CASE,
            SERVE,
            EXECUTE_REMOVAL,
            CONFIRM_DEPARTURE,
            DECIDE_JOINING,
            SEE_FILES,
            KEEP_ALERTS,
            SEE_DEVICES,
            ISSUE_LISTS,
            SEE_REFERENCE,
            SEE_TAKING,
            SIGN_OFF_TAKING),
    /** Caseworker of the migration office. */
    CASEWORKER(
            "PMLP",
            CHECK,
            CHECK_PAST,
            SEARCH,
            SEE_PERSON,
            SEE_SPECIAL,
            CHANGE_PERSON,
            ENTER_FINDING,
            PREPARE_DECISION,
            ISSUE_CERTIFICATE,
            SIGN_DOCUMENT,
            ENTER_NOTICE,
            ASSESS_SAFEGUARDS,
            TAKE_CASE,
            CLOSE_CASE,
            SERVE,
            CONFIRM_DEPARTURE,
            PROPOSE_JOINING,
            SEE_FILES,
            ADD_FILES,
            SELECT_PERSONS,
            KEEP_ALERTS,
            SEE_REFERENCE),
    /** Deciding official of the migration office. */
    PMLP_DECIDER(
            "PMLP",
            CHECK,
            CHECK_PAST,
            SEARCH,
            SEE_PERSON,
            SEE_SPECIAL,
            SIGN_DECISION,
            SIGN_DOCUMENT,
            ENTER_NOTICE,
            ASSESS_SAFEGUARDS,
            TAKE_CASE,
            CLOSE_CASE,
            SERVE,
            DECIDE_JOINING,
            SEE_FILES,
            SELECT_PERSONS,
            APPROVE_EXPORT,
            KEEP_ALERTS,
            SEE_REFERENCE,
            TRY_LAW,
            APPROVE_LAW,
            APPROVE_OLD_RULES,
            SEE_AGREEMENTS,
            APPROVE_AGREEMENTS,
            STOP_AGREEMENTS,
            SEE_TAKING,
            APPROVE_TAKING,
            SIGN_OFF_TAKING),
    /** Register steward: keeps the data right. */
    STEWARD(
            "PMLP",
            CHECK,
            CHECK_PAST,
            SEARCH,
            SEE_PERSON,
            CHANGE_PERSON,
            PROPOSE_JOINING,
            SEE_LOOKS,
            SEE_FILES,
            SEE_WITHDRAWN_FILES,
            ADD_FILES,
            SELECT_PERSONS,
            APPROVE_EXPORT,
            EDIT_TEMPLATES,
            KEEP_EXCHANGE,
            SEE_REFERENCE,
            TRY_LAW,
            CHANGE_LAW,
            APPROVE_LAW,
            CHANGE_OLD_RULES,
            APPROVE_OLD_RULES,
            SEE_AGREEMENTS,
            CHANGE_AGREEMENTS,
            APPROVE_AGREEMENTS,
            STOP_AGREEMENTS,
            TAKE_OVER,
            SEE_TAKING,
            APPROVE_TAKING),
    /** Consular official abroad. */
    CONSUL("AM", CHECK, SEARCH, SEE_PERSON, SEE_REFERENCE),
    /** Reader in another institution under an agreement. */
    READER("VP", CHECK),
    /** Analyst: figures, no persons. */
    ANALYST("PMLP", SELECT_PERSONS, SEE_REFERENCE),
    /** Data protection officer and auditor: who looked at whom. */
    AUDITOR("PMLP", SEARCH, SEE_PERSON, SEE_LOOKS, SEE_FILES, SEE_WITHDRAWN_FILES, SEE_AGREEMENTS, SEE_REFERENCE),
    /** Cybersecurity manager: accounts and rights, no case data. */
    SECURITY("PMLP", SEE_ACCOUNTS, BLOCK_ACCOUNT, SEE_AGREEMENTS, STOP_AGREEMENTS, SEE_REFERENCE),
    /** Administrator with a separate account, no case data. */
    ADMIN(
            "PMLP",
            SEE_ACCOUNTS,
            BLOCK_ACCOUNT,
            MANAGE_ACCOUNTS,
            EDIT_TEMPLATES,
            SEE_REFERENCE,
            TRY_LAW,
            CHANGE_LAW,
            SEE_AGREEMENTS,
            CHANGE_AGREEMENTS,
            STOP_AGREEMENTS,
            SEE_DEVICES,
            KEEP_DEVICES);

    private final String institution;
    private final Set<Right> rights;

    Role(String institution, Right... rights) {
        this.institution = institution;
        this.rights = EnumSet.of(SIGNED_IN, rights);
    }

    /** The institution whose officials usually hold the role; the unit of the account decides. */
    public String institution() {
        return institution;
    }

    public boolean may(Right right) {
        return rights.contains(right);
    }

    public static Set<Role> with(Right right) {
        var roles = EnumSet.noneOf(Role.class);
        Arrays.stream(values()).filter(role -> role.may(right)).forEach(roles::add);
        return roles;
    }
}
