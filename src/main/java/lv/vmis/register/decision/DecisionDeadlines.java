package lv.vmis.register.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.reference.LegalParameters;
import lv.vmis.register.reference.Point;
import lv.vmis.register.reference.Terms;
import lv.vmis.register.returns.Deadline;
import lv.vmis.register.returns.Deadlines;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Until when each body tells the other of a removal decision, and until when the foreigner leaves by himself. */
@Component
class DecisionDeadlines implements Deadlines {

    private final Decisions decisions;
    private final Terms terms;
    private final LegalParameters parameters;

    DecisionDeadlines(Decisions decisions, Terms terms, LegalParameters parameters) {
        this.decisions = decisions;
        this.terms = terms;
        this.parameters = parameters;
    }

    @Override
    public List<Deadline> of(UUID caseId) {
        return decisions.ofCase(caseId).stream()
                .filter(one -> one.isSigned() && one.cancelledOn() == null)
                .flatMap(one -> Stream.of(informing(one), serving(one), leaving(one)))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /** Reg. 454 p. 3 and 4: both bodies see in the Register what is signed in it, and what waits to be carried out. */
    private @Nullable Deadline informing(Decision decision) {
        var decidedOn = decision.decidedOn();
        var signedAt = decision.signedAt();
        if (decision.kind() != DecisionKind.REMOVAL || decision.isEntered() || decidedOn == null || signedAt == null) {
            return null;
        }
        var isPmlp = decision.institution().equals("PMLP");
        return terms.after(isPmlp ? "removal.pmlp.to_vrs" : "removal.vrs.to_pmlp", decidedOn)
                .map(term -> new Deadline(
                        isPmlp ? "to-vrs" : "to-pmlp",
                        decision.institution(),
                        term.rule(),
                        term.from(),
                        term.until(),
                        term.dayOff(),
                        Point.of(LocalDate.ofInstant(signedAt, RegisterClock.RIGA)),
                        where(decision),
                        decision.number(),
                        null))
                .orElse(null);
    }

    /** The person is bound by what he was told of (Administrative Procedure Law s. 70). */
    private @Nullable Deadline serving(Decision decision) {
        var decidedOn = decision.decidedOn();
        if (decision.isEntered() || decidedOn == null) {
            return null;
        }
        return terms.after("decision.service", decidedOn)
                .map(term -> new Deadline(
                        "serve",
                        decision.institution(),
                        term.rule(),
                        term.from(),
                        term.until(),
                        term.dayOff(),
                        done(decision),
                        where(decision),
                        decision.number(),
                        null))
                .orElse(null);
    }

    /** The last day stands in the decision, in its service and in what followed; the law sets how long it may be. */
    private @Nullable Deadline leaving(Decision decision) {
        var servedOn = decision.servedOn();
        var leaveBy = decision.leaveBy();
        if (servedOn == null || leaveBy == null || (!decision.stands() && decision.departedOn() == null)) {
            return null;
        }
        var key = decision.isExtended() ? "leave-extended" : "leave";
        var left = decision.departedOn() == null ? null : Point.of(decision.departedOn());
        return parameters
                .find(decision.isExtended() ? "departure.extension.max" : "departure.term.max", servedOn)
                .map(rule -> new Deadline(
                        key,
                        null,
                        rule,
                        Point.of(servedOn),
                        Point.of(leaveBy),
                        null,
                        left,
                        where(decision),
                        decision.number(),
                        decision.suspendedOn()))
                .orElse(null);
    }

    private static @Nullable Point done(Decision decision) {
        var day = decision.servedOn() == null ? decision.departedOn() : decision.servedOn();
        return day == null ? null : Point.of(day);
    }

    private static String where(Decision decision) {
        return "/decisions/" + decision.id();
    }
}
