package lv.vmis.register.reference;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Deadlines, terms and limits set by law. The value in force on the day of the event applies, so every question names that
 * day. Asking for a value that is missing, or in another unit, is a mistake in the program or its data and throws.
 */
@Component
public class LegalParameters {

    private final Supplier<List<LegalParameter>> rows;

    @Autowired
    LegalParameters(ReferenceData data) {
        this(() -> data.now().legalParameters());
    }

    private LegalParameters(Supplier<List<LegalParameter>> rows) {
        this.rows = rows;
    }

    /** The law as it is with the change in force: only events from its first day on see another value. */
    public LegalParameters with(LawChange change) {
        var changed = change.in(rows.get());
        return new LegalParameters(() -> changed);
    }

    /** The version that a change of the parameter would end on the day; nothing when none that began before is in force. */
    public Optional<LegalParameter> ending(String code, LocalDate day) {
        return find(code, day).filter(row -> row.validFrom().isBefore(day));
    }

    /** All versions of all parameters, in the order of lists. */
    public List<LegalParameter> all() {
        return rows.get();
    }

    public Optional<LegalParameter> find(String code, LocalDate day) {
        return rows.get().stream()
                .filter(parameter -> parameter.code().equals(code) && parameter.isInForce(day))
                .findFirst();
    }

    public LegalParameter get(String code, LocalDate day) {
        return find(code, day)
                .orElseThrow(() -> new IllegalStateException("no legal parameter %s on %s".formatted(code, day)));
    }

    public int hours(String code, LocalDate day) {
        return whole(code, day, "hours");
    }

    public int days(String code, LocalDate day) {
        return whole(code, day, "days");
    }

    public int workingDays(String code, LocalDate day) {
        return whole(code, day, "working_days");
    }

    public int months(String code, LocalDate day) {
        return whole(code, day, "months");
    }

    public int years(String code, LocalDate day) {
        return whole(code, day, "years");
    }

    public int count(String code, LocalDate day) {
        return whole(code, day, "count");
    }

    public BigDecimal euros(String code, LocalDate day) {
        return number(code, day, "eur");
    }

    public String text(String code, LocalDate day) {
        var parameter = get(code, day);
        if (parameter.valueText() == null) {
            throw new IllegalStateException("legal parameter %s is not a text".formatted(code));
        }
        return parameter.valueText();
    }

    /** A term of days, months or years as a calendar period, whichever unit the law in force on the day uses. */
    public Period period(String code, LocalDate day) {
        var unit = get(code, day).unit();
        var value = whole(code, day, unit);
        return switch (unit) {
            case "days" -> Period.ofDays(value);
            case "months" -> Period.ofMonths(value);
            case "years" -> Period.ofYears(value);
            default -> throw new IllegalStateException("legal parameter %s is no calendar term".formatted(code));
        };
    }

    public Duration duration(String code, LocalDate day) {
        return Duration.ofHours(hours(code, day));
    }

    private int whole(String code, LocalDate day, String unit) {
        return number(code, day, unit).intValueExact();
    }

    private BigDecimal number(String code, LocalDate day, String unit) {
        var parameter = get(code, day);
        if (parameter.value() == null || !parameter.unit().equals(unit)) {
            throw new IllegalStateException(
                    "legal parameter %s is in %s, not in %s".formatted(code, parameter.unit(), unit));
        }
        return parameter.value();
    }
}
