package lv.vmis.register.support;

import static lv.vmis.register.support.DecisionSamples.done;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.detention.ApplyAlternative;
import lv.vmis.register.detention.Detain;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.returns.EnterFinding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Detentions and their alternatives for tests, made as inspectors make them. */
@Component
public class DetentionSamples {

    private final Detain detain;
    private final ApplyAlternative apply;
    private final DecisionSamples samples;
    private final JdbcClient jdbc;
    private final Clock clock;

    DetentionSamples(Detain detain, ApplyAlternative apply, DecisionSamples samples, JdbcClient jdbc, Clock clock) {
        this.detain = detain;
        this.apply = apply;
        this.samples = samples;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A case whose violation was found so many days ago. */
    public EnterFinding.Opened found(int daysAgo, Actor by) {
        var opened = samples.open(by);
        samples.reading(() -> jdbc.sql("update finding set found_on = found_on - :days where case_id = :case")
                .param("days", daysAgo)
                .param("case", opened.caseId())
                .update());
        return opened;
    }

    /** Detained so long ago, and placed in the centre of Daugavpils. */
    public UUID detained(EnterFinding.Opened opened, Duration ago, Actor by) {
        return Someone.as(
                by,
                () -> done(detain.run(
                        new Detain.Input(
                                opened.caseId(),
                                clock.instant().minus(ago),
                                "NO_PLACE_OF_STAY",
                                "VRS_RIGA_IMIGRACIJA",
                                "Personai nav zināmas dzīvesvietas",
                                "VRS_AAIC_DAUGAVPILS"),
                        by)));
    }

    public UUID measured(EnterFinding.Opened opened, Actor by) {
        return Someone.as(
                by,
                () -> done(apply.run(
                        new ApplyAlternative.Input(
                                opened.caseId(), "REPORTING", LocalDate.now(clock), "Katru pirmdienu Rīgas pārvaldē"),
                        by)));
    }
}
