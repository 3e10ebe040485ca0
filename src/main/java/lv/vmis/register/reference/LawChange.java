package lv.vmis.register.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Another value of a legal parameter, from a day on; what it says, its unit and its place stay. */
public record LawChange(
        String code,
        @Nullable BigDecimal value,
        @Nullable String valueText,
        LocalDate validFrom,
        String source,
        String certainty)
        implements Amendment {

    /** The value as shown in a list. */
    public String shown() {
        return value == null
                ? String.valueOf(valueText)
                : value.stripTrailingZeros().toPlainString();
    }

    /** Whether nothing would change. */
    public boolean isSameAs(LegalParameter row) {
        return shown().equals(row.shown());
    }

    /** The rows as they are once the change is approved: the version in force on its first day ends the day before. */
    List<LegalParameter> in(List<LegalParameter> rows) {
        return rows.stream()
                .flatMap(row -> isEndedBy(row) ? Stream.of(ended(row), following(row)) : Stream.of(row))
                .toList();
    }

    private boolean isEndedBy(LegalParameter row) {
        return row.code().equals(code) && row.validFrom().isBefore(validFrom) && row.isInForce(validFrom);
    }

    private LegalParameter ended(LegalParameter row) {
        return version(
                row,
                row.value(),
                row.valueText(),
                row.validFrom(),
                validFrom.minusDays(1),
                row.certainty(),
                row.source());
    }

    private LegalParameter following(LegalParameter row) {
        return version(row, value, valueText, validFrom, row.validTo(), certainty, source);
    }

    private static LegalParameter version(
            LegalParameter row,
            @Nullable BigDecimal value,
            @Nullable String valueText,
            LocalDate from,
            @Nullable LocalDate to,
            String certainty,
            String source) {
        return new LegalParameter(
                row.code(),
                value,
                valueText,
                row.unit(),
                row.textLv(),
                row.textEn(),
                row.law(),
                row.lawEn(),
                row.sort(),
                from,
                to,
                certainty,
                source);
    }
}
