-- Nothing happens in a closed case until it is taken up again: nobody leaves in it, nothing is served, and it is not handed over.
select set_config('register.actor', 'migration', true);

create trigger departure_in_open_case after insert on departure for each row execute function case_is_open();
create trigger handover_in_open_case after insert on handover for each row execute function case_is_open();

create function service_in_open_case() returns trigger language plpgsql as $$
begin
    if exists (select 1 from decision d where d.id = new.decision_id and is_closed(d.case_id)) then
        raise check_violation using message = 'the case is closed', constraint = 'service_in_open_case';
    end if;
    return null;
end
$$;
comment on function service_in_open_case() is 'decision: holds that nothing is served in a closed case';
create trigger service_in_open_case after insert on service for each row execute function service_in_open_case();
