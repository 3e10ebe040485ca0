package lv.vmis.register.sis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** What takes too long for every build: {@code ./register prove alerts}. It prints the line of the table in docs/proofs.md. */
class AlertsProof {

    @Test
    void the_rule_and_the_model_agree_at_every_step_of_very_many_courses() {
        var sequences = Integer.getInteger("proof.sequences", 100_000);
        var seed = Long.getLong("proof.seed", System.nanoTime());
        System.out.println("first seed " + seed);
        var begun = System.nanoTime();
        var tally = new AlertCourses.Tally();
        for (var i = 0; i < sequences; i++) {
            AlertCourses.live(seed + i, tally);
        }
        System.out.println("met: " + tally.met);
        System.out.printf(
                "| %s | %d | %d | %d | 0 | %d s |%n",
                LocalDate.now(ZoneId.of("Europe/Riga")),
                sequences,
                tally.steps,
                tally.alerts,
                (System.nanoTime() - begun) / 1_000_000_000);
        assertThat(tally.met)
                .contains(
                        "MISSING_ITEM",
                        "ANSWER_AWAITED",
                        "CONSULTED",
                        "REFUSED",
                        "DELETION_REFUSED",
                        "Departed",
                        "Seen",
                        "Permitted");
    }
}
