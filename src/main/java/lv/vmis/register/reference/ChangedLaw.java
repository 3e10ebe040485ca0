package lv.vmis.register.reference;

import java.sql.Types;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions of legal parameters as stored: one ends and another follows, which the database refuses without approval. */
@Component
public class ChangedLaw {

    /** The version that a change ends: nobody else ends it before this transaction does. */
    public record Ending(
            String code, LocalDate validFrom, @Nullable LocalDate validTo) {}

    private final JdbcClient jdbc;
    private final ReferenceData data;

    ChangedLaw(JdbcClient jdbc, ReferenceData data) {
        this.jdbc = jdbc;
        this.data = data;
    }

    /** Nothing when no version that began before is in force on the first day of the change. */
    public Optional<Ending> locked(LawChange change) {
        return jdbc.sql(LOCK)
                .param("code", change.code())
                .param("from", change.validFrom())
                .query(Ending.class)
                .optional();
    }

    public void apply(LawChange change, Ending ending) {
        jdbc.sql(END)
                .param("code", ending.code())
                .param("begun", ending.validFrom())
                .param("last", change.validFrom().minusDays(1))
                .update();
        jdbc.sql(FOLLOW)
                .param("code", ending.code())
                .param("begun", ending.validFrom())
                .param("value", change.value(), Types.NUMERIC)
                .param("value_text", change.valueText(), Types.VARCHAR)
                .param("from", change.validFrom())
                .param("to", ending.validTo(), Types.DATE)
                .param("certainty", change.certainty())
                .param("source", change.source())
                .update();
        data.changed();
    }

    static final String LOCK = """
            select code, valid_from, valid_to
              from legal_parameter
             where code = :code and valid_from < :from and (valid_to is null or valid_to >= :from)
               for update
            """;

    static final String END = """
            update legal_parameter
               set valid_to = :last
             where code = :code and valid_from = :begun
            """;

    static final String FOLLOW = """
            insert into legal_parameter (code, value, value_text, unit, text_lv, text_en, law, law_en, sort, valid_from, valid_to,
                                         certainty, source)
            select code, :value, :value_text, unit, text_lv, text_en, law, law_en, sort, :from, :to, :certainty, :source
              from legal_parameter
             where code = :code and valid_from = :begun
            """;
}
