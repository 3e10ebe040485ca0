package lv.vmis.register.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.person.Persons;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whoever signs, serves or closes a decision says first, by the date of birth, that its person is the one he means: a page
 * opened by mistake shows the wrong person as calmly as the right one.
 */
@Component
class SamePerson {

    private final Decisions decisions;
    private final Persons persons;

    SamePerson(Decisions decisions, Persons persons) {
        this.decisions = decisions;
        this.persons = persons;
    }

    /** @param born the date of birth as typed */
    Outcome<PartialDate> confirmed(UUID decision, @Nullable String born, LocalDate today) {
        var in = new Parse(today);
        var typed = in.birthDate("born", born);
        return in.into(typed::get).then(date -> {
            var person = decisions.find(decision).flatMap(found -> persons.bar(found.personId()));
            return person.isEmpty() || person.get().birthDate().isSameAs(date)
                    ? Outcome.done(date)
                    : Outcome.refused(List.of(Refusal.at("born", DecisionRefusal.BIRTH_DATE_OTHER)));
        });
    }
}
