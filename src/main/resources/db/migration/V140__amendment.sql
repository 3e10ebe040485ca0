-- A return decision is amended in the State to which the person is to go (Reg. 122 5.14.2: groza). What it says from then on stands beside
-- it; what it said before stays as it was signed. Nothing is amended or extended of who has left, under whichever decision.
select set_config('register.actor', 'migration', true);

alter table follow_up
    add column destination text references country (code),
    drop constraint follow_up_kind_known,
    add constraint follow_up_kind_known check (kind in ('SUSPEND', 'RESUME', 'EXTEND', 'AMEND', 'CANCEL', 'REDUCE')),
    add constraint follow_up_amendment_whole check ((kind = 'AMEND') = (destination is not null)),
    add constraint follow_up_amends_decision check (kind <> 'AMEND' or ban_id is null);
comment on column follow_up.destination is 'Reg. 122 5.14.2 | personal | State to go to as amended';

alter table decision add column amended_destination text references country (code);
comment on column decision.amended_destination is 'Reg. 122 5.14.2, 5.7.9 | personal | State to go to as a follow-up decision amended it; none: as decided; kept by the database';

create or replace function settle_follow_ups(one uuid) returns void language sql as $$
    update decision d
       set cancelled_on = least((select min(f.effect_on) from follow_up f
                                  where f.decision_id = one and f.ban_id is null and f.kind = 'CANCEL'
                                    and f.signed_at is not null),
                                (select min(r.result_on) from remedy r
                                  where r.decision_id = one and r.result = 'CANCELLED'),
                                (select j.ended_on from judgment j where j.decision_id = one)),
           suspended_on = least(suspended_since(one, null),
                                (select min(r.filed_on) from remedy r
                                  where r.decision_id = one and r.suspends and r.result is null)),
           amended_destination = (select f.destination from follow_up f
                                   where f.decision_id = one and f.kind = 'AMEND' and f.signed_at is not null
                                   order by f.signed_at desc, f.effect_on desc
                                   limit 1)
     where d.id = one;
    update ban b
       set cancelled_on = least(d.cancelled_on,
                                (select min(f.effect_on) from follow_up f
                                  where f.ban_id = b.id and f.kind = 'CANCEL' and f.signed_at is not null)),
           suspended_on = least(d.suspended_on, suspended_since(one, b.id)),
           reduced_months = (select min(f.term_months) from follow_up f
                              where f.ban_id = b.id and f.kind = 'REDUCE' and f.signed_at is not null)
      from decision d
     where b.decision_id = one and d.id = one;
    select settle_case(case_id) from decision where id = one;
$$;

create function left_under_any(d decision) returns date language sql stable as $$
    select least(left_since(d), (select min(e.departed_on) from departure e where e.case_id = d.case_id))
$$;
comment on function left_under_any(decision) is 'decision: when the person left, in the case of a decision or since it was signed under any other; none while he is to leave';

create or replace function follow_up_settles() returns trigger language plpgsql as $$
declare
    target decision;
begin
    select * into target from decision where id = new.decision_id;
    if new.effect_on < target.decided_on then
        raise check_violation using message = 'a follow-up decision cannot hold before the decision it is about',
            constraint = 'follow_up_not_before_target';
    end if;
    if new.effect_on > (new.signed_at at time zone 'Europe/Riga')::date then
        raise check_violation using message = 'a follow-up decision takes effect on the day it is signed at the latest',
            constraint = 'follow_up_takes_effect_when_signed';
    end if;
    if new.kind in ('EXTEND', 'AMEND') and left_under_any(target) is not null then
        raise check_violation using message = 'nothing is extended or amended of who has left',
            constraint = 'follow_up_before_departure';
    end if;
    if new.kind = 'AMEND' and (not target.open or target.kind not in ('DEPARTURE_ORDER', 'REMOVAL')) then
        raise check_violation using message = 'only a return decision that stands is amended',
            constraint = 'follow_up_amends_what_stands';
    end if;
    if new.kind = 'AMEND' and new.destination = coalesce(target.amended_destination, target.destination) then
        raise check_violation using message = 'an amendment names another State than the decision',
            constraint = 'follow_up_amends_otherwise';
    end if;
    perform settle_follow_ups(new.decision_id);
    return null;
end
$$;

-- What threatens somebody in a State is assessed of the State to which he is to go: an amendment asks for it anew.
create function destination_amended_since(one uuid, moment timestamptz) returns boolean language sql stable as $$
    select exists (select 1
                     from decision d
                     join follow_up f on f.decision_id = d.id and f.kind = 'AMEND' and f.signed_at > moment
                    where d.case_id = one)
