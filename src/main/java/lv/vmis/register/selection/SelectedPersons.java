package lv.vmis.register.selection;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.ban.BanState;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Rows;
import lv.vmis.register.reference.LegalParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The persons that meet the conditions of a selection: who they are in order, then what a list shows of them. */
@Component
class SelectedPersons {

    private final JdbcClient jdbc;
    private final LegalParameters parameters;
    private final Clock clock;

    SelectedPersons(JdbcClient jdbc, LegalParameters parameters, Clock clock) {
        this.jdbc = jdbc;
        this.parameters = parameters;
        this.clock = clock;
    }

    /** The persons in the order of the selection, those after a person when one is given. */
    List<PersonId> find(Selection selection, @Nullable UUID after, int most) {
        var today = LocalDate.now(clock);
        var asked = SelectionSql.of(selection, today, parameters.count("likeness.reopen", today), after != null);
        var statement = SELECTED + asked.text() + LIMIT;
        return jdbc.sql(statement)
                .params(asked.values())
                .param("after", after, Types.OTHER)
                .param("most", most)
                .query((row, _) -> new PersonId(row.getObject("id", UUID.class)))
                .list();
    }

    /**
     * What a list shows of these persons, in their order.
     *
     * @param isNamed whether it may say who they are
     */
    List<SelectedRow> rows(Collection<PersonId> persons, boolean isNamed) {
        return jdbc.sql(ROWS)
                .param("persons", persons.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("named", isNamed)
                .param("day", LocalDate.now(clock))
                .query(Rows.of(SelectedRow.class))
                .list();
    }

    // Only those who speak for a person: whoever is joined to another is found by what is known of all their records.
    // Most do;
    // told so plainly, the planner would expect one in a million, and read everybody before it sorts a page of them.
    static final String SELECTED = """
            select p.id
              from person p
              join identity i on i.person_id = p.id and i.kind = 'PRIMARY'
             where case when p.head_id = p.id then true end
            """;

    private static final String LIMIT = """
             limit :most
            """;

    private static final String BANS_STRONGEST_FIRST = """
            (select b.territory, b.state, b.to_day
               from (select b.*,
            """ + BanState.CODE_IN_SQL + """
                            as state
                       from person m
                       join ban_clock b on b.person_id = m.id
                      where m.head_id = p.id) b
              order by array_position(array['IN_FORCE', 'PENDING', 'EXPIRED'], b.state), b.to_day desc nulls first, b.id) b
            """;

    static final String ROWS = """
            select p.id, case when :named then p.number end as number,
                   case when :named then i.family_name end as family_name,
                   case when :named then i.given_names end as given_names,
                   case when :named then i.birth_date end as birth_date,
                   extract(year from i.birth_earliest)::int as birth_year, i.sex,
                   coalesce((select string_agg(distinct n.country, ',' order by n.country)
                               from person m
                               join identity o on o.person_id = m.id and o.kind <> 'MISUSED'
                               join nationality n on n.identity_id = o.id
                              where m.head_id = p.id), '') as nationalities,
                   case when :named
                        then (select d.number from person m join document d on d.person_id = m.id
                               where m.head_id = p.id order by d.noted_at desc, d.id limit 1) end as document,
                   f.found_on, f.place_kind as found_place, f.unit as found_unit,
                   case when :named then d.number end as decision, d.kind as decision_kind, d.decided_on,
                   d.institution as decision_body,
                   lv.state as lv_state, lv.to_day as lv_to, sch.state as sch_state, sch.to_day as sch_to,
                   (select max(e.departed_on) from person m join departure e on e.person_id = m.id
                     where m.head_id = p.id) as departed_on,
                   case when :named
                        then (select string_agg(distinct w.warning, ',' order by w.warning)
                                from person m
                                join warning w on w.person_id = m.id
                               where m.head_id = p.id and w.valid_from <= :day
                                 and (w.valid_to is null or w.valid_to >= :day)) end as warnings,
                   p.entered_at, p.unit as entered_unit
              from unnest(cast(:persons as uuid[])) with ordinality as wanted (id, place)
              join person p on p.id = wanted.id
              join identity i on i.person_id = p.id and i.kind = 'PRIMARY'
              left join lateral (select f.found_on, f.place_kind, f.unit
                                   from person m join finding f on f.person_id = m.id
                                  where m.head_id = p.id order by f.found_on desc, f.noted_at desc limit 1) f on true
              left join lateral (select d.number, d.kind, d.decided_on, d.institution
                                   from person m join decision d on d.person_id = m.id
                                  where m.head_id = p.id and d.signed_at is not null
                                  order by d.signed_at desc limit 1) d on true
              left join lateral (select b.state, b.to_day from
            """ + BANS_STRONGEST_FIRST + """
                                  where b.territory = 'LV' limit 1) lv on true
              left join lateral (select b.state, b.to_day from
            """ + BANS_STRONGEST_FIRST + """
                                  where b.territory = 'SCH' limit 1) sch on true
             order by wanted.place
            """;
}
