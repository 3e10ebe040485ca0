package lv.vmis.register.duty;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What takes too long for every build: {@code ./register prove procedure}. It prints the line of the table in docs/proofs.md. */
class ProcedureProof {

    /** Those who work at the same time live in years of their own: the counters of a year are held until a course ends. */
    private static final int WORKERS = 2;

    private static final int YEARS = 4;
    private static final int FIRST_YEAR = 2016;

    @Test
    void the_register_and_the_law_agree_at_every_step_of_very_many_courses() throws Exception {
        var sequences = Integer.getInteger("proof.sequences", 100_000);
        var seed = Long.getLong("proof.seed", System.nanoTime() % (Procedure.HELD / 2));
        System.out.println("first seed " + seed);
        var begun = System.nanoTime();
        var work = new ArrayList<Callable<ProcedureCourse.Tally>>();
        for (var worker = 0; worker < WORKERS; worker++) {
            var own = worker;
            work.add(() -> {
                var tally = new ProcedureCourse.Tally();
                for (var i = own; i < sequences; i += WORKERS) {
                    Procedure.live(
                            seed + i + (i / WORKERS % 5 == 4 ? Procedure.HELD : 0),
                            FIRST_YEAR + own * YEARS,
                            YEARS - 2,
                            tally);
                    if (i % 1_000 < WORKERS) {
                        System.out.printf("%d courses, %d s%n", i, (System.nanoTime() - begun) / 1_000_000_000);
                    }
                }
                return tally;
            });
        }
        var all = new ProcedureCourse.Tally();
        try (var workers = Executors.newFixedThreadPool(WORKERS)) {
            for (var tally : workers.invokeAll(work)) {
                all.steps += tally.get().steps;
                all.accepted += tally.get().accepted;
                all.refusals.addAll(tally.get().refusals);
            }
        } catch (ExecutionException failure) {
            throw new AssertionError(failure.getCause());
        }
        System.out.printf(
                "| %s | %d | %d | %d | %d | 0 | %d s |%n",
                LocalDate.now(ZoneId.of("Europe/Riga")),
                sequences,
                all.steps,
                all.accepted,
                all.refusals.size(),
                (System.nanoTime() - begun) / 1_000_000_000);
    }
}
