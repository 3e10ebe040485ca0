package lv.vmis.register.sis;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Rows;
import lv.vmis.register.reference.LegalParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits about alerts: where register and SIS differ and why, consultations and hits to be answered, reviews, and the figures. */
@Component
class AlertDesk {

    /** Of each list so many on the desk, and so many on a page of its own. */
    private static final int ON_DESK = 10;

    private static final int ON_PAGE = 50;

    private final JdbcClient jdbc;
    private final DifferingAlerts differing;
    private final Standings standings;
    private final LegalParameters parameters;
    private final Clock clock;

    AlertDesk(
            JdbcClient jdbc, DifferingAlerts differing, Standings standings, LegalParameters parameters, Clock clock) {
        this.jdbc = jdbc;
        this.differing = differing;
        this.standings = standings;
        this.parameters = parameters;
        this.clock = clock;
    }

    AlertBoard board() {
        return new AlertBoard(
                Arrays.stream(AlertList.values())
                        .map(list -> listed(list, null, ON_DESK))
                        .toList(),
                jdbc.sql(NOT_UNDERSTOOD)
                        .query((row, _) -> row.getInt("messages"))
                        .single(),
                differing.lastSweep().orElse(null));
    }

    /** A page of a list: what follows after a row. */
    AlertBoard.Listed page(AlertList list, @Nullable UUID after) {
        return listed(list, after, ON_PAGE);
    }

    private AlertBoard.Listed listed(AlertList list, @Nullable UUID after, int most) {
        if (list.side() != null) {
            var heads = differing.on(list.side(), after, most + 1);
            var shown = heads.stream()
                    .limit(most)
                    .map(head -> new AlertBoard.Difference(who(head), standings.of(head)))
                    .filter(row -> row.standing().mismatch() != null)
                    .toList();
            var next = heads.size() > most ? heads.get(most - 1).value() : null;
            return new AlertBoard.Listed(list, shown, List.of(), next);
        }
        var statement = sql(list);
        var rows = jdbc.sql(statement)
                .param("day", LocalDate.now(clock))
                .param("until", warning())
                .param("last", Objects.requireNonNullElse(after, DifferingAlerts.END))
                .param("most", most + 1)
                .query(Rows.of(AlertBoard.WaitingRow.class))
                .list();
        var shown = rows.stream().limit(most).toList();
        return new AlertBoard.Listed(
                list, List.of(), shown, rows.size() > most ? shown.getLast().id() : null);
    }

    private static String sql(AlertList list) {
        return switch (list) {
            case ASKED -> ASKED;
            case ASKING -> ASKING;
            case NOTICES -> NOTICES;
            case REVIEWS -> REVIEWS;
            case MISSING, SURPLUS, OTHER -> throw new IllegalArgumentException(list + " is kept beside the persons");
        };
    }

    /** Alerts to be reviewed until this day are shown (2018/1861 Art. 39(4)). */
    LocalDate warning() {
        var today = LocalDate.now(clock);
        return today.plusMonths(parameters.months("sis.review.warning", today));
    }

    List<AlertBoard.Figure> figures(int year) {
        return jdbc.sql(FIGURES)
                .param("year", year)
                .query(Rows.of(AlertBoard.Figure.class))
                .list();
    }

    private AlertBoard.Who who(PersonId head) {
        return jdbc.sql(WHO)
                .param("head", head.value())
                .query(Rows.of(AlertBoard.Who.class))
                .single();
    }

    static final String WHO = """
            select i.person_id, i.family_name, i.given_names, i.birth_date
              from identity i
             where i.person_id = :head and i.kind = 'PRIMARY'
            """;

    static final String ASKED = """
            select c.id, c.kind, c.country, p.head_id as person_id, i.family_name, i.given_names, i.birth_date,
                   c.asked_at as since, c.due_on
              from alert_consultation c
              join person p on p.id = c.person_id
              join identity i on i.person_id = p.head_id and i.kind = 'PRIMARY'
             where c.direction = 'IN' and c.answer is null and c.ended_on is null
               and coalesce((c.due_on, c.id) > (select l.due_on, l.id from alert_consultation l where l.id = :last), true)
             order by c.due_on, c.id
             limit :most
            """;

