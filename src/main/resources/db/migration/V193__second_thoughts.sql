-- That somebody was found unfit to travel is taken back by another official than the one who entered it; nothing is put off until a day that
-- has passed; and no complaint is filed in a closed case, which is taken up again first.

alter table removal_step
    add constraint removal_step_unfit_withdrawn_by_other
        check (outcome is distinct from 'UNFIT' or withdrawn_by is null or withdrawn_by <> entered_by) not valid,
    add constraint removal_step_postponed_ahead
        check (until_on is null or until_on >= (happened_at at time zone 'Europe/Riga')::date) not valid;

create function remedy_in_open_case() returns trigger language plpgsql as $$
begin
    if exists (select 1 from decision d where d.id = new.decision_id and is_closed(d.case_id)) then
        raise check_violation using message = 'the case is closed', constraint = 'remedy_in_open_case';
    end if;
    return null;
end
$$;
comment on function remedy_in_open_case() is 'remedy: holds that no complaint is filed in a closed case';
create trigger remedy_in_open_case after insert on remedy for each row execute function remedy_in_open_case();