$$;
comment on function destination_amended_since(uuid, timestamptz) is 'safeguard: whether a decision of a case was amended, after a moment, in the State to which the person is to go';

-- The person's other open cases are looked up once and not again for each question: the board of readiness asks this of every case.
create or replace function safeguards_on(one uuid, on_day date)
    returns table (question text, standing text, assessed_on date, elsewhere text) language sql stable as $$
    with others as materialized (
        select x.id, x.number
          from return_case c
          cross join lateral records_of(c.person_id) r(person_id)
          join return_case x on x.person_id = r.person_id and x.id <> c.id and x.next_step is not null
         where c.id = one
    )
    select q.code,
           case when s.answer = 'PREVENTS' or other.number is not null then 'PREVENTS'
                when s.answer is null then 'UNANSWERED'
                when coalesce(s.assessed_on < on_day - p.value::integer, true) or (q.code = 'ASYLUM' and asylum_told_since(one, s.entered_at))
                     or (q.code = 'NON_REFOULEMENT' and destination_amended_since(one, s.entered_at))
                    then 'OUTDATED'
                else 'CLEAR'
           end,
           s.assessed_on,
           other.number
      from code q
      left join legal_parameter p on p.code = 'safeguard.valid'
                                 and p.valid_from <= on_day and (p.valid_to is null or p.valid_to >= on_day)
      left join lateral (select a.answer, a.assessed_on, a.entered_at
                           from safeguard a
                          where a.case_id = one and a.question = q.code and a.assessed_on <= on_day
                          order by a.assessed_on desc, a.entered_at desc
                          limit 1) s on true
      left join lateral (select o.number
                           from others o
                          cross join lateral (select a.answer
                                                from safeguard a
                                               where a.case_id = o.id and a.question = q.code and a.assessed_on <= on_day
                                               order by a.assessed_on desc, a.entered_at desc
                                               limit 1) last
                          where last.answer = 'PREVENTS'
                          order by o.number
                          limit 1) other on true
     where q.list = 'safeguard' and q.valid_from <= on_day and (q.valid_to is null or q.valid_to >= on_day)
     order by q.sort
$$;

-- On what an amendment rests is for the lawyers of the institutions to confirm.
insert into legal_parameter (code, value, value_text, unit, text_lv, text_en, law, law_en, sort, valid_from, valid_to, certainty, source)
values
    ('follow_up.bases.amend', null, 'APL-85,APL-86', 'text', 'Tiesiskie pamati lēmuma grozīšanai', 'Legal bases for amending a decision', 'Ministru kabineta 2013. gada 5. marta noteikumu Nr. 122 5.14. apakšpunkts; Administratīvā procesa likuma 85. un 86. pants', 'Cabinet Regulation No. 122 (2013), Sub-paragraph 5.14; Administrative Procedure Law, Sections 85 and 86', 245, '2004-02-01', null, 'open', 'Cabinet Regulation No. 122 (2013), Sub-paragraph 5.14; Administrative Procedure Law, Sections 85 and 86');

-- Each version of the texts, as it is, with those of an amendment.
insert into document_template (id, kind, language, version, valid_from, texts, certainty, source, written_at, approved_at)
select gen_random_uuid(), t.kind, t.language, last.version + row_number() over (partition by t.language order by t.version), t.valid_from,
       t.texts || a.texts, 'open', 'Draft of the project, to be confirmed by the lawyers of the institutions', t.valid_from, t.valid_from
  from document_template t
  join (select x.kind, x.language, max(x.version) as version from document_template x group by x.kind, x.language) last
    on (last.kind, last.language) = (t.kind, t.language)
  join (values
    ('FOLLOW_UP', 'lv', jsonb_build_object(
        'title_amend', 'Lēmums par galamērķa valsts grozīšanu',
        'amend', 'Grozīt to un noteikt galamērķa valsti: {destination}. Grozījums ir spēkā no {effect_on}.')),
    ('FOLLOW_UP', 'en', jsonb_build_object(
        'title_amend', 'Decision on amending the State of destination',
        'amend', 'It is amended. State of destination: {destination}. In force from {effect_on}.')),
    ('FOLLOW_UP', 'ru', jsonb_build_object(
        'title_amend', 'Решение об изменении государства назначения',
        'amend', 'Внести в него изменение. Государство назначения: {destination}. Действует с {effect_on}.'))) a (kind, language, texts)
    on (a.kind, a.language) = (t.kind, t.language)
 where t.approved_at is not null;
