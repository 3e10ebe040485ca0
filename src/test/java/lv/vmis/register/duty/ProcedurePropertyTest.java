package lv.vmis.register.duty;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whatever officials try in whatever order, the register does what the law says; many more: {@code ./register prove procedure}. */
class ProcedurePropertyTest {

    private static final int COURSES = 150;

    /** Of people who are held more than once. */
    private static final int HELD = 12;

    /** In it a minor is held without the reason why nothing milder would do: few courses come to that. */
    private static final int OF_A_MINOR = 285;

    /** Of who has left under another decision before anything was decided in his case. */
    private static final int LEFT_UNDECIDED = 1182;

    @Test
    void the_register_and_the_law_agree_at_every_step() {
        var tally = new ProcedureCourse.Tally();
        for (var i = 0; i < COURSES; i++) {
            Procedure.live(i, 2016, 8, tally);
        }
        Procedure.live(OF_A_MINOR, 2016, 8, tally);
        Procedure.live(LEFT_UNDECIDED, 2016, 8, tally);
        for (var i = 0; i < HELD; i++) {
            Procedure.live(Procedure.HELD + i, 2016, 8, tally);
        }
        assertThat(tally.states)
                .as("states of decisions and next steps that came up")
                .hasSize(11 + 11)
                .contains("CONCLUDE", "GONE", "PAST");
        assertThat(tally.refusals)
                .as("reasons of refusals that came up")
                .hasSizeGreaterThan(40)
                .contains(
                        "DESTINATION_INSIDE",
                        "DESTINATION_NO_COUNTRY",
                        "DEPARTURE_BEFORE_SERVICE",
                        "NO_START",
                        "LAST_RESORT_MISSING",
                        "SAME_DESTINATION",
                        "NOT_BEGUN",
                        "NOT_TOLD",
                        "STILL_POSTPONED",
                        "UNFIT",
                        "NOT_CHECKED",
                        "PROOF_MISSING",
                        "CASE_CLOSED",
                        "DECISION_IN_FORCE",
                        "OWN_ENTRY",
                        "LEFT_UNDECIDED",
                        "OF_COURT",
                        "GUARD_DAYS_USED",
                        "EXTENSION_BEFORE_TOTAL");
        assertThat(tally.done)
                .as("acts that took place")
                .containsKeys(
                        "CLOSE",
                        "REOPEN",
                        "UNSERVE",
                        "UNDEPART",
                        "UNFILE",
                        "UNRESOLVE",
                        "UNSTEP",
                        "JUDGE",
                        "END",
                        "EXTEND",
                        "UNRULE");
        assertThat(tally.removed).as("removals by force that took place").isPositive();
        assertThat(tally.accepted).as("acts that took place").isGreaterThan(COURSES * 5);
    }
}
