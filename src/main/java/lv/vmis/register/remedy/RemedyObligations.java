package lv.vmis.register.remedy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lv.vmis.register.reference.LegalParameters;
import lv.vmis.register.reference.Term;
import lv.vmis.register.returns.Obligation;
import lv.vmis.register.returns.Obligations;
import org.springframework.stereotype.Component;

/** What amended a decision is entered, and what comes of a complaint is found out: also after a departure, and where there is no case. */
@Component
class RemedyObligations implements Obligations {

    private final Remedies remedies;
    private final RemedyTerm term;
    private final Clock clock;

    RemedyObligations(Remedies remedies, RemedyTerm term, Clock clock) {
        this.remedies = remedies;
        this.term = term;
        this.clock = clock;
    }

    @Override
    public Set<String> parameters() {
        return Set.of(RemedyTerm.TO_FOLLOW);
    }

    @Override
    public List<Obligation> open(LegalParameters law) {
        var today = LocalDate.now(clock);
        return Stream.concat(
                        remedies.unfollowed().stream()
                                .flatMap(one ->
                                        of(Obligation.Kind.AMEND, one, "follow-up", term.toFollow(one.day(), law))),
                        remedies.unheard().stream()
                                .flatMap(one -> of(
                                        Obligation.Kind.COMPLAINT,
                                        one,
                                        "remedies",
                                        term.toHear(one.day(), today, law))))
                .toList();
    }

    private static Stream<Obligation> of(Obligation.Kind kind, Remedies.Open one, String page, Optional<Term> term) {
        return term
                .map(due -> new Obligation(
                        kind,
                        one.id(),
                        one.number(),
                        one.personId(),
                        // What ministers and others decide, PMLP keeps.
                        one.institution().equals("VRS") ? "VRS" : "PMLP",
                        one.unit(),
                        one.institution(),
                        one.day(),
                        due,
                        "/decisions/" + one.decisionId() + "/" + page))
                .stream();
    }
}
