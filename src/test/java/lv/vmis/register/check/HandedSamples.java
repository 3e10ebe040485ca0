package lv.vmis.register.check;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import lv.vmis.register.journal.Committing;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.support.Samples;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** Travellers checked and handed to an inspector for tests, as a guard does. */
@Component
public class HandedSamples {

    private final Check check;
    private final HandToInspector hand;
    private final TakeRequest take;
    private final ClearHits clear;
    private final Countries countries;
    private final Samples samples;
    private final LocalDate today;
    private final Actor guard = Samples.guard();

    HandedSamples(
            Check check,
            HandToInspector hand,
            TakeRequest take,
            ClearHits clear,
            Countries countries,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            List<Committing> following,
            Clock clock) {
        this.check = check;
        this.hand = hand;
        this.take = take;
        this.clear = clear;
        this.countries = countries;
        this.samples = new Samples(jdbc, transactions, following);
        this.today = LocalDate.now(clock);
    }

    /** A date of birth that hardly anybody else has. */
    static LocalDate day() {
        return LocalDate.of(1950, 1, 1).plusDays(ThreadLocalRandom.current().nextInt(15_000));
    }

    CheckAnswer checked(String number, String birth, @Nullable String family, @Nullable String given) {
        var form = new CheckForm(null, number, null, "IND", birth, family, given, null);
        return as(guard, () -> check.run(done(form.parse(countries, today)), Purpose.of("BORDER_CHECK"), guard));
    }

    UUID handed(CheckAnswer answer) {
        return as(guard, () -> done(hand.run(new HandToInspector.Input(answer.entry(), null), guard)));
    }

    void taken(UUID request, Actor by) {
        as(by, () -> done(take.run(new TakeRequest.Input(request), by)));
    }

    /** Somebody taken for a banned person, whom an inspector has taken and told apart. */
    public UUID cleared() {
        var family = Samples.name();
        var given = Samples.name();
        var born = day();
        samples.banned(family, given, born.toString(), "IND", today.minusYears(1), 60);
        var request = handed(checked(Samples.number(), LatvianDates.numeric(born), family, given));
        var inspector = official("inspektore");
        taken(request, inspector);
        as(inspector, () -> done(clear.run(new ClearHits.Input(request, "Pirkstu nospiedumi nesakrīt"), inspector)));
        return request;
    }

    /** Whether an inspector has told him apart from all he was taken for. */
    public boolean toldApart(Traveller asked) {
        var answer = as(guard, () -> check.run(asked, Purpose.of("BORDER_CHECK"), guard));
        if (answer.candidates().isEmpty() || Bearer.of(asked).isEmpty()) {
            return false;
        }
        var request = handed(answer);
        var inspector = official("inspektore");
        taken(request, inspector);
        as(inspector, () -> done(clear.run(new ClearHits.Input(request, "Pirkstu nospiedumi nesakrīt"), inspector)));
        return true;
    }
}
