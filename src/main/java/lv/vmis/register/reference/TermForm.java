package lv.vmis.register.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** A term to be counted, as typed: a rule, where it begins or ends, and another length to try. */
public record TermForm(
        @Nullable String rule,
        @Nullable String from,
        @Nullable String time,
        @Nullable String length,
        @Nullable String direction) {

    private static final int LONGEST = 1_000;

    boolean isEmpty() {
        return rule == null && from == null;
    }

    boolean isBackwards() {
        return "BEFORE".equals(direction);
    }

    /** What is to be counted: the rule in force on the day, with the length that is tried. */
    record Wanted(LegalParameter rule, Point from, boolean backwards) {}

    Outcome<Wanted> parse(LegalParameters parameters, LocalDate today) {
        var in = new Parse(today);
        var code = in.text("rule", rule, 100);
        var day = in.day("from", from);
        var moment = time == null || time.isBlank() ? null : in.moment("from", from, "time", time);
        var tried = length == null || length.isBlank() ? null : in.number("length", length, 0, LONGEST);
        var found = code.orNull() == null || day.orNull() == null
                ? null
                : parameters.find(code.get(), day.get()).filter(Terms::isTerm).orElse(null);
        if (found == null && code.orNull() != null && day.orNull() != null) {
            in.refuse("rule", ReferenceRefusal.NO_SUCH_RULE_THEN);
        }
        return in.into(() -> {
            var chosen = Objects.requireNonNull(found);
            return new Wanted(
                    tried == null ? chosen : chosen.of(BigDecimal.valueOf(tried.get())),
                    moment == null ? Point.of(day.get()) : Point.of(moment.get()),
                    isBackwards());
        });
    }
}
