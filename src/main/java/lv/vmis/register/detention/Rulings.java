package lv.vmis.register.detention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.kernel.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rulings of judges on a detention that were entered by mistake, as stored. */
@Component
class Rulings {

    private final JdbcClient jdbc;

    Rulings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The ruling by which somebody is held longest, and who entered it. */
    record Last(UUID id, UUID enteredBy) {}

    Optional<Last> last(UUID detention) {
        return jdbc.sql(LAST)
                .param("detention", detention)
                .query(Rows.of(Last.class))
                .optional();
    }

    /** Those that were withdrawn, the latest first. */
    List<WithdrawnRuling> withdrawn(UUID detention) {
        return jdbc.sql(WITHDRAWN)
                .param("detention", detention)
                .query(Rows.of(WithdrawnRuling.class))
                .list();
    }

    /** Keeps the ruling as it was and takes it away; false when somebody changed the detention meanwhile. */
    boolean withdraw(Last ruling, UUID detention, int version, String reason, Actor by, Instant now) {
        if (jdbc.sql(CHANGES).param("id", detention).param("version", version).update() == 0) {
            return false;
        }
        jdbc.sql(KEEP)
                .param("id", ruling.id())
                .param("reason", reason)
                .param("by", by.account())
                .param("unit", by.unit())
                .param("now", Detentions.utc(now))
                .update();
        jdbc.sql(REMOVE).param("id", ruling.id()).update();
        return true;
    }

    /** Nobody was released before the day on which a judge ruled that he is held. */
    static Optional<Refusal> notBefore(Instant released, List<DetentionTitle> titles) {
        return titles.stream()
                .map(DetentionTitle::decidedOn)
                .filter(Objects::nonNull)
                .filter(Moments.day(released)::isBefore)
                .max(LocalDate::compareTo)
                .map(ruled -> Refusal.at("releasedOn", DetentionRefusal.BEFORE_RULING, LatvianDates.numeric(ruled)));
    }

    static final String LAST = """
            select id, entered_by
              from detention_title
             where detention_id = :detention and kind <> 'VRS'
             order by until_at desc
             limit 1
            """;

    static final String WITHDRAWN = """
            select w.kind, w.until_at, w.court, w.number, w.decided_on, w.reason, coalesce(a.name, '–') as withdrawn_by,
                   w.withdrawn_at
              from withdrawn_ruling w
              left join account a on a.id = w.withdrawn_by
             where w.detention_id = :detention
             order by w.withdrawn_at desc, w.id
            """;

    static final String CHANGES = """
            update detention
               set version = version + 1
             where id = :id and version = :version
            """;

    static final String KEEP = """
            insert into withdrawn_ruling (id, detention_id, person_id, kind, until_at, court, number, decided_on, submitted_at,
                                          submitted_to, submitted_by, submission_noted_at, entered_by, entered_at, reason,
                                          withdrawn_by, withdrawn_unit, withdrawn_at)
            select id, detention_id, person_id, kind, until_at, court, number, decided_on, submitted_at, submitted_to, submitted_by,
                   submission_noted_at, entered_by, entered_at, :reason, :by, :unit, :now
              from detention_title
             where id = :id
            """;

    static final String REMOVE = """
            delete from detention_title
             where id = :id
            """;
}
