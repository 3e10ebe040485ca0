package lv.vmis.register.sis;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What officials add to alerts: that they are kept longer, and particulars. Both are added to and never changed. */
@Component
class Reviews {

    private final JdbcClient jdbc;
    private final Clock clock;

    Reviews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(UUID alert, PersonId head, LocalDate from, LocalDate until, String reasons, Actor by) {
        jdbc.sql(ADD)
                .param("id", Ids.next())
                .param("alert", alert)
                .param("person", head.value())
                .param("from", from)
                .param("until", until)
                .param("reasons", reasons)
                .param("by", by.account())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void add(NoteParticulars.Input in, PersonId head, Actor by) {
        jdbc.sql(ADD_PARTICULARS)
                .param("id", Ids.next())
                .param("person", head.value())
                .param("place", in.seen() + 1)
                .param("assessment", in.assessment())
                .param("threat", in.threat())
                .param("offence", in.offence(), Types.VARCHAR)
                .param("family", in.familyMember())
                .param("fingerprints", in.fingerprints(), Types.VARCHAR)
                .param("links", in.links(), Types.VARCHAR)
                .param("by", by.account())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    static final String ADD = """
            insert into alert_review (id, alert_id, person_id, from_on, until_on, reasons, decided_by, decided_at)
            values (:id, :alert, :person, :from, :until, :reasons, :by, :now)
            """;

    static final String ADD_PARTICULARS = """
            insert into alert_particulars (id, person_id, place, assessment, threat, offence, family_member, fingerprints, links,
                                           entered_by, entered_at)
            values (:id, :person, :place, :assessment, :threat, :offence, :family, :fingerprints, :links, :by, :now)
            """;
}
