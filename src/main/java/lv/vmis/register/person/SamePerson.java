package lv.vmis.register.person;

import java.time.LocalDate;
import java.util.List;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whoever signs, serves or detains says first, by the date of birth, that the person of the page is the one he means: a page
 * opened by mistake shows the wrong person as calmly as the right one.
 */
@Component
public class SamePerson {

    private final Persons persons;

    SamePerson(Persons persons) {
        this.persons = persons;
    }

    /** @param born the date of birth as typed into the field of that name */
    public Outcome<PartialDate> confirmed(PersonId person, @Nullable String born, LocalDate today) {
        var in = new Parse(today);
        var typed = in.birthDate("born", born);
        return in.into(typed::get).then(date -> {
            var bar = persons.bar(person);
            return bar.isEmpty() || bar.get().birthDate().isSameAs(date)
                    ? Outcome.done(date)
                    : Outcome.refused(List.of(Refusal.at("born", PersonRefusal.BIRTH_DATE_OTHER)));
        });
    }
}
