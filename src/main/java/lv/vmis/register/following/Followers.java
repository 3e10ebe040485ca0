package lv.vmis.register.following;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Followers that have to be looked at. */
@Component
class Followers {

    private final JdbcClient jdbc;

    Followers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever follows one of these records, or did when it was last looked at. */
    List<UUID> of(Collection<UUID> records) {
        return jdbc.sql(OF)
                .param("records", records.toArray(UUID[]::new))
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Has it looked at again soon. */
    void again(UUID followed) {
        jdbc.sql(AGAIN).param("id", followed).update();
    }

    List<UUID> notSeenOn(LocalDate day, int most) {
        return jdbc.sql(NOT_SEEN)
                .param("day", day)
                .param("most", most)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    static final String OF = """
            with one (id) as (
                select m.id from person p join person m on m.head_id = p.head_id where p.id = any(:records)
                union
                select unnest(cast(:records as uuid[]))
            )
            select f.id
              from document d
              join followed f on f.number_key = d.number_key and f.ended_at is null
             where d.person_id in (select id from one)
            union
            select f.id
              from followed f
             where f.ended_at is null and f.persons && array(select id from one)
            """;

    static final String AGAIN = """
            update followed set seen_on = date '-infinity' where id = :id
            """;

    static final String NOT_SEEN = """
            select id from followed where ended_at is null and seen_on < :day and until >= :day order by seen_on, id limit :most
            """;
}
