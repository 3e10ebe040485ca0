package lv.vmis.register.partner;

import java.time.LocalDate;
import java.util.List;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** Which use of the register is asked for, as typed. */
public record UseForm(
        @Nullable String agreement,
        @Nullable String by,
        @Nullable String from,
        @Nullable String until) {

    static final List<String> STEPS = List.of("day", "month");

    /** By months of this year, unless something else is asked for. */
    UseForm filled(LocalDate today) {
        var isDay = "day".equals(by);
        return new UseForm(
                agreement == null || agreement.isBlank() ? null : agreement.strip(),
                isDay ? "day" : "month",
                from == null ? LatvianDates.numeric(isDay ? today.withDayOfMonth(1) : today.withDayOfYear(1)) : from,
                until == null ? LatvianDates.numeric(today) : until);
    }

    Outcome<AgreementUse.Query> parse(LocalDate today) {
        var in = new Parse(today);
        var first = in.day("from", from);
        var last = in.day("until", until);
        if (first.value() != null && last.value() != null && last.get().isBefore(first.get())) {
            in.refuse("until", PartnerRefusal.ENDS_BEFORE);
        }
        if (by == null || !STEPS.contains(by)) {
            in.refuse("by", EdgeRefusal.REQUIRED);
        }
        return in.into(() -> new AgreementUse.Query(agreement, "day".equals(by), first.get(), last.get()));
    }
}
