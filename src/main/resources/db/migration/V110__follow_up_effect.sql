-- A follow-up decision takes effect on the day it is signed or earlier, never later: what stands beside a decision is what holds today. What
-- was signed last holds: a suspension signed after a resumption suspends, whatever days they name. Follow-up decisions signed before stay.
select set_config('register.actor', 'migration', true);

create or replace function follow_up_settles() returns trigger language plpgsql as $$
begin
    if new.effect_on < (select decided_on from decision where id = new.decision_id) then
        raise check_violation using message = 'a follow-up decision cannot hold before the decision it is about',
            constraint = 'follow_up_not_before_target';
    end if;
    if new.effect_on > (new.signed_at at time zone 'Europe/Riga')::date then
        raise check_violation using message = 'a follow-up decision takes effect on the day it is signed at the latest',
            constraint = 'follow_up_takes_effect_when_signed';
    end if;
    perform settle_follow_ups(new.decision_id);
    return null;
end
$$;
comment on column follow_up.effect_on is 'Reg. 122 5.14 | personal | First day on which it holds: at the latest the day it was signed';

create or replace function suspended_since(decision uuid, ban uuid) returns date language sql stable as $$
    select case when f.kind = 'SUSPEND' then f.effect_on end
      from follow_up f
     where f.decision_id = suspended_since.decision and f.ban_id is not distinct from suspended_since.ban
       and f.signed_at is not null and f.kind in ('SUSPEND', 'RESUME')
     order by f.signed_at desc, f.effect_on desc
     limit 1
$$;

create or replace function ban_suspended(decision uuid, ban uuid, on_day date, moment timestamptz) returns date language sql stable as $$
    select least((select min(s.effect_on)
                    from (select distinct on (f.ban_id) f.kind, f.effect_on
                            from follow_up f
                           where f.decision_id = decision and (f.ban_id is null or f.ban_id = ban)
                             and f.kind in ('SUSPEND', 'RESUME') and f.signed_at <= moment and f.effect_on <= on_day
                           order by f.ban_id, f.signed_at desc, f.effect_on desc) s
                   where s.kind = 'SUSPEND'),
                 (select min(r.filed_on)
                    from remedy r
                   where r.decision_id = decision and r.suspends and r.entered_at <= moment and r.filed_on <= on_day
                     and (r.resolved_at is null or r.resolved_at > moment or r.result_on > on_day)))
$$;

-- What was resumed and suspended again is suspended.
select settle_follow_ups(x.decision_id)
  from (select distinct f.decision_id from follow_up f where f.kind = 'RESUME' and f.signed_at is not null) x;
