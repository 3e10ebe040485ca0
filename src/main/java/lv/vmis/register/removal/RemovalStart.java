package lv.vmis.register.removal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.decision.DepartureRule;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.reference.LegalParameters;
import org.springframework.stereotype.Component;

/** The foreigner was told when his removal begins (Reg. 454 p. 21): by force nobody leaves before the day of that start. */
@Component
class RemovalStart implements DepartureRule {

    private final RemovalSteps steps;
    private final LegalParameters parameters;

    RemovalStart(RemovalSteps steps, LegalParameters parameters) {
        this.steps = steps;
        this.parameters = parameters;
    }

    @Override
    public List<Refusal> againstForce(Decision decision, LocalDate day) {
        var scheduled = Readiness.scheduled(steps.of(decision.id()));
        if (scheduled == null) {
            return List.of();
        }
        var start = LocalDateTime.ofInstant(Objects.requireNonNull(scheduled.startsAt()), RegisterClock.RIGA);
        var on = start.toLocalDate();
        if (!day.isBefore(on)) {
            return List.of();
        }
        return List.of(Refusal.at(
                "departedOn",
                RemovalRefusal.NOT_BEGUN,
                "%s %02d:%02d".formatted(LatvianDates.numeric(on), start.getHour(), start.getMinute()),
                parameters.get(RemovalDeadlines.NOTICE, on).cited()));
    }
}
