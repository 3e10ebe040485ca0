package lv.vmis.register.reference;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Deadlines, terms and limits set by law. The value in force on the day of the event applies, so every question names that
 * day. Asking for a value that is missing, or in another unit, is a mistake in the program or its data and throws.
 */
@Component
public class LegalParameters {

    private final ReferenceData data;

    LegalParameters(ReferenceData data) {
        this.data = data;
    }

    public Optional<LegalParameter> find(String code, LocalDate day) {
        return data.now().legalParameters().stream()
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
