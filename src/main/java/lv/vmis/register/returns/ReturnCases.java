package lv.vmis.register.returns;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Return cases, their findings and handings over, as stored. */
@Component
public class ReturnCases {

    private final JdbcClient jdbc;

    ReturnCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<ReturnCase> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Rows.of(ReturnCase.class)).optional();
    }

    /** The cases, of all records of the person, in which the return is still open, the newest first. */
    public List<ReturnCase> openOf(PersonId person) {
        return jdbc.sql(OPEN_OF)
                .param("person", person.value())
                .query(Rows.of(ReturnCase.class))
                .list();
    }

    public List<Finding> findings(UUID caseId) {
        return jdbc.sql(FINDINGS)
                .param("case", caseId)
                .query(Rows.of(Finding.class))
                .list();
    }

    /** The official's latest finding: the next is often at the same place. */
    Optional<Finding> lastFinding(Actor by) {
        return jdbc.sql(LAST_FINDING)
                .param("official", by.account())
                .query(Rows.of(Finding.class))
                .optional();
    }

    boolean hasDecision(UUID caseId) {
        return jdbc.sql(HAS_DECISION).param("case", caseId).query(Boolean.class).single();
    }

    /** Opens a case with the next number of the year. */
    public UUID open(PersonId person, @Nullable UUID group, LocalDate day, Actor by) {
        var id = Ids.next();
        var next = jdbc.sql(NEXT_NUMBER)
                .param("year", day.getYear())
                .query(Integer.class)
                .single();
        jdbc.sql(OPEN)
                .param("id", id)
                .param("number", "L-%d-%06d".formatted(day.getYear(), next))
                .param("person", person.value())
                .param("group", group)
                .param("day", day)
                .param("by", by.account())
                .param("institution", by.institution())
                .param("unit", by.unit())
                .update();
        return id;
    }

    /** The mark that the case shares with those found together; given to it now if it has none yet. */
    @Nullable
    UUID groupOf(UUID caseId) {
        return jdbc.sql(GROUP)
                .param("case", caseId)
                .param("fresh", Ids.next())
                .query((row, _) -> row.getObject("group_id", UUID.class))
                .optional()
                .orElse(null);
    }

    void add(UUID caseId, PersonId person, EnterFinding.Facts facts, Actor by, Instant now) {
        jdbc.sql(ADD_FINDING)
                .param("id", Ids.next())
                .param("case", caseId)
                .param("person", person.value())
                .param("found_on", facts.foundOn())
                .param("place_kind", facts.placeKind())
                .param("crossing_point", facts.crossingPoint())
                .param("place", facts.place())
                .param("circumstances", facts.circumstances())
                .param("legal_basis", facts.legalBasis())
                .param("unit", by.unit())
                .param("official", by.account())
                .param("at", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }

    /** Moves the competence; false when somebody changed the case meanwhile. */
    boolean handOver(ReturnCase seen, String to, String reason, Actor by, Instant now) {
        var moved = jdbc.sql(MOVE)
                .param("id", seen.id())
                .param("version", seen.version())
                .param("to", to)
                .param("at", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
        if (moved == 0) {
            return false;
        }
        jdbc.sql(ADD_HANDOVER)
                .param("id", Ids.next())
                .param("case", seen.id())
                .param("from", seen.competent())
                .param("to", to)
                .param("reason", reason)
                .param("at", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .param("by", by.account())
                .update();
        return true;
    }

    static final String FIND = """
            select id, number, person_id, group_id, opened_on, institution, unit, competent, version
              from return_case
             where id = :id
            """;

    static final String OPEN_OF = """
            select id, number, person_id, group_id, opened_on, institution, unit, competent, version
              from return_case
             where person_id in (select * from records_of(:person)) and next_step is not null
             order by opened_on desc, id desc
            """;

    static final String FINDINGS = """
            select id, case_id, found_on, place_kind, crossing_point, place, circumstances, legal_basis, unit, official,
                   noted_at
              from finding
             where case_id = :case
             order by found_on, noted_at
            """;

    static final String LAST_FINDING = """
            select id, case_id, found_on, place_kind, crossing_point, place, circumstances, legal_basis, unit, official,
                   noted_at
              from finding
             where official = :official
             order by noted_at desc
             limit 1
            """;

    static final String HAS_DECISION = """
            select exists (select 1 from decision where case_id = :case)
            """;

    static final String NEXT_NUMBER = """
            insert into case_counter (year, last)
            values (:year, 1)
            on conflict (year) do update
               set last = case_counter.last + 1
            returning last
            """;

    static final String OPEN = """
            insert into return_case (id, number, person_id, group_id, opened_on, opened_by, institution, unit, competent)
            values (:id, :number, :person, :group, :day, :by, :institution, :unit, :institution)
            """;

    static final String GROUP = """
            update return_case
               set group_id = coalesce(group_id, :fresh)
             where id = :case
            returning group_id
            """;

    static final String ADD_FINDING = """
            insert into finding (id, case_id, person_id, found_on, place_kind, crossing_point, place, circumstances,
                                 legal_basis, unit, official, noted_at)
            values (:id, :case, :person, :found_on, :place_kind, :crossing_point, :place, :circumstances, :legal_basis,
                    :unit, :official, :at)
            """;

    static final String MOVE = """
            update return_case
               set competent = :to, handed_at = case when institution <> :to then cast(:at as timestamptz) end, version = version + 1
             where id = :id and version = :version
            """;

    static final String ADD_HANDOVER = """
            insert into handover (id, case_id, from_institution, to_institution, reason, handed_at, handed_by)
            values (:id, :case, :from, :to, :reason, :at, :by)
            """;
}
