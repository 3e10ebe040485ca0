-- What the register knew at a moment is also which records were one person then. The links of a moment form a tree, so it is
-- followed both ways.
create function records_known_at(one uuid, moment timestamptz) returns setof uuid
    language sql stable parallel safe as $$
    with recursive record (id) as (
        select one
        union
        select case when l.head_id = r.id then l.member_id else l.head_id end
          from record r
          join person_link l on (l.head_id = r.id or l.member_id = r.id) and l.answer = 'APPROVED'
                            and l.decided_at <= moment and (l.undone_at is null or l.undone_at > moment))
    select id from record
$$;
comment on function records_known_at(uuid, timestamptz) is 'person: the records that were one person with this one at a moment';
