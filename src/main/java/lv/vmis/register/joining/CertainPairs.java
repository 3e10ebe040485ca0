package lv.vmis.register.joining;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Plans;
import lv.vmis.register.kernel.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pairs about whom there is nothing to weigh, so that officials judge many of them at once. */
@Component
class CertainPairs {

    private final JdbcClient jdbc;

    CertainPairs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that nobody has judged, among the likeliest. */
    List<CertainPair> open(int most) {
        Plans.each(jdbc);
        return apart(jdbc.sql(OPEN).query(Rows.of(CertainPair.class)).list(), most);
    }

    /** Those of some pairs of persons that are still open and certain. */
    List<CertainPair> open(List<Two> pairs) {
        Plans.each(jdbc);
        return jdbc.sql(OPEN_OF)
                .param("ones", pairs.stream().map(Two::one).toArray(UUID[]::new))
                .param("others", pairs.stream().map(Two::other).toArray(UUID[]::new))
                .query(Rows.of(CertainPair.class))
                .list();
    }

    /** Those that another official of the institution has proposed to join, the longest waiting first. */
    List<CertainPair> waiting(Actor by, int most) {
        Plans.each(jdbc);
        return apart(
                jdbc.sql(WAITING)
                        .param("institution", by.institution())
                        .param("by", by.account())
                        .query(Rows.of(CertainPair.class))
                        .list(),
                most);
    }

    /** Those of some proposals that still wait and are certain. */
    List<CertainPair> waiting(Collection<UUID> links) {
        Plans.each(jdbc);
        return jdbc.sql(WAITING_OF)
                .param("links", links.toArray(UUID[]::new))
                .query(Rows.of(CertainPair.class))
                .list();
    }

    /** Two persons, as a form names them. */
    record Two(UUID one, UUID other) {}

    /** Nobody stands in two of them: whom the first joins is looked at anew for the second. */
    static List<CertainPair> apart(List<CertainPair> pairs, int most) {
        var seen = new HashSet<PersonId>();
        return pairs.stream()
                .filter(pair -> !seen.contains(pair.oneId()) && !seen.contains(pair.otherId()))
                .peek(pair -> seen.addAll(List.of(pair.oneId(), pair.otherId())))
                .limit(most)
                .toList();
    }

    // Two records that are joined with no other, each with one identity: written the same, born on the same known day,
    // with
    // one document. The elder record comes first.
    private static final String CERTAIN = """
            , certain as (
            select q.turn, q.link, o.id as one_id, t.id as other_id, o.number as one_number, t.number as other_number,
                   a.family_name, a.given_names, a.birth_date, d.number as document, d.issuer
              from q
              join person p on p.id = q.one_id and p.head_id = p.id
              join person r on r.id = q.other_id and r.head_id = r.id
              join person o on o.id = case when p.number < r.number then p.id else r.id end
              join person t on t.id = case when p.number < r.number then r.id else p.id end
              join identity a on a.person_id = o.id
              join identity b on b.person_id = t.id
                             and lower(b.family_name) = lower(a.family_name)
                             and lower(b.given_names) is not distinct from lower(a.given_names)
                             and b.sex = a.sex and b.birth_date = a.birth_date
             cross join lateral (select x.number, x.issuer
                                   from document x
                                   join document y on y.number_key = x.number_key and y.issuer = x.issuer and y.type = x.type
                                  where x.person_id = o.id and y.person_id = t.id
                                  order by x.number_key
                                  limit 1) d
             where a.birth_earliest = a.birth_latest
               and not exists (select from identity x where x.person_id in (o.id, t.id) and x.id not in (a.id, b.id))
               and not exists (select from person x where x.head_id in (o.id, t.id) and x.id <> x.head_id))
            select link, one_id, other_id, one_number, other_number, family_name, given_names, birth_date, document, issuer
              from certain
             order by turn, one_id
            """;

    static final String OPEN = """
            with q as materialized (
                select null::uuid as link, l.one_id, l.other_id, l.turn::bigint as turn
                  from likeness l
                 where l.standing = 'OPEN'
                 order by l.turn, l.one_id, l.other_id
                 limit 2000)
            """ + CERTAIN;

    static final String OPEN_OF = """
            with q as materialized (
                select null::uuid as link, l.one_id, l.other_id, l.turn::bigint as turn
                  from unnest(cast(:ones as uuid[]), cast(:others as uuid[])) w (one, other)
                  join likeness l on l.one_id = least(w.one, w.other) and l.other_id = greatest(w.one, w.other)
                 where l.standing = 'OPEN')
            """ + CERTAIN;

    static final String WAITING = """
            with q as materialized (
                select l.id as link, l.head_id as one_id, l.member_id as other_id,
                       row_number() over (order by l.proposed_at, l.id) as turn
                  from person_link l
                 where l.answer is null and l.institution = :institution and l.proposed_by <> :by
                 order by l.proposed_at, l.id
                 limit 2000)
            """ + CERTAIN;

    static final String WAITING_OF = """
            with q as materialized (
                select l.id as link, l.head_id as one_id, l.member_id as other_id, 0::bigint as turn
                  from person_link l
                 where l.answer is null and l.id = any(:links))
            """ + CERTAIN;
}
