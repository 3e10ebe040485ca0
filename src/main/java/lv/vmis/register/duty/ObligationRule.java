package lv.vmis.register.duty;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lv.vmis.register.reference.DatedRule;
import lv.vmis.register.reference.Law;
import lv.vmis.register.reference.LegalParameters;
import lv.vmis.register.returns.Obligations;
import org.springframework.stereotype.Component;

/** Until when what has to be done beside the next steps is done, by the parameters that nothing else is tried by. */
@Component
class ObligationRule implements DatedRule {

    private final List<Obligations> sources;
    private final OpenObligations obligations;

    ObligationRule(List<Obligations> sources, OpenObligations obligations) {
        this.sources = List.copyOf(sources);
        this.obligations = obligations;
    }

    @Override
    public String key() {
        return "obligations";
    }

    @Override
    public Set<String> parameters() {
        return sources.stream().flatMap(source -> source.parameters().stream()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<Worked> under(Law law, LocalDate day) {
        LegalParameters parameters = law.parameters();
        return obligations
                .under(
                        parameters,
                        one -> parameters().contains(one.term().rule().code()))
                .stream()
                .filter(one -> one.what().personId() != null)
                .map(ObligationRule::worked)
                .toList();
    }

    private static Worked worked(OpenObligation one) {
        var what = one.what();
        var until = what.term().until();
        return new Worked(
                what.id(),
                what.number(),
                what.where(),
                Objects.requireNonNull(what.personId()),
                Objects.requireNonNull(one.familyName()),
                one.givenNames(),
                what.term().from().day(),
                until.at() == null ? until.day() : null,
                until.at());
    }
}
