-- Open cases are listed as they wait: overdue, stalled, in time. By which rule each is judged is kept beside its step, so that the
-- cases of one rule, which end in the order in which they began, are read along an index.
select set_config('register.actor', 'migration', true);

alter table return_case add column step_rule text;
comment on column return_case.step_rule is 'Reg. 122 p. 6–12 | none | Legal parameter that says until when the next step is done, or when it has stalled; kept by the database';

create function step_rule_of(one uuid, step text, due date, owner text) returns text language sql stable as $$
    select case
               when step = 'REVIEW' then 'whereabouts.review'
               when step = 'LEAVE' and due is not null then 'departure.term.max'
               when step = 'REMOVE' and due is not null then 'removal.prison.notice'
               when step = 'SERVE_FOLLOW_UP' then 'follow_up.service'
               when step = 'CONCLUDE' then 'case.conclude'
               when step = 'SERVE' and (select d.kind from decision d where d.case_id = one and d.open
                                         order by d.signed_at desc limit 1) = 'REMOVAL'
                   then case owner when 'PMLP' then 'removal.pmlp.to_vrs' else 'removal.vrs.to_pmlp' end
               when step is not null then 'duty.stalled'
           end
$$;
comment on function step_rule_of(uuid, text, date, text) is 'duty: the legal parameter that says until when the next step of a case is done (Reg. 454 p. 3, 4, 25), or when it has stalled';

update return_case c
   set step_rule = step_rule_of(c.id, c.next_step, c.step_due, c.step_owner)
 where c.next_step is not null;

create function case_keeps_rule() returns trigger language plpgsql as $$
begin
    new.step_rule := step_rule_of(new.id, new.next_step, new.step_due, new.step_owner);
    return new;
end
$$;
comment on function case_keeps_rule() is 'duty: keeps beside the next step of a case the rule by which it waits';
create trigger return_case_keeps_rule before insert or update of next_step, step_from, step_due, step_owner on return_case
    for each row execute function case_keeps_rule();

-- One decision may take the place of another while the step stays: both were made on one day and wait to be served.
create function decision_keeps_rule() returns trigger language plpgsql as $$
begin
    update return_case c
       set step_rule = step_rule_of(c.id, c.next_step, c.step_due, c.step_owner)
     where c.id = new.case_id and c.next_step = 'SERVE'
       and c.step_rule is distinct from step_rule_of(c.id, c.next_step, c.step_due, c.step_owner);
    return null;
end
$$;
comment on function decision_keeps_rule() is 'duty: keeps the rule by which a case waits, when another decision of it takes the place of the one to be served';
create trigger decision_keeps_rule after update of open on decision
    for each row when (old.open is distinct from new.open) execute function decision_keeps_rule();

alter table return_case
    add constraint return_case_step_rule_whole check ((next_step is null) = (step_rule is null));

drop index return_case_steps_of_kind;
create index return_case_steps_of_rule on return_case (step_owner, next_step, step_rule, step_place, id) where next_step is not null;
create index return_case_steps_of_unit_rule on return_case (step_unit, next_step, step_rule, step_place, id) where next_step is not null;

-- What has to be done beside the next steps is found along these; few rows stand in each.
create index remedy_amended on remedy (resolved_at) where result = 'AMENDED';
create index judgment_not_told on judgment (placed_on) where placed_on is not null and informed_on is null and ended_on is null;
