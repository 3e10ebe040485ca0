package lv.vmis.register.contingency;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The persons of a list, each as one line that the database writes itself. All of a list are read by one statement, so they stood so
 * together, and are passed on as they come.
 */
@Component
class ListRows {

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;

    ListRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many were told of, and how many taken out. */
    record Told(int persons, int gone) {}

    /** Every act before this place of the journal is known to whoever reads from now on. */
    long horizon() {
        return jdbc.sql(HORIZON).query(Long.class).single();
    }

    Told whole(LocalDate day, Consumer<String> line) {
        return read(jdbc.sql(WHOLE).param("day", day), line);
    }

    /** Those whom an act since then was about: as they are now, or that they stand under another record now. */
    Told changed(long horizon, LocalDate day, Consumer<String> line) {
        return read(jdbc.sql(CHANGED).param("day", day).param("since", Long.toString(horizon)), line);
    }

    private static Told read(JdbcClient.StatementSpec query, Consumer<String> line) {
        var counted = new int[2];
        query.withFetchSize(AT_ONCE).query((RowCallbackHandler) row -> {
            counted[row.getBoolean("is_gone") ? 1 : 0]++;
            line.accept(row.getString("line"));
        });
        return new Told(counted[0], counted[1]);
    }

    static final String HORIZON = """
            select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as horizon
            """;

    // As check.Checks, check.ClearedHits and person.IndexRows read a person. A ban that has ended by the day can be no
    // reason later
    // either.
    static final String PERSON = """
            select false as is_gone, jsonb_build_object('person', jsonb_strip_nulls(jsonb_build_object(
                       'id', h.id, 'number', h.number,
                       'identities',
                       (select jsonb_agg(jsonb_build_object(
                                   'record', m.number, 'family', i.family_name, 'given', i.given_names,
                                   'patronymic', i.patronymic, 'original', i.original_name, 'latvian', i.latvian_name,
                                   'key', i.name_key, 'sex', i.sex, 'born', i.birth_date,
                                   'nationalities', array(select n.country from nationality n
                                                           where n.identity_id = i.id order by n.country))
                               order by m.id <> h.id, i.kind <> 'PRIMARY', i.noted_at)
                          from person m
                          join identity i on i.person_id = m.id
                         where m.head_id = h.id),
                       'papers',
                       (select jsonb_agg(jsonb_build_object(
                                   'record', m.number, 'number', d.number, 'key', d.number_key, 'issuer', d.issuer)
                               order by d.noted_at desc)
                          from person m
                          join document d on d.person_id = m.id
                         where m.head_id = h.id),
                       'bans',
                       (select jsonb_agg(jsonb_build_object(
                                   'territory', b.territory, 'from', b.from_day, 'until', b.to_day,
                                   'indefinite', b.term_months is null, 'decision', b.decision_number,
                                   'institution', b.institution, 'legalBasis', b.legal_basis, 'decidedOn', b.decided_on)
                               order by b.territory, b.from_day)
                          from person m
                          join ban_clock b on b.person_id = m.id
                         where m.head_id = h.id and (b.from_day is null or b.to_day is null or b.to_day >= :day)),
                       'open',
                       (select jsonb_agg(d.number order by d.signed_at)
                          from person m
                          join decision d on d.person_id = m.id
                         where m.head_id = h.id and d.signed_at is not null
                           and d.departed_on is null and d.cancelled_on is null and d.kind <> 'ENTRY_BAN'),
                       'alerts',
                       (select jsonb_agg(a.category order by a.category)
                          from person m
                          join alert a on a.person_id = m.id
                         where m.head_id = h.id and a.state = 'ENTERED'),
                       'cleared',
                       (select jsonb_agg(distinct encode(sha256(convert_to(
                                   concat_ws(chr(10), c.number_key, c.issuer, c.birth_date, c.name_key), 'UTF8')), 'hex'))
                          from person m
                          join cleared_hit c on c.person_id = m.id and c.undone_at is null
                         where m.head_id = h.id
                           and not exists (select 1 from person n join identity i on i.person_id = n.id
                                            where n.head_id = h.id and i.noted_at > c.cleared_at)
                           and not exists (select 1 from person n join document d on d.person_id = n.id
                                            where n.head_id = h.id and d.noted_at > c.cleared_at)
                           and not exists (select 1 from person n join person_link l on l.head_id = n.id
                                            where n.head_id = h.id and l.answer = 'APPROVED' and l.undone_at is null
                                              and l.decided_at > c.cleared_at)))))::text as line
              from person h
            """;

    static final String WHOLE = PERSON + """
             where h.head_id = h.id
            """;

    static final String CHANGED = PERSON + """
             where h.id in (select p.head_id
                              from entry e
                             cross join unnest(e.persons) as about (id)
                              join person p on p.id = about.id
                             where e.kind = 'act' and e.tx >= cast(:since as xid8))
            union all
            select true as is_gone, jsonb_build_object('gone', p.id)::text as line
              from person p
             where p.head_id <> p.id
               and p.id in (select about.id
                              from entry e
                             cross join unnest(e.persons) as about (id)
                             where e.kind = 'act' and e.tx >= cast(:since as xid8))
            """;
}