    static final String ASKING = """
            select c.id, c.kind, c.country, p.head_id as person_id, i.family_name, i.given_names, i.birth_date,
                   c.asked_at as since, c.due_on
              from alert_consultation c
              join person p on p.id = c.person_id
              join identity i on i.person_id = p.head_id and i.kind = 'PRIMARY'
             where c.direction = 'OUT' and c.answer is null and c.due_on >= :day
               and coalesce((c.due_on, c.id) > (select l.due_on, l.id from alert_consultation l where l.id = :last), true)
             order by c.due_on, c.id
             limit :most
            """;

    static final String NOTICES = """
            select n.id, n.kind, n.country, p.head_id as person_id, i.family_name, i.given_names, i.birth_date,
                   n.received_at as since, cast(null as date) as due_on
              from alert_notice n
              join person p on p.id = n.person_id
              join identity i on i.person_id = p.head_id and i.kind = 'PRIMARY'
             where n.answer is null
               and coalesce((n.received_at, n.id) > (select l.received_at, l.id from alert_notice l where l.id = :last), true)
             order by n.received_at, n.id
             limit :most
            """;

    static final String REVIEWS = """
            select a.id, a.category as kind, cast(null as text) as country, p.head_id as person_id, i.family_name, i.given_names,
                   i.birth_date, a.state_at as since, a.review_on as due_on
              from alert a
              join person p on p.id = a.person_id
              join identity i on i.person_id = p.head_id and i.kind = 'PRIMARY'
             where (a.state = 'EXPIRED' or (a.state = 'ENTERED' and a.review_on <= :until))
               and coalesce((a.review_on, a.id) > (select l.review_on, l.id from alert l where l.id = :last), true)
             order by a.review_on, a.id
             limit :most
            """;

    static final String NOT_UNDERSTOOD = """
            select count(*)::int as messages from inbox where correspondent = 'NSIS' and taken <> 'DONE' and aside_at is null
            """;

    /** 2018/1860 Art. 6(3), 13; 2018/1861 Art. 31, 39(6). */
    static final String FIGURES = """
            with happened as (
                select 'returned' as key, 10 as turn, d.departed_on as on_day from departure d
                union all
                select 'removed', 20, d.departed_on from departure d where d.return_type not in ('VOLUNTARY', 'ASSISTED')
                union all
                select 'confirmed-elsewhere', 30, n.happened_on
                  from alert_notice n where n.has_left and not n.is_odd and n.answer is distinct from 'NOT_HIM'
                union all
                select 'entered.' || a.category, case a.category when 'RETURN' then 40 else 50 end, a.entered_on
                  from alert a where a.entered_on is not null
                union all
                select 'deleted.' || a.category, case a.category when 'RETURN' then 60 else 70 end,
                       (a.state_at at time zone 'Europe/Riga')::date
                  from alert a where a.state = 'DELETED'
                union all
                select 'hit.' || n.kind, 80, n.happened_on from alert_notice n where n.kind in ('EXIT', 'ENTRY', 'INSIDE')
                union all
                select 'consultation.' || c.kind, 90, (c.asked_at at time zone 'Europe/Riga')::date from alert_consultation c
                union all
                select 'late', 100, c.due_on
                  from alert_consultation c
                 where c.direction = 'IN' and (c.answered_at at time zone 'Europe/Riga')::date > c.due_on
                union all
                select 'reviewed', 110, (r.decided_at at time zone 'Europe/Riga')::date from alert_review r
            )
            select key, count(*)::int as year,
                   (count(*) filter (where extract(quarter from on_day) = 1))::int as first,
                   (count(*) filter (where extract(quarter from on_day) = 2))::int as second,
                   (count(*) filter (where extract(quarter from on_day) = 3))::int as third,
                   (count(*) filter (where extract(quarter from on_day) = 4))::int as fourth
              from happened
             where extract(year from on_day) = :year
             group by turn, key
             order by turn, key
            """;
}
