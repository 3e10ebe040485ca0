package lv.vmis.register.law;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.kernel.Rows;
import lv.vmis.register.reference.Law;
import lv.vmis.register.reference.LawChange;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What must hold of the value of a legal parameter before it is proposed, and again before it is approved. */
@Component
class ValueRules {

    private final JdbcClient jdbc;
    private final Law law;

    ValueRules(JdbcClient jdbc, Law law) {
        this.jdbc = jdbc;
        this.law = law;
    }

    /** @param measure the bound, the value of the other parameter, or the word nobody knows */
    record Mistake(
            @Nullable String mistake,
            @Nullable String measure,
            @Nullable String other) {}

    List<Refusal> mistakes(LawChange change) {
        var found = jdbc.sql(MISTAKE)
                .param("code", change.code())
                .param("value", change.value(), Types.NUMERIC)
                .param("text", change.valueText(), Types.VARCHAR)
                .param("from", change.validFrom())
                .query(Rows.of(Mistake.class))
                .single();
        return found.mistake() == null
                ? List.of()
                : List.of(refusal(found.mistake(), String.valueOf(found.measure()), found.other(), change.validFrom()));
    }

    private Refusal refusal(String mistake, String measure, @Nullable String other, LocalDate day) {
        return switch (mistake) {
            case "TOO_SMALL" -> Refusal.at("value", LawRefusal.VALUE_TOO_SMALL, measure);
            case "TOO_LARGE" -> Refusal.at("value", LawRefusal.VALUE_TOO_LARGE, measure);
            case "ABOVE_OTHER" -> Refusal.at("value", LawRefusal.VALUE_ABOVE_OTHER, named(other, day));
            case "BELOW_OTHER" -> Refusal.at("value", LawRefusal.VALUE_BELOW_OTHER, named(other, day));
            default -> Refusal.at("value", LawRefusal.CODE_UNKNOWN, measure);
        };
    }

    private Object named(@Nullable String other, LocalDate day) {
        return Optional.ofNullable(other)
                .flatMap(code -> law.parameters().find(code, day))
                .map(row -> (Object) row.said())
                .orElse(String.valueOf(other));
    }

    static final String MISTAKE = """
            select mistake, measure, other
              from law_value_mistake(:code, :value, :text, :from)
            """;
}
