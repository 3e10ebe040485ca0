-- A draft whose preparer is gone is taken over by another official: whoever took it over is its preparer, and its case waits with his unit.
select set_config('register.actor', 'migration', true);

create trigger decision_taken_over_settles after update of prepared_by on decision
    for each row when (old.prepared_by is distinct from new.prepared_by) execute function case_keeps_settled();
comment on column decision.prepared_by is '– | official | Who prepared it, or took it over since';

-- Nobody becomes the preparer of what is signed, or waits for a signature.
create function draft_is_taken_unsigned() returns trigger language plpgsql as $$
begin
    if old.signed_at is not null or old.sent_at is not null or old.withdrawn_at is not null then
        raise check_violation using message = 'only a draft that waits with its preparer is taken over',
            constraint = 'decision_taken_over_unsigned';
    end if;
    return new;
end
$$;
comment on function draft_is_taken_unsigned() is 'decision: holds that only a draft with its preparer is taken over';
create trigger decision_taken_over_unsigned before update of prepared_by on decision
    for each row when (old.prepared_by is distinct from new.prepared_by) execute function draft_is_taken_unsigned();
