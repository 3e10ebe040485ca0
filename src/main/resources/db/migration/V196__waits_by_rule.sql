-- Open cases are listed as they wait: overdue, stalled, in time. By which rule each is judged stands beside its step, so that the
-- cases of one rule, which end in the order in which they began, are read along an index.
select set_config('register.actor', 'migration', true);

-- What is signed in the Register is told to the other body by that (Reg. 454 p. 3, 4): both see it at once. What waits is telling the
-- foreigner, which has a term of its own for every decision.
insert into legal_parameter (code, value, value_text, unit, text_lv, text_en, law, law_en, sort, valid_from, valid_to, certainty, source)
values
    ('decision.service', 3, null, 'working_days', 'Cik ilgā laikā lēmumu paziņo ārzemniekam', 'Within how long a decision is served on the foreigner', 'Reģistra pārziņa noteikta vērtība', 'Value set by the controller of the register', 377, '2011-06-16', null, 'open', 'Choice of the controller; Administrative Procedure Law (2001), s. 70');

alter table return_case
    add column step_rule text generated always as (
        case
            when next_step = 'REVIEW' then 'whereabouts.review'
            when next_step = 'LEAVE' and step_due is not null then 'departure.term.max'
            when next_step = 'REMOVE' and step_due is not null then 'removal.prison.notice'
            when next_step = 'SERVE' then 'decision.service'
            when next_step = 'SERVE_FOLLOW_UP' then 'follow_up.service'
            when next_step = 'CONCLUDE' then 'case.conclude'
            when next_step is not null then 'duty.stalled'
        end) stored;
comment on column return_case.step_rule is 'Reg. 122 p. 6–12 | none | Legal parameter that says until when the next step is done, or when it has stalled; kept by the database';

drop index return_case_steps_of_kind;
create index return_case_steps_of_rule on return_case (step_owner, next_step, step_rule, step_place, id) where next_step is not null;
create index return_case_steps_of_unit_rule on return_case (step_unit, next_step, step_rule, step_place, id) where next_step is not null;

-- What has to be done beside the next steps is found along these; few rows stand in each.
create index remedy_amended on remedy (resolved_at) where result = 'AMENDED';
create index judgment_not_told on judgment (placed_on) where placed_on is not null and informed_on is null and ended_on is null;
