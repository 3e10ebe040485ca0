-- Nothing more is done to carry out a decision in whose place another stands, under which nobody is left to leave, or whose case is closed;
-- what it cost and what a monitor saw may become known later.

create function removal_step_of_standing() returns trigger language plpgsql as $$
begin
    if new.kind not in ('COST', 'MONITORED')
       and not exists (select 1 from decision d where d.id = new.decision_id and d.open) then
        raise check_violation using message = 'nothing more is done to carry out this decision', constraint = 'removal_step_of_standing';
    end if;
    return null;
end
$$;
comment on function removal_step_of_standing() is 'removal: holds that steps are added only to the decision that stands in its open case';
create trigger removal_step_of_standing after insert on removal_step
    for each row execute function removal_step_of_standing();
