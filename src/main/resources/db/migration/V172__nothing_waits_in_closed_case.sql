-- A case is not closed over a draft or a complaint that waits: CloseCase refused it, and nothing held it.
select set_config('register.actor', 'migration', true);

create or replace function closing_leaves_nobody() returns trigger language plpgsql as $$
begin
    if new.reopened_at is null and exists (select 1 from detention d where d.case_id = new.case_id and d.released_at is null) then
        raise check_violation using message = 'somebody is held in the case', constraint = 'case_closing_nobody_held';
    end if;
    if new.reopened_at is null and new.reason not in ('ABSCONDED', 'DECEASED')
       and exists (select 1 from decision d
                    where d.case_id = new.case_id and d.signed_at is not null and d.cancelled_on is null
                      and not exists (select 1 from decision n
                                       where n.case_id = d.case_id and n.signed_at > d.signed_at and n.cancelled_on is null)) then
        raise check_violation using message = 'a decision of the case is in force', constraint = 'case_closing_no_decision';
    end if;
    if new.reopened_at is null and new.reason = 'LEFT' and left_since_finding(new.case_id) is null then
        raise check_violation using message = 'nobody has left of whom no departure is confirmed', constraint = 'case_closing_has_left';
    end if;
    if new.reopened_at is null and exists (select 1 from decision d
                                            where d.case_id = new.case_id and d.signed_at is null and d.withdrawn_at is null) then
        raise check_violation using message = 'a draft of the case is open', constraint = 'case_closing_no_draft';
    end if;
    if new.reopened_at is null and exists (select 1 from remedy r join decision d on d.id = r.decision_id
                                            where d.case_id = new.case_id and r.result is null) then
        raise check_violation using message = 'a complaint about a decision of the case waits', constraint = 'case_closing_no_remedy';
    end if;
    return null;
end
$$;
comment on function closing_leaves_nobody() is 'returns: holds that in a closed case nobody is held, no draft is open, no complaint waits, and no decision is in force where the stay became legal';
