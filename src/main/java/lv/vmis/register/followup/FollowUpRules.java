package lv.vmis.register.followup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.reference.Law;
import lv.vmis.register.reference.LegalBases;
import lv.vmis.register.reference.LegalParameters;
import org.springframework.stereotype.Component;

/** What the law and the state of its target ask of a follow-up decision, when it is prepared and again when it is signed. */
@Component
class FollowUpRules {

    private final Law law;

    FollowUpRules(Law law) {
        this.law = law;
    }

    List<Refusal> mistakes(PrepareFollowUp.Input in, Target target, LocalDate day, Actor by) {
        return mistakes(in, target, day, by.institution(), law);
    }

    /** The same by a law that may only be tried. */
    List<Refusal> mistakes(PrepareFollowUp.Input in, Target target, LocalDate day, String institution, Law law) {
        var mistakes = new ArrayList<Refusal>();
        basis(in, day, institution, law.bases(), mistakes);
        mistakes.addAll(ofTarget(in, target, day, law.parameters()));
        return mistakes;
    }

    /** What its target and its days ask of it, whoever decides. */
    List<Refusal> ofTarget(PrepareFollowUp.Input in, Target target, LocalDate day) {
        return ofTarget(in, target, day, law.parameters());
    }

    private static List<Refusal> ofTarget(
            PrepareFollowUp.Input in, Target target, LocalDate day, LegalParameters parameters) {
        var mistakes = new ArrayList<Refusal>();
        if (in.effectOn().isBefore(target.decidedOn())) {
            mistakes.add(
                    Refusal.at("effectOn", FollowUpRefusal.BEFORE_TARGET, LatvianDates.numeric(target.decidedOn())));
        }
        if (target.cancelledOn() != null) {
            mistakes.add(Refusal.of(FollowUpRefusal.IS_CANCELLED, LatvianDates.numeric(target.cancelledOn())));
            return mistakes;
        }
        switch (in.kind()) {
            case EXTEND -> extension(in, target, day, parameters, mistakes);
            case REDUCE -> reduction(in, target, mistakes);
            case SUSPEND -> {
                if (target.suspendedOn() != null) {
                    mistakes.add(Refusal.at(
                            "kind", FollowUpRefusal.IS_SUSPENDED, LatvianDates.numeric(target.suspendedOn())));
                }
            }
            case RESUME -> {
                if (target.suspendedOn() == null) {
                    mistakes.add(Refusal.at("kind", FollowUpRefusal.NOT_SUSPENDED));
                } else if (in.effectOn().isBefore(target.suspendedOn())) {
                    mistakes.add(Refusal.at(
                            "effectOn", FollowUpRefusal.BEFORE_TARGET, LatvianDates.numeric(target.suspendedOn())));
                }
            }
            case CANCEL -> {
                // Whatever is not cancelled yet can be.
            }
        }
        return mistakes;
    }

    private static void basis(
            PrepareFollowUp.Input in, LocalDate day, String institution, LegalBases bases, List<Refusal> mistakes) {
        var basis = bases.find(in.legalBasis(), day)
                .filter(found -> found.use().equals("follow_up"))
                .orElse(null);
        if (basis == null) {
            mistakes.add(Refusal.at("legalBasis", FollowUpRefusal.BASIS_NOT_IN_FORCE));
        } else if (!basis.mayBeUsedBy(institution)) {
            mistakes.add(Refusal.at(
                    "legalBasis",
                    FollowUpRefusal.BASIS_OF_ANOTHER,
                    basis.cited(),
                    String.join(", ", basis.authorities())));
        }
    }

    private static void extension(
            PrepareFollowUp.Input in,
            Target target,
            LocalDate day,
            LegalParameters parameters,
            List<Refusal> mistakes) {
        var leaveBy = in.leaveBy();
        if (!target.isOrder()) {
            mistakes.add(Refusal.at("kind", FollowUpRefusal.KIND_NOT_FOR_TARGET));
            return;
        }
        if (target.fromDay() != null) {
            mistakes.add(Refusal.at("kind", FollowUpRefusal.HAS_LEFT, LatvianDates.numeric(target.fromDay())));
        }
        if (target.servedOn() == null || target.leaveBy() == null) {
            // The term is counted anew from the service.
            mistakes.add(Refusal.at("kind", FollowUpRefusal.NOT_SERVED));
        } else if (leaveBy == null || !leaveBy.isAfter(target.leaveBy())) {
            mistakes.add(Refusal.at("leaveBy", FollowUpRefusal.NOT_LATER, LatvianDates.numeric(target.leaveBy())));
        } else {
            var longest = target.servedOn().plus(parameters.period("departure.extension.max", day));
            if (leaveBy.isAfter(longest)) {
                mistakes.add(Refusal.at(
                        "leaveBy",
                        FollowUpRefusal.LATER_THAN_LAW,
                        LatvianDates.numeric(longest),
                        parameters.get("departure.extension.max", day).cited()));
            }
        }
    }

    private static void reduction(PrepareFollowUp.Input in, Target target, List<Refusal> mistakes) {
        var months = in.termMonths();
        if (!target.isBan()) {
            mistakes.add(Refusal.at("kind", FollowUpRefusal.KIND_NOT_FOR_TARGET));
        } else if (months == null || (target.termMonths() != null && months >= target.termMonths())) {
            mistakes.add(Refusal.at(
                    "termMonths", FollowUpRefusal.NOT_SHORTER, target.termMonths() == null ? 0 : target.termMonths()));
        }
    }
}
