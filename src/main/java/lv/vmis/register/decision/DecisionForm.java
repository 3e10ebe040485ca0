package lv.vmis.register.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.reference.Country;
import org.jspecify.annotations.Nullable;

/** A decision as typed, with a ban for each territory to say yes or no to. */
public record DecisionForm(
        UUID key,
        int version,
        @Nullable String kind,
        @Nullable String legalBasis,
        @Nullable String destination,
        @Nullable String termDays,
        @Nullable String reasons,
        @Nullable String familyLife,
        @Nullable String lvBan,
        @Nullable String lvBasis,
        @Nullable String lvMonths,
        @Nullable String lvReasons,
        @Nullable String schBan,
        @Nullable String schBasis,
        @Nullable String schMonths,
        @Nullable String schReasons) {

    /** A field of a template that had no value. */
    private static final Pattern UNFILLED = Pattern.compile("\\{[a-z_]+}");

    private static final int REASONS = 20_000;
    private static final int BAN_REASONS = 1_000;
    private static final int MONTHS = 1_200;

    DecisionKind shownKind() {
        return "REMOVAL".equals(kind) ? DecisionKind.REMOVAL : DecisionKind.DEPARTURE_ORDER;
    }

    Outcome<Draft> parse(Countries countries, LocalDate today) {
        var in = new Parse(today);
        var what = in.oneOf("kind", kind, DecisionKind.class);
        var basis = in.text("legalBasis", legalBasis, 50);
        var isOrder = shownKind().isOrder();
        var days = isOrder ? in.number("termDays", termDays, 0, 10_000).orNull() : null;
        var country = isOrder && isBlank(destination)
                ? null
                : in.found(
                                "destination",
                                destination,
                                typed -> countries
                                        .accept(typed, Country::isNationality)
                                        .orElse(null),
                                DecisionRefusal.COUNTRY_UNKNOWN)
                        .orNull();
        var text = in.text("reasons", reasons, REASONS);
        var left = UNFILLED.matcher(Objects.requireNonNullElse(text.orNull(), ""));
        if (left.find()) {
            in.refuse("reasons", DecisionRefusal.REASONS_UNFILLED, left.group());
        }
        var bans = new ArrayList<PlannedBan>();
        ban(in, BanTerritory.LV, lvBan, lvBasis, lvMonths, lvReasons, bans);
        ban(in, BanTerritory.SCH, schBan, schBasis, schMonths, schReasons, bans);
        var family = in.optionalText("familyLife", familyLife, REASONS);
        return in.into(() -> new Draft(
                what.get(),
                basis.get(),
                country == null ? null : country.code(),
                days,
                text.get(),
                family.orNull(),
                bans));
    }

    private static void ban(
            Parse in,
            BanTerritory territory,
            @Nullable String wanted,
            @Nullable String basis,
            @Nullable String months,
            @Nullable String reasons,
            List<PlannedBan> bans) {
        if (!"yes".equals(wanted)) {
            return;
        }
        var field = territory.field();
        var on = in.text(field + "Basis", basis, 50);
        var term = in.number(field + "Months", months, 1, MONTHS);
        var why = in.optionalText(field + "Reasons", reasons, BAN_REASONS);
        if (on.orNull() != null && term.orNull() != null) {
            bans.add(new PlannedBan(territory, on.get(), term.get(), why.orNull()));
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** The same form with other reasons. */
    DecisionForm reasons(String text) {
        return new DecisionForm(
                key,
                version,
                kind,
                legalBasis,
                destination,
                termDays,
                text,
                familyLife,
                lvBan,
                lvBasis,
                lvMonths,
                lvReasons,
                schBan,
                schBasis,
                schMonths,
                schReasons);
    }

    /** The same form, about the version that is stored now. */
    DecisionForm onto(int stored) {
        return new DecisionForm(
                key,
                stored,
                kind,
                legalBasis,
                destination,
                termDays,
                reasons,
                familyLife,
                lvBan,
                lvBasis,
                lvMonths,
                lvReasons,
                schBan,
                schBasis,
                schMonths,
                schReasons);
    }

    /** A stored draft as a form, with the countries written as {@code countryName} says. */
    static DecisionForm of(Decision decision, List<BanLine> bans, String countryName, UUID key) {
        var lv = in(bans, BanTerritory.LV);
        var sch = in(bans, BanTerritory.SCH);
        return new DecisionForm(
                key,
                decision.version(),
                decision.kind().name(),
                decision.legalBasis(),
                countryName,
                decision.termDays() == null ? null : decision.termDays().toString(),
                decision.reasons(),
                decision.familyLife(),
                lv == null ? "no" : "yes",
                lv == null ? null : lv.legalBasis(),
                months(lv),
                lv == null ? null : lv.reasons(),
                sch == null ? "no" : "yes",
                sch == null ? null : sch.legalBasis(),
                months(sch),
                sch == null ? null : sch.reasons());
    }

    private static @Nullable BanLine in(List<BanLine> bans, BanTerritory territory) {
        return bans.stream()
                .filter(ban -> ban.territory() == territory)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String months(@Nullable BanLine ban) {
        return ban == null || ban.months() == null ? null : ban.months().toString();
    }
}
