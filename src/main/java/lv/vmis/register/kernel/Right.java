package lv.vmis.register.kernel;

/** One thing an official may do. Each route names the right it needs. */
public enum Right {
    /** Anyone who has signed in: desktop, profile, help. */
    SIGNED_IN,
    CHECK,
    /** Ask how a check would have been answered at a past moment. */
    CHECK_PAST,
    SEARCH,
    SEE_PERSON,
    /** Data of a special category and service notes, for those who need them. */
    SEE_SPECIAL,
    /** Enter, correct and withdraw facts about a person. */
    CHANGE_PERSON,
    ENTER_FINDING,
    /** Take on a case, hand it to a colleague, give it back. */
    TAKE_CASE,
    /** Close a case otherwise than by departure, and take it up again. */
    CLOSE_CASE,
    /** Detain, place and release, enter decisions of judges, and apply measures instead. */
    DETAIN,
    PREPARE_DECISION,
    SIGN_DECISION,
    /** Enter a court judgment of expulsion, and what becomes of it. */
    ENTER_JUDGMENT,
    /** Register and enter what ministers, consular officials and institutions tell the Office. */
    ENTER_NOTICE,
    /** Say to a person or to an authority what the register holds of him. */
    ISSUE_CERTIFICATE,
    /** Sign electronically what one has signed on paper, or add it when it was signed elsewhere. */
    SIGN_DOCUMENT,
    SERVE,
    CONFIRM_DEPARTURE,
    /** Assess what the law protects before somebody is removed by force. */
    ASSESS_SAFEGUARDS,
    /** Note what is done to carry out a removal. */
    EXECUTE_REMOVAL,
    /** Compare likely duplicates, say what they are, and propose to join records or to part them. */
    PROPOSE_JOINING,
    /** Approve or decline what another has proposed. */
    DECIDE_JOINING,
    /** Who has looked at a person. */
    SEE_LOOKS,
    /** Files of a person and his face image. */
    SEE_FILES,
    /** Files that were withdrawn, for who answers for the data or audits them. */
    SEE_WITHDRAWN_FILES,
    /** Adding a file and correcting or withdrawing one of the own institution. */
    ADD_FILES,
    /** Lists of persons by conditions, with names only for those who see persons. */
    SELECT_PERSONS,
    /** Approve or decline the file of a long list that another official requested. */
    APPROVE_EXPORT,
    /** Messages to and from other systems: see them, send one again, put one aside. */
    KEEP_EXCHANGE,
    /** Answer consultations and hits, review alerts and add particulars to them. */
    KEEP_ALERTS,
    SEE_REFERENCE,
    /** Write versions of what documents and reasons say, and approve those another official wrote. */
    EDIT_TEMPLATES,
    /** See whom a change of the law would touch. */
    TRY_LAW,
    /** Propose a change of the law with the day it begins. */
    CHANGE_LAW,
    /** Approve or decline a change of the law that another official proposed. */
    APPROVE_LAW,
    /** Propose rules by which old registers are read. */
    CHANGE_OLD_RULES,
    /** See such rules, and approve or decline those another official proposed. */
    APPROVE_OLD_RULES,
    /** Agreements of institutions, their systems and how much these ask. */
    SEE_AGREEMENTS,
    /** Propose the terms of an agreement or the end of its suspension, and issue keys. */
    CHANGE_AGREEMENTS,
    /** Approve or decline what another official proposed for an agreement. */
    APPROVE_AGREEMENTS,
    /** Suspend an agreement and revoke keys, at once. */
    STOP_AGREEMENTS,
    /** Devices that check without network, and which lists they got. */
    SEE_DEVICES,
    /** Register devices and revoke them. */
    KEEP_DEVICES,
    /** Issue lists to devices, and enter the checks these bring back. */
    ISSUE_LISTS,
    /** Take the old registers over: their files, what they look like, and what was wrong about them. */
    TAKE_OVER,
    /** See what became of the rows of the old registers: counts only. */
    SEE_TAKING,
    /** Approve that another official's load is made, and take loads back. */
    APPROVE_TAKING,
    /** Accept loads as complete for the own institution. */
    SIGN_OFF_TAKING,
    SEE_ACCOUNTS,
    BLOCK_ACCOUNT,
    MANAGE_ACCOUNTS
}
