package lv.vmis.register.check;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Purpose;
import org.springframework.stereotype.Component;

/** May this person enter? Screen and API ask here, so they get the same verdict; the answer leaves after its journal entry. */
@Component
public class Check {

    /** Name of the look in the journal. */
    static final String OPERATION = "check";

    private final CheckIndex index;
    private final Looks looks;
    private final Clock clock;

    Check(CheckIndex index, Looks looks, Clock clock) {
        this.index = index;
        this.looks = looks;
        this.clock = clock;
    }

    public CheckAnswer run(Traveller asked, Purpose purpose, Actor by) {
        var day = LocalDate.now(clock);
        var looked = looks.searching(
                by,
                OPERATION,
                purpose,
                asked.searchData(),
                () -> Judgement.of(asked, index.find(asked), day),
                Check::persons,
                judged -> told(asked, judged.verdict()));
        var judged = looked.value();
        return new CheckAnswer(
                asked,
                judged.verdict(),
                judged.identified(),
                judged.candidates(),
                day,
                clock.instant(),
                looked.entry());
    }

    /** Checks many at once: each has its journal entry, and no answer leaves before all of them are durable. */
    List<CheckAnswer> run(List<Traveller> asked, Purpose purpose, Actor by) {
        return looks.together(
                () -> asked.stream().map(one -> run(one, purpose, by)).toList());
    }

    private static List<PersonId> persons(Judgement judged) {
        return Stream.concat(judged.identified().stream(), judged.candidates().stream())
                .map(Known::person)
                .toList();
    }

    /** What the journal keeps of the answer, enough to print it again, and by what names were compared. */
    private Map<String, ?> told(Traveller asked, Verdict verdict) {
        var told = new LinkedHashMap<String, Object>();
        told.put("verdict", verdict.kind());
        told.put("reasons", verdict.why());
        told.put("bans", verdict.known());
        if (asked.familyName() != null) {
            told.put("weights", index.weights());
        }
        return told;
    }
}
