package lv.vmis.register.ban;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lv.vmis.register.decision.BanStart;
import lv.vmis.register.decision.BanTerritory;
import lv.vmis.register.decision.PlannedBan;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.edge.Parse.Parsed;
import org.jspecify.annotations.Nullable;

/**
 * What a decision that only bans says of its bans, as typed: the same for each territory but for a term, and a record for each.
 *
 * @param territory LV, SCH or BOTH
 * @param months nothing: for an indefinite time
 * @param schMonths for the Schengen territory, where that is another term
 * @param starts name of a {@link BanStart}
 */
public record BanTerms(
        @Nullable String legalBasis,
        @Nullable String territory,
        @Nullable String months,
        @Nullable String schMonths,
        @Nullable String starts,
        @Nullable String startsOn) {

    /** One term for each territory. */
    BanTerms(
            @Nullable String legalBasis,
            @Nullable String territory,
            @Nullable String months,
            @Nullable String starts,
            @Nullable String startsOn) {
        this(legalBasis, territory, months, null, starts, startsOn);
    }

    static final String BOTH = "BOTH";

    private static final int CODE = 50;

    /** Longer than any ban: what is too long by law is refused with the law. */
    private static final int MOST = 1_200;

    public static final BanTerms EMPTY = new BanTerms(null, BOTH, null, BanStart.DEPARTURE.name(), null);

    public Parsed<List<PlannedBan>> parse(Parse in) {
        var basis = in.text("legalBasis", legalBasis, CODE);
        var where = in.code("territory", territory, typed -> typed.equals(BOTH) || isTerritory(typed));
        var term = term(in, "months", months);
        var schengen = schMonths == null || schMonths.isBlank() ? term : term(in, "schMonths", schMonths);
        var from = in.oneOf("starts", starts, BanStart.class);
        var day = from.orNull() == BanStart.DAY ? in.day("startsOn", startsOn) : new Parsed<LocalDate>(null);
        var bans = new ArrayList<PlannedBan>();
        for (var each : BanTerritory.values()) {
            if (basis.orNull() != null
                    && from.orNull() != null
                    && (BOTH.equals(where.orNull()) || each.name().equals(where.orNull()))) {
                var own = each == BanTerritory.SCH ? schengen : term;
                bans.add(new PlannedBan(each, basis.get(), own.orNull(), null, from.get(), day.orNull()));
            }
        }
        return new Parsed<>(List.copyOf(bans));
    }

    private static Parsed<Integer> term(Parse in, String field, @Nullable String typed) {
        return typed == null || typed.isBlank() ? new Parsed<>(null) : in.number(field, typed, 1, MOST);
    }

    private static boolean isTerritory(String typed) {
        return typed.equals(BanTerritory.LV.name()) || typed.equals(BanTerritory.SCH.name());
    }
}
