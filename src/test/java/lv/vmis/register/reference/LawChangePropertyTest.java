package lv.vmis.register.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Any course of changes: every day has one value, and a day before a change keeps the one it had. */
class LawChangePropertyTest {

    private static final LocalDate BEGIN = LocalDate.of(2020, 1, 1);
    private static final int DAYS = 400;

    @Property(tries = 500)
    void old_days_keep_their_value(@ForAll("courses") List<LawChange> course) {
        var rows = List.of(
                row("a", BEGIN, BEGIN.plusDays(199)), row("a", BEGIN.plusDays(200), null), row("b", BEGIN, null));
        for (var change : course) {
            var after = change.in(rows);
            var end = rows.stream()
                    .filter(row -> row.code().equals("a") && row.isInForce(change.validFrom()))
                    .findFirst()
                    .map(LegalParameter::validTo)
                    .orElse(null);
            var begins = rows.stream()
                    .anyMatch(row -> row.code().equals("a") && row.validFrom().equals(change.validFrom()));
            for (int i = 0; i < DAYS; i++) {
                var day = BEGIN.plusDays(i);
                var isNew = !begins && !day.isBefore(change.validFrom()) && (end == null || !day.isAfter(end));
                assertThat(values(after, "a", day))
                        .as("%s after %s", day, change)
                        .isEqualTo(isNew ? List.of(String.valueOf(change.value())) : values(rows, "a", day));
                assertThat(values(after, "b", day)).isEqualTo(values(rows, "b", day));
            }
            rows = after;
        }
    }

    private static List<String> values(List<LegalParameter> rows, String code, LocalDate day) {
        var values = new ArrayList<String>();
        rows.stream()
                .filter(row -> row.code().equals(code) && row.isInForce(day))
                .forEach(row -> values.add(String.valueOf(row.value())));
        assertThat(values).hasSize(1);
        return values;
    }

    @Provide
    Arbitrary<List<LawChange>> courses() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 500),
                        Arbitraries.integers().between(0, DAYS - 1))
                .as((value, day) ->
                        new LawChange("a", BigDecimal.valueOf(value), null, BEGIN.plusDays(day), "Law", "open"))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    private static LegalParameter row(String code, LocalDate from, @Nullable LocalDate to) {
        return new LegalParameter(
                code, BigDecimal.TEN, null, "days", "Termiņš", "Term", "Likums", "Law", 1, from, to, "open", "Law");
    }
}
