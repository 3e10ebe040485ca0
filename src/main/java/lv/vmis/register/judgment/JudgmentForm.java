package lv.vmis.register.judgment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.decision.BanTerritory;
import lv.vmis.register.decision.DecisionRefusal;
import lv.vmis.register.decision.PlannedBan;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.edge.Parse.Parsed;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.reference.Country;
import org.jspecify.annotations.Nullable;

/** A judgment as typed; bans of no months are none. */
public record JudgmentForm(
        UUID key,
        @Nullable String court,
        @Nullable String number,
        @Nullable String decidedOn,
        @Nullable String inForceOn,
        @Nullable String destination,
        @Nullable String ruling,
        @Nullable String lvMonths,
        @Nullable String schMonths,
        @Nullable String prison,
        @Nullable String placedOn,
        @Nullable String informedOn,
        @Nullable String releaseOn,
        @Nullable String born) {

    private static final int NAME = 200;

    private static final int RULING = 10_000;

    /** Longer than any ban: what is too long by law is refused with the law. */
    private static final int MONTHS = 1_200;

    static JudgmentForm empty(UUID key) {
        return new JudgmentForm(key, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    Outcome<EnterJudgment.Input> parse(PersonId person, Countries countries, LocalDate today) {
        var in = new Parse(today);
        var country = destination == null || destination.isBlank()
                ? null
                : in.found(
                        "destination",
                        destination,
                        typed -> countries.accept(typed, Country::isNationality).orElse(null),
                        DecisionRefusal.COUNTRY_UNKNOWN);
        var by = in.text("court", court, NAME);
        var no = in.text("number", number, NAME);
        var given = in.pastDay("decidedOn", decidedOn);
        var force = in.day("inForceOn", inForceOn);
        var says = in.text("ruling", ruling, RULING);
        var latvia = months(in, "lvMonths", lvMonths);
        var schengen = months(in, "schMonths", schMonths);
        var held = imprisonment(in, prison, placedOn, informedOn, releaseOn);
        return in.into(() -> new EnterJudgment.Input(
                person,
                by.get(),
                no.get(),
                given.get(),
                force.get(),
                country == null ? null : country.get().code(),
                says.get(),
                bans(latvia, schengen),
                held.get()));
    }

    private static Parsed<Integer> months(Parse in, String field, @Nullable String typed) {
        return typed == null || typed.isBlank() ? new Parsed<>(null) : in.number(field, typed, 1, MONTHS);
    }

    private static List<PlannedBan> bans(Parsed<Integer> latvia, Parsed<Integer> schengen) {
        var all = new ArrayList<PlannedBan>();
        if (latvia.orNull() != null) {
            all.add(new PlannedBan(BanTerritory.LV, EnterJudgment.BAN_BASIS, latvia.get(), null));
        }
        if (schengen.orNull() != null) {
            all.add(new PlannedBan(BanTerritory.SCH, EnterJudgment.BAN_BASIS, schengen.get(), null));
        }
        return all;
    }

    static Parsed<Imprisonment> imprisonment(
            Parse in,
            @Nullable String prison,
            @Nullable String placedOn,
            @Nullable String informedOn,
            @Nullable String releaseOn) {
        var where = in.optionalText("prison", prison, NAME);
        var placed = in.optionalDay("placedOn", placedOn);
        var informed = in.optionalDay("informedOn", informedOn);
        var release = in.optionalDay("releaseOn", releaseOn);
        return new Parsed<>(new Imprisonment(where.orNull(), placed.orNull(), informed.orNull(), release.orNull()));
    }
}
