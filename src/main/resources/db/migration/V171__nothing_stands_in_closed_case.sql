-- A case is not closed over a decision that stands, unless its person hides or died; nor does one come to stand again in a closed case, when
-- the result by which it was cancelled is withdrawn.
select set_config('register.actor', 'migration', true);

create function nothing_stands_in_closed_case() returns trigger language plpgsql as $$
begin
    if exists (select 1 from case_closing k
                where k.case_id = new.case_id and k.reopened_at is null and k.reason not in ('ABSCONDED', 'DECEASED')) then
        raise check_violation using message = 'a decision would stand again in a closed case',
            constraint = 'decision_stands_in_open_case';
    end if;
    return null;
end
$$;
comment on function nothing_stands_in_closed_case() is 'returns: holds that no decision stands again in a case that was closed because none does';
create trigger decision_stands_in_open_case after update of cancelled_on on decision
    for each row when (old.cancelled_on is not null and new.cancelled_on is null) execute function nothing_stands_in_closed_case();
