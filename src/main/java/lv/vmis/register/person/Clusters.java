package lv.vmis.register.person;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which records are one person. Joining and parting change the heads of records, and nothing else of them. */
@Component
public class Clusters {

    private final JdbcClient jdbc;

    Clusters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All records of the person that a record is of, the oldest first; none when there is no such record. */
    public List<PersonId> records(PersonId person) {
        return jdbc.sql(RECORDS)
                .param("person", person.value())
                .query((row, _) -> new PersonId(row.getObject("id", UUID.class)))
                .list();
    }

    /** As {@link #records}, as the register said at a moment; their numbers, the oldest first. */
    public SequencedMap<PersonId, Long> recordsKnownAt(PersonId person, Instant moment) {
        var records = new LinkedHashMap<PersonId, Long>();
        jdbc.sql(RECORDS_KNOWN_AT)
                .param("person", person.value())
                .param("at", Persons.utc(moment))
                .query(row -> {
                    records.put(new PersonId(row.getObject("id", UUID.class)), row.getLong("number"));
                });
        return records;
    }

    /** From now on the head of the member's records is the other. */
    public void join(PersonId head, PersonId member) {
        jdbc.sql(JOIN)
                .param("head", head.value())
                .param("member", member.value())
                .update();
    }

    /** From now on the member is the head of itself and of those that are joined below it. */
    public void part(PersonId member) {
        jdbc.sql(PART).param("member", member.value()).update();
    }

    static final String RECORDS = """
            select m.id
              from person m
             where m.id in (select * from records_of(:person))
             order by m.number
            """;

    static final String RECORDS_KNOWN_AT = """
            select m.id, m.number
              from person m
             where m.id in (select * from records_known_at(:person, :at))
             order by m.number
            """;

    static final String JOIN = """
            update person
               set head_id = :head
             where head_id = :member
            """;

    static final String PART = """
            with recursive below (id) as (
                select cast(:member as uuid)
                union
                select l.member_id
                  from below
                  join person_link l on l.head_id = below.id and l.answer = 'APPROVED' and l.undone_at is null)
            update person
               set head_id = :member
             where id in (select id from below)
            """;
}
