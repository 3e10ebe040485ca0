package lv.vmis.register.removal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lv.vmis.register.decision.ConfirmDeparture;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.decision.DepartureRule;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.reference.LegalParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * By force nobody leaves but from a start that was set and of which he was told (Reg. 454 p. 21), while nothing puts it off (p. 20), and
 * after a medical check (p. 22): where there was none, it is said why.
 */
@Component
class RemovalStart implements DepartureRule {

    private final RemovalSteps steps;
    private final LegalParameters parameters;

    RemovalStart(RemovalSteps steps, LegalParameters parameters) {
        this.steps = steps;
        this.parameters = parameters;
    }

    @Override
    public List<Refusal> against(Decision decision, ConfirmDeparture.Input in) {
        var at = in.departedAt();
        if (!in.goesByForce() || at == null || !decision.kind().allows(in.returnType())) {
            return List.of();
        }
        var done = steps.of(decision.id());
        var mistakes = new ArrayList<Refusal>();
        if (steps.isMissing(decision.personId())) {
            mistakes.add(Refusal.at("returnType", RemovalRefusal.IS_MISSING));
        }
        started(done, at, mistakes);
        var postponed = Readiness.last(done, StepKind.POSTPONED);
        var until = postponed == null ? null : postponed.untilOn();
        if (until != null && in.departedOn().isBefore(until)) {
            mistakes.add(Refusal.at("departedOn", RemovalRefusal.STILL_POSTPONED, LatvianDates.numeric(until)));
        }
        checked(done, at, in.omitted(), mistakes);
        return mistakes;
    }

    private void started(List<RemovalStep> done, Instant at, List<Refusal> mistakes) {
        var day = LocalDateTime.ofInstant(at, RegisterClock.RIGA).toLocalDate();
        var scheduled = Readiness.scheduled(done);
        if (scheduled == null) {
            mistakes.add(Refusal.at(
                    "returnType",
                    RemovalRefusal.NO_START,
                    parameters.get(RemovalDeadlines.NOTICE, day).cited()));
            return;
        }
        var start = Objects.requireNonNull(scheduled.startsAt());
        if (at.isBefore(start)) {
            var local = LocalDateTime.ofInstant(start, RegisterClock.RIGA);
            mistakes.add(Refusal.at(
                    "departedAt",
                    RemovalRefusal.NOT_BEGUN,
                    "%s %02d:%02d"
                            .formatted(LatvianDates.numeric(local.toLocalDate()), local.getHour(), local.getMinute()),
                    parameters.get(RemovalDeadlines.NOTICE, local.toLocalDate()).cited()));
        }
        if (!Readiness.isTold(done, scheduled)) {
            var rule = parameters.get(RemovalDeadlines.NOTICE, day);
            mistakes.add(Refusal.at("returnType", RemovalRefusal.NOT_TOLD, rule.shown(), rule.cited()));
        }
    }

    private static void checked(List<RemovalStep> done, Instant at, @Nullable String omitted, List<Refusal> mistakes) {
        var check = Readiness.last(before(done, at), StepKind.MEDICAL_CHECK);
        if (check != null && check.came("UNFIT")) {
            mistakes.add(Refusal.at("returnType", RemovalRefusal.UNFIT));
        }
        var since = before(Readiness.sinceEnd(done), at);
        if (Readiness.last(since, StepKind.MEDICAL_CHECK) == null && omitted == null) {
            mistakes.add(Refusal.at("omitted", RemovalRefusal.NOT_CHECKED));
        }
    }

    private static List<RemovalStep> before(List<RemovalStep> steps, Instant at) {
        return steps.stream().filter(step -> !step.happenedAt().isAfter(at)).toList();
    }
}
