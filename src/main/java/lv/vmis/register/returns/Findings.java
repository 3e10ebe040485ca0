package lv.vmis.register.returns;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Findings one by one, and what they said before they were corrected, as stored. */
@Component
class Findings {

    private final JdbcClient jdbc;

    Findings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param decided whether a decision of the case is signed; @param heldOn the first day somebody was held in it */
    record ToCorrect(
            UUID id,
            UUID caseId,
            PersonId personId,
            String institution,
            LocalDate foundOn,
            String placeKind,
            @Nullable String crossingPoint,
            String place,
            String circumstances,
            String legalBasis,
            int version,
            boolean decided,
            @Nullable LocalDate heldOn) {

        EnterFinding.Facts facts() {
            return new EnterFinding.Facts(foundOn, placeKind, crossingPoint, place, circumstances, legalBasis);
        }
    }

    Optional<ToCorrect> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Rows.of(ToCorrect.class)).optional();
    }

    /** The latest first. */
    List<PastFinding> past(UUID caseId) {
        return jdbc.sql(PAST)
                .param("case", caseId)
                .query(Rows.of(PastFinding.class))
                .list();
    }

    void correct(UUID id, EnterFinding.Facts facts, String reason, Actor by, Instant now) {
        jdbc.sql(KEEP_PAST)
                .param("id", id)
                .param("reason", reason)
                .param("by", by.account())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql(CORRECT)
                .param("id", id)
                .param("found_on", facts.foundOn())
                .param("place_kind", facts.placeKind())
                .param("crossing_point", facts.crossingPoint(), Types.VARCHAR)
                .param("place", facts.place())
                .param("circumstances", facts.circumstances())
                .param("legal_basis", facts.legalBasis())
                .update();
    }

    static final String FIND = """
            select f.id, f.case_id, f.person_id, c.institution, f.found_on, f.place_kind, f.crossing_point, f.place,
                   f.circumstances, f.legal_basis, f.version,
                   exists (select 1 from decision d where d.case_id = f.case_id and d.signed_at is not null) as decided,
                   (select min((h.detained_at at time zone 'Europe/Riga')::date) from detention h where h.case_id = f.case_id)
                       as held_on
              from finding f
              join return_case c on c.id = f.case_id
             where f.id = :id
            """;

    static final String PAST = """
            select p.finding_id, p.found_on, p.place, p.circumstances, p.reason, coalesce(a.name, '–') as corrected_by,
                   p.corrected_at
              from finding f
              join finding_past p on p.finding_id = f.id
              left join account a on a.id = p.corrected_by
             where f.case_id = :case
             order by p.corrected_at desc
            """;

    static final String KEEP_PAST = """
            insert into finding_past (finding_id, version, person_id, found_on, place_kind, crossing_point, place, circumstances,
                                      legal_basis, reason, corrected_by, corrected_at)
            select id, version, person_id, found_on, place_kind, crossing_point, place, circumstances, legal_basis, :reason,
                   :by, :now
              from finding
             where id = :id
            """;

    static final String CORRECT = """
            update finding
               set found_on = :found_on, place_kind = :place_kind, crossing_point = :crossing_point, place = :place,
                   circumstances = :circumstances, legal_basis = :legal_basis, version = version + 1
             where id = :id
            """;
}
