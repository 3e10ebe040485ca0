package lv.vmis.register.reference;

import java.sql.Types;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions of legal parameters and of grounds as stored: one ends and another follows, which the database refuses without approval. */
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
    public Optional<Ending> locked(Amendment change) {
        var lock = switch (change) {
            case LawChange _ -> LOCK;
            case GroundChange _ -> LOCK_GROUND;
        };
        return jdbc.sql(lock)
                .param("code", change.code())
                .param("from", change.validFrom())
                .query(Ending.class)
                .optional();
    }

    /** Whether the code of a ground to be added is in force on its first day or later. */
    public boolean isTaken(Amendment change) {
        return jdbc.sql(TAKEN)
                .param("code", change.code())
                .param("from", change.validFrom())
                .query(Boolean.class)
                .single();
    }

    /** @param ending nothing for a ground that is added */
    public void apply(Amendment change, @Nullable Ending ending) {
        switch (change) {
            case LawChange value -> {
                var ended = Objects.requireNonNull(ending);
                end(END, ended, change.validFrom());
                follow(value, ended);
            }
            case GroundChange ground -> {
                if (ending != null) {
                    end(END_GROUND, ending, change.validFrom());
                }
                if (ground.ground() != null) {
                    follow(ground, ground.ground(), ending);
                }
            }
        }
        data.changed();
    }

    private void end(String statement, Ending ending, LocalDate next) {
        jdbc.sql(statement)
                .param("code", ending.code())
                .param("begun", ending.validFrom())
                .param("last", next.minusDays(1))
                .update();
    }

    private void follow(LawChange change, Ending ending) {
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
    }

    private void follow(GroundChange change, Ground ground, @Nullable Ending ending) {
        jdbc.sql(FOLLOW_GROUND)
                .param("code", change.code())
                .param("law", ground.law())
                .param("section", ground.section())
                .param("paragraph", ground.paragraph(), Types.VARCHAR)
                .param("clause", ground.clause(), Types.VARCHAR)
                .param("citation_lv", ground.citationLv())
                .param("citation_en", ground.citationEn())
                .param("text_lv", ground.textLv())
                .param("text_en", ground.textEn())
                .param("authority", ground.decidingAuthority(), Types.VARCHAR)
                .param("use", ground.use())
                .param("sis_basis", ground.sisBasis(), Types.VARCHAR)
                .param("ban_limit", ground.banLimit(), Types.VARCHAR)
                .param("begun", ending == null ? null : ending.validFrom(), Types.DATE)
                .param("step", GroundChange.STEP)
                .param("from", change.validFrom())
                .param("to", ending == null ? null : ending.validTo(), Types.DATE)
                .param("certainty", change.certainty())
                .param("source", change.source())
                .update();
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

    static final String LOCK_GROUND = """
            select code, valid_from, valid_to
              from legal_basis
             where code = :code and valid_from < :from and (valid_to is null or valid_to >= :from)
               for update
            """;

    static final String TAKEN = """
            select exists (select 1 from legal_basis where code = :code and (valid_to is null or valid_to >= :from))
            """;

    static final String END_GROUND = """
            update legal_basis
               set valid_to = :last
             where code = :code and valid_from = :begun
            """;

    /** A version keeps the place of the one before; what is added comes last. */
    static final String FOLLOW_GROUND = """
            insert into legal_basis (code, law, section, paragraph, clause, citation_lv, citation_en, text_lv, text_en,
                                     deciding_authority, use, sis_basis, ban_limit, sort, valid_from, valid_to, certainty, source)
            select :code, :law, :section, :paragraph, :clause, :citation_lv, :citation_en, :text_lv, :text_en, :authority, :use,
                   :sis_basis, :ban_limit,
                   coalesce((select sort from legal_basis where code = :code and valid_from = :begun),
                            (select max(sort) + :step from legal_basis)),
                   :from, :to, :certainty, :source
            """;
}
