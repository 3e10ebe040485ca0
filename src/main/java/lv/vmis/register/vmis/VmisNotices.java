package lv.vmis.register.vmis;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Rows;
import lv.vmis.register.reading.DocumentNumbers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What VMIS and the border system told, as stored. */
@Component
class VmisNotices {

    private final JdbcClient jdbc;

    VmisNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param lookUp what it answers; nothing when VMIS tells by itself */
    void add(PersonId person, @Nullable UUID lookUp, VmisStanding standing, Instant now) {
        jdbc.sql(ADD)
                .param("id", Ids.next())
                .param("person", person.value())
                .param("lookup", lookUp, Types.OTHER)
                .param("subject", standing.subject())
                .param("status", standing.status())
                .param("number", standing.number(), Types.VARCHAR)
                .param("from", standing.validFrom(), Types.DATE)
                .param("to", standing.validTo(), Types.DATE)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** All that VMIS told of the person, the latest first. */
    List<VmisNotice> of(PersonId person) {
        return jdbc.sql(OF_PERSON)
                .param("person", person.value())
                .query(Rows.of(VmisNotice.class))
                .list();
    }

    Optional<PersonId> numbered(long number) {
        return jdbc.sql(NUMBERED)
                .param("number", number)
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    /** Who has a document of this number and was born on that day; several, or nobody, is nobody. */
    Optional<PersonId> holder(String number, LocalDate born) {
        var found = jdbc.sql(HOLDER)
                .param("number_key", DocumentNumbers.key(number))
                .param("born", born.toString())
                .query(UUID.class)
                .list();
        return found.size() == 1 ? Optional.of(new PersonId(found.getFirst())) : Optional.empty();
    }

    /** The served decisions of that day and before under which the person has to leave and has not. */
    List<UUID> openDecisions(PersonId person, LocalDate leftOn) {
        return jdbc.sql(OPEN_DECISIONS)
                .param("person", person.value())
                .param("left", leftOn)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    boolean isCrossingPoint(String code) {
        return jdbc.sql(CROSSING_POINT).param("code", code).query(Boolean.class).single();
    }

    void add(PersonId person, UUID decision, BorderWords.Exit exit, Instant now) {
        jdbc.sql(ADD_EXIT)
                .param("id", Ids.next())
                .param("person", person.value())
                .param("decision", decision)
                .param("left", exit.leftOn())
                .param("point", exit.crossingPoint())
                .param("document", exit.document(), Types.VARCHAR)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    static final String ADD = """
            insert into vmis_notice (id, person_id, lookup_id, subject, status, number, valid_from, valid_to, told_at)
            values (:id, :person, :lookup, :subject, :status, :number, :from, :to, :now)
            """;

    static final String OF_PERSON = """
            select n.id, n.lookup_id, n.subject, n.status, n.number, n.valid_from, n.valid_to, n.told_at
              from vmis_notice n
             where n.person_id in (select * from records_of(:person))
             order by n.told_at desc, n.id
            """;

    static final String NUMBERED = """
            select id from person where number = :number
            """;

    static final String HOLDER = """
            select distinct p.head_id
              from document d
              join person p on p.id = d.person_id
             where d.number_key = :number_key
               and exists (select 1
                             from identity i
                             join person r on r.id = i.person_id
                            where r.head_id = p.head_id and i.birth_date = :born)
            """;

    static final String OPEN_DECISIONS = """
            select d.id
              from decision d
             where d.person_id in (select * from records_of(:person)) and d.open and d.served_on is not null
               and d.decided_on <= :left
             order by d.signed_at desc
            """;

    static final String CROSSING_POINT = """
            select exists (select 1 from border_crossing_point where code = :code)
            """;

    static final String ADD_EXIT = """
            insert into exit_notice (id, person_id, decision_id, left_on, crossing_point, document, told_at)
            values (:id, :person, :decision, :left, :point, :document, :now)
            """;
}
