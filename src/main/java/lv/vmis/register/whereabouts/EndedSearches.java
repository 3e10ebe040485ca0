package lv.vmis.register.whereabouts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.detention.Searches;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ends the searches for somebody who was found by being detained. */
@Component
class EndedSearches implements Searches {

    private final JdbcClient jdbc;
    private final Whereabouts whereabouts;
    private final Clock clock;

    EndedSearches(JdbcClient jdbc, Whereabouts whereabouts, Clock clock) {
        this.jdbc = jdbc;
        this.whereabouts = whereabouts;
        this.clock = clock;
    }

    /** The last note of a search that is not ended. */
    record Open(UUID caseId, UUID personId, int place, LocalDate onDay) {}

    @Override
    public List<UUID> found(PersonId person, LocalDate day, String how, Actor by) {
        var open = jdbc.sql(OPEN)
                .param("person", person.value())
                .query(Rows.of(Open.class))
                .list();
        for (var search : open) {
            // A detention entered late can be of a day before the last review: the search ended with that review then.
            var on = search.onDay().isAfter(day) ? search.onDay() : day;
            var note = new NoteWhereabouts.Input(search.caseId(), search.place(), SearchState.FOUND, on, how, null);
            whereabouts.add(note, new PersonId(search.personId()), by, clock.instant());
        }
        return open.stream().map(Open::caseId).toList();
    }

    static final String OPEN = """
            select w.case_id, w.person_id, w.place, w.on_day
              from whereabouts w
             where w.person_id in (select * from records_of(:person))
               and w.review_on is not null
               and not exists (select 1 from whereabouts n where n.case_id = w.case_id and n.place > w.place)
               and not exists (select 1 from departure e where e.case_id = w.case_id)
             order by w.case_id
            """;
}
