package lv.vmis.register.sis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import lv.vmis.register.kernel.Rows;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The views, the function and the rule say the same as the model when everything happens in the tables of the register. */
@RegisterTest
class StoredAlertsPropertyTest {

    private static final int COURSES = Integer.getInteger("proof.stored", 15);

    private final Alerts alerts;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    StoredAlertsPropertyTest(Alerts alerts, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.alerts = alerts;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Test
    void the_tables_the_rule_and_the_model_agree_at_every_step() {
        var first = new Random().nextLong();
        for (var i = 0; i < COURSES; i++) {
            var seed = first + i;
            DecisionSamples.as(DecisionSamples.official("inspektore"), () -> {
                transaction.executeWithoutResult(status -> {
                    status.setRollbackOnly();
                    live(seed);
                });
                return true;
            });
        }
    }

    private void live(long seed) {
        var log = new ArrayList<Happening>();
        var model = new AlertModel();
        var stored = new StoredCourse(jdbc);
        try {
            new Course(seed)
                    .live(
                            what -> {
                                log.add(what);
                                model.happens(what);
                                stored.happens(what);
                            },
                            today -> compare(stored, model, today));
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError("course of seed %d: %s".formatted(seed, log), failure);
        }
    }

    private void compare(StoredCourse stored, AlertModel model, LocalDate today) {
        var expected = due(stored, model.expected(today));
        assertThat(AlertRule.on(today, alerts.facts(stored.person)).orElse(null))
                .as("by the rule on %s", today)
                .isEqualTo(expected);
        var head = stored.person.value();
        assertThat(found(stored, today, new UUID(0, 0), head))
                .as("by the function on %s", today)
                .isEqualTo(expected == null ? List.of() : List.of(expected));
        var before = new UUID(head.getMostSignificantBits(), head.getLeastSignificantBits() - 1);
        assertThat(found(stored, today, head, DifferingAlerts.END))
                .as("among those after him")
                .isEmpty();
        assertThat(found(stored, today, new UUID(0, 0), before))
                .as("among those before him")
                .isEmpty();
    }

    private List<DueAlert> found(StoredCourse stored, LocalDate today, UUID after, UUID upto) {
        return jdbc.sql("""
                        select category, decision_id, ban_id, may_be_left_out
                          from alerts_due(:day, :after, :upto)
                         where person_id = :person
                        """)
                .param("day", today)
                .param("after", after)
                .param("upto", upto)
                .param("person", stored.person.value())
                .query(Rows.of(DueAlert.class))
                .list();
    }

    private static @Nullable DueAlert due(StoredCourse stored, AlertModel.@Nullable Expected expected) {
        return expected == null
                ? null
                : new DueAlert(
                        expected.category(),
                        stored.decisions.get(expected.decision()),
                        expected.category() == AlertCategory.REFUSAL
                                ? Objects.requireNonNull(stored.bans.get(expected.decision()))
                                : null,
                        expected.mayBeLeftOut());
    }
}
