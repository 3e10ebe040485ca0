-- An exit is kept with each open decision that it can be a departure under: not with one of a later day.
select set_config('register.actor', 'migration', true);

create function exit_after_decision() returns trigger language plpgsql as $$
begin
    if exists (select 1 from decision d where d.id = new.decision_id and d.decided_on > new.left_on) then
        raise check_violation using message = 'nobody leaves under a decision of a later day',
            constraint = 'exit_notice_not_before_decision';
    end if;
    return new;
end
$$;
comment on function exit_after_decision() is 'vmis: holds that an exit is kept with decisions of its day and before';
create trigger exit_notice_not_before_decision before insert on exit_notice
    for each row execute function exit_after_decision();
