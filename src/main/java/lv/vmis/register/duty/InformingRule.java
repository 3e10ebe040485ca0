package lv.vmis.register.duty;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import lv.vmis.register.reference.DatedRule;
import lv.vmis.register.reference.Law;
import org.springframework.stereotype.Component;

/** Until when one body tells the other of a removal decision, for every case in which it has to. */
@Component
class InformingRule implements DatedRule {

    private final WaitingCases cases;

    InformingRule(WaitingCases cases) {
        this.cases = cases;
    }

    @Override
    public String key() {
        return "informing";
    }

    @Override
    public Set<String> parameters() {
        return Set.of(WaitingCases.TO_VRS, WaitingCases.TO_PMLP);
    }

    @Override
    public List<Worked> under(Law law, LocalDate day) {
        return cases.toServe(law.parameters()).stream()
                .filter(one -> one.term() != null)
                .map(InformingRule::worked)
                .toList();
    }

    private static Worked worked(WaitingCase one) {
        var row = one.row();
        var term = Objects.requireNonNull(one.term());
        return new Worked(
                row.id(),
                row.number(),
                "/cases/" + row.id(),
                row.personId(),
                row.familyName(),
                row.givenNames(),
                term.from(),
                term.until(),
                null);
    }
}
