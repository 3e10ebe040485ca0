package lv.vmis.register.followup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lv.vmis.register.decision.Destinations;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.reference.Law;
import lv.vmis.register.reference.LegalBasis;
import lv.vmis.register.reference.LegalParameters;
import org.springframework.stereotype.Component;

/** What the law and the state of its target ask of a follow-up decision, when it is prepared and again when it is signed. */
@Component
class FollowUpRules {

    private final Law law;
    private final Destinations destinations;

    FollowUpRules(Law law, Destinations destinations) {
        this.law = law;
        this.destinations = destinations;
    }

    List<Refusal> mistakes(PrepareFollowUp.Input in, Target target, LocalDate day, Actor by) {
        return mistakes(in, target, day, by.institution(), law);
    }

    /** The same by a law that may only be tried. */
    List<Refusal> mistakes(PrepareFollowUp.Input in, Target target, LocalDate day, String institution, Law law) {
        var mistakes = new ArrayList<Refusal>();
        basis(in, day, institution, law, mistakes);
        notLater(in, day, mistakes);
        mistakes.addAll(ofTarget(in, target, day, law.parameters()));
        return mistakes;
    }

    /** It holds from the day on which it is signed, or entered, at the latest: what stands beside its target is what holds today. */
    static void notLater(PrepareFollowUp.Input in, LocalDate day, List<Refusal> mistakes) {
        if (in.effectOn().isAfter(day)) {
            mistakes.add(Refusal.at("effectOn", FollowUpRefusal.TAKES_EFFECT_LATER, LatvianDates.numeric(day)));
        }
    }

    /** What its target and its days ask of it, whoever decides. */
    List<Refusal> ofTarget(PrepareFollowUp.Input in, Target target, LocalDate day) {
        return ofTarget(in, target, day, law.parameters());
    }

    private List<Refusal> ofTarget(PrepareFollowUp.Input in, Target target, LocalDate day, LegalParameters parameters) {
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
            case AMEND -> amendment(in, target, day, mistakes);
            case REDUCE -> reduction(in, target, mistakes);
            case SUSPEND -> {
                if (target.isReturn() && target.leftOn() != null) {
                    // What was carried out is stopped no more; its bans can be.
                    mistakes.add(Refusal.at("kind", FollowUpRefusal.HAS_LEFT, LatvianDates.numeric(target.leftOn())));
                }
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

    /** The legal bases on which an institution may decide so on the day. */
    List<LegalBasis> bases(FollowUpKind kind, LocalDate day, String institution) {
        return law.bases().all().stream()
                .filter(basis -> basis.isInForce(day) && basis.mayBeUsedBy(institution) && bears(kind, basis, day, law))
                .toList();
    }

    private static void basis(
            PrepareFollowUp.Input in, LocalDate day, String institution, Law law, List<Refusal> mistakes) {
        var basis = law.bases()
                .find(in.legalBasis(), day)
                .filter(found -> bears(in.kind(), found, day, law))
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

    /** A ground of follow-up decisions that no kind is tied to bears each of them. */
    private static boolean bears(FollowUpKind kind, LegalBasis basis, LocalDate day, Law law) {
        return tied(kind, day, law).contains(basis.code())
                || (basis.use().equals("follow_up")
                        && Arrays.stream(FollowUpKind.values())
                                .noneMatch(other -> tied(other, day, law).contains(basis.code())));
    }

    private static List<String> tied(FollowUpKind kind, LocalDate day, Law law) {
        return List.of(law.parameters().text(parameter(kind), day).split(",", -1));
    }

    /** The parameter that names the legal bases of a kind. */
    static String parameter(FollowUpKind kind) {
        return "follow_up.bases." + kind.name().toLowerCase(Locale.ROOT);
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
        if (target.leftOn() != null) {
            mistakes.add(Refusal.at("kind", FollowUpRefusal.HAS_LEFT, LatvianDates.numeric(target.leftOn())));
        }
        if (target.servedOn() == null || target.leaveBy() == null) {
            // The term is counted anew from the service.
            mistakes.add(Refusal.at("kind", FollowUpRefusal.NOT_SERVED));
        } else if (leaveBy == null || !leaveBy.isAfter(target.leaveBy())) {
            mistakes.add(Refusal.at("leaveBy", FollowUpRefusal.NOT_LATER, LatvianDates.numeric(target.leaveBy())));
        } else {
            if (leaveBy.isBefore(day)) {
                mistakes.add(Refusal.at("leaveBy", FollowUpRefusal.TERM_PAST, LatvianDates.numeric(day)));
            }
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

    private void amendment(PrepareFollowUp.Input in, Target target, LocalDate day, List<Refusal> mistakes) {
        var destination = in.destination();
        if (!target.isReturn() || destination == null) {
            mistakes.add(Refusal.at("kind", FollowUpRefusal.KIND_NOT_FOR_TARGET));
            return;
        }
        if (target.leftOn() != null) {
            mistakes.add(Refusal.at("kind", FollowUpRefusal.HAS_LEFT, LatvianDates.numeric(target.leftOn())));
        } else if (!target.stands()) {
            mistakes.add(Refusal.at("kind", FollowUpRefusal.NOT_STANDING));
        }
        if (destination.equals(target.destination())) {
            mistakes.add(Refusal.at("destination", FollowUpRefusal.SAME_DESTINATION));
        } else {
            destinations.mistake(destination, target.personId(), day).ifPresent(mistakes::add);
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
