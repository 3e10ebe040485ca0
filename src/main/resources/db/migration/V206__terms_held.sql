-- Terms that only the actions held: how long an order gives to leave, how long before its start a removal is told, and that a follow-up
-- decision on a ban belongs to the decision of that ban.
create function law_interval(parameter text, on_day date) returns interval language sql stable as $$
    select (p.value || ' ' || p.unit)::interval
      from legal_parameter p
     where p.code = parameter and p.valid_from <= on_day and coalesce(p.valid_to, 'infinity') >= on_day
$$;
comment on function law_interval(text, date) is 'reference: the term that a legal parameter in hours, days, months or years gives on the day';

create function decision_term_within_law() returns trigger language plpgsql as $$
begin
    if make_interval(days => new.term_days) not between law_interval('departure.term.min', new.decided_on)
                                                    and law_interval('departure.term.max', new.decided_on) then
        raise check_violation using message = 'an order gives neither less nor more time to leave than the law',
            constraint = 'decision_term_within_law';
    end if;
    return new;
end
$$;
comment on function decision_term_within_law() is 'decision: holds that the term of a departure order is within the law (Immigration Law s. 43)';
create trigger decision_term_within_law before update of signed_at on decision
    for each row when (old.signed_at is null and new.signed_at is not null and new.decider is null and new.kind = 'DEPARTURE_ORDER')
    execute function decision_term_within_law();

create function removal_step_told_in_time() returns trigger language plpgsql as $$
declare
    on_day date := (new.happened_at at time zone 'Europe/Riga')::date;
begin
    if new.starts_at < new.happened_at + law_interval('removal.notice.short', on_day)
       or new.note is null and new.starts_at < new.happened_at + law_interval('removal.notice', on_day) then
        raise check_violation using message = 'a removal is told before it begins, in urgent cases later with the reason',
            constraint = 'removal_step_told_in_time';
    end if;
    return new;
end
$$;
comment on function removal_step_told_in_time() is 'removal: holds that the foreigner is told of the removal in time (Reg. 454 p. 21, 21¹)';
create trigger removal_step_told_in_time before insert on removal_step
    for each row when (new.kind = 'NOTIFIED') execute function removal_step_told_in_time();

create function follow_up_of_own_ban() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from ban b where b.id = new.ban_id and b.decision_id = new.decision_id) then
        raise check_violation using message = 'a follow-up decision points at a ban of the decision it follows',
            constraint = 'follow_up_of_own_ban';
    end if;
    return new;
end
$$;
comment on function follow_up_of_own_ban() is 'followup: holds that the ban a follow-up decision points at belongs to the decision it follows';
create trigger follow_up_of_own_ban before insert or update of ban_id, decision_id on follow_up
    for each row when (new.ban_id is not null) execute function follow_up_of_own_ban();
