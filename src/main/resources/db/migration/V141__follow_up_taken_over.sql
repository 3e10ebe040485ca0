-- A follow-up decision whose preparer is gone is taken over by another official, as a draft of a decision is: whoever took it over is its
-- preparer and does not sign it.
select set_config('register.actor', 'migration', true);

comment on column follow_up.prepared_by is 'Reg. 122 p. 6–8 | official | Official who prepared it, or took it over since';
comment on column follow_up.unit is 'Reg. 122 p. 6–8 | none | Unit that prepared it, or took it over since';

create function follow_up_is_taken_unanswered() returns trigger language plpgsql as $$
begin
    if old.signed_at is not null or old.declined_at is not null then
        raise check_violation using message = 'only a follow-up decision that waits for a signature is taken over',
            constraint = 'follow_up_taken_over_unanswered';
    end if;
    return new;
end
$$;
comment on function follow_up_is_taken_unanswered() is 'followup: holds that only a follow-up decision that waits for a signature is taken over';
create trigger follow_up_taken_over_unanswered before update of prepared_by on follow_up
    for each row when (old.prepared_by is distinct from new.prepared_by) execute function follow_up_is_taken_unanswered();
