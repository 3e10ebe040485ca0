package lv.vmis.register.duty;

/** The queues whose things are opened one after another: each leads to the next, and none has a list of its own. */
final class OneByOne {

    private OneByOne() {}

    static final String TO_JOIN = """
            with waiting as (
                select l.id, l.head_id, l.member_id, case when l.answer is null then 'JOIN' else 'PART' end as kind,
                       l.institution, coalesce(l.undo_proposed_at, l.proposed_at) as since,
                       row_number() over (order by coalesce(l.undo_proposed_at, l.proposed_at), l.id) as place
                  from person_link l
                 where (l.answer is null and l.institution = :institution)
                    or (l.undo_reason is not null and l.undone_at is null and l.undo_institution = :institution)
                 order by coalesce(l.undo_proposed_at, l.proposed_at), l.id
                 limit 1001
            )
            select w.id, p.id as person_id,
                   'P-' || lpad(p.number::text, greatest(7, length(p.number::text)), '0') || ', P-'
                        || lpad(m.number::text, greatest(7, length(m.number::text)), '0') as number,
                   w.kind, w.institution, i.family_name, i.given_names, i.birth_date, w.since, null::date as day,
                   w.total, w.oldest, 0 as late
              from (select waiting.*, count(*) over () as total, min(since) over () as oldest
                      from waiting
                     order by place
                     limit 5) w
              join person p on p.id = w.head_id
              join person m on m.id = w.member_id
              join identity i on i.person_id = p.head_id and i.kind = 'PRIMARY'
             order by w.place
            """;

    static final String FOLLOW_UPS = """
            with waiting as (
                select f.id, f.decision_id, f.kind, f.institution, f.prepared_at as since,
                       row_number() over (order by f.prepared_at, f.id) as place
                  from follow_up f
                 where f.signed_at is null and f.declined_at is null and f.institution = :institution
                 order by f.prepared_at, f.id
                 limit 1001
            )
            select w.id, d.person_id, d.number, w.kind, w.institution, i.family_name, i.given_names, i.birth_date, w.since,
                   null::date as day, w.total, w.oldest, 0 as late
              from (select waiting.*, count(*) over () as total, min(since) over () as oldest
                      from waiting
                     order by place
                     limit 5) w
              join decision d on d.id = w.decision_id
              join person p on p.id = d.person_id
              join identity i on i.person_id = p.head_id and i.kind = 'PRIMARY'
             order by w.place
            """;

    static final String TO_TELL = """
            with waiting as (
                select u.id, u.person_id, u.decision_number, u.kind, u.institution, u.signed_at as since, u.decided_on as day,
                       row_number() over (order by u.signed_at, u.id) as place
                  from follow_up_to_serve u
                 where u.institution = :institution and u.unit like :unit
                 order by u.signed_at, u.id
                 limit 1001
            )
            select w.id, w.person_id, w.decision_number as number, w.kind, w.institution, i.family_name, i.given_names,
                   i.birth_date, w.since, w.day, w.total, w.oldest, w.late
              from (select waiting.*, count(*) over () as total, min(since) over () as oldest,
                           count(*) filter (where day <= :late) over () as late
                      from waiting
                     order by place
                     limit 5) w
              join person p on p.id = w.person_id
              join identity i on i.person_id = p.head_id and i.kind = 'PRIMARY'
             order by w.place
            """;
}
