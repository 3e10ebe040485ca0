-- A judgment of expulsion may name no State. Then the Border Guard does before it carries it out (Reg. 454 p. 7), and what threatens the
-- person there is assessed after that.
alter table judgment
    add column destination text references country (code),
    add column destination_named_at timestamptz,
    add column destination_named_by uuid references account (id),
    add constraint judgment_destination_whole
        check ((destination is null) = (destination_named_at is null) and (destination is null) = (destination_named_by is null));
comment on column judgment.destination is 'Reg. 454 p. 7; Reg. 122 5.7.9 | personal | State to which the person is taken, where the judgment names none';
comment on column judgment.destination_named_at is 'Reg. 122 p. 13 | none | When the State was named';
comment on column judgment.destination_named_by is 'Reg. 122 p. 7 | official | Official who named the State';

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
           amended_destination = coalesce((select f.destination from follow_up f
                                            where f.decision_id = one and f.kind = 'AMEND' and f.signed_at is not null
                                            order by f.signed_at desc, f.effect_on desc
                                            limit 1),
                                          (select j.destination from judgment j where j.decision_id = one))
     where d.id = one;
    update ban b
       set cancelled_on = least(d.cancelled_on, b.old_cancelled_on,
                                (select min(f.effect_on) from follow_up f
                                  where f.ban_id = b.id and f.kind = 'CANCEL' and f.signed_at is not null)),
           suspended_on = least(d.suspended_on, suspended_since(one, b.id)),
           reduced_months = (select min(f.term_months) from follow_up f
                              where f.ban_id = b.id and f.kind = 'REDUCE' and f.signed_at is not null)
      from decision d
     where b.decision_id = one and d.id = one;
    select settle_case(case_id) from decision where id = one;
$$;

create or replace function destination_amended_since(one uuid, moment timestamptz) returns boolean language sql stable as $$
    select exists (select 1
                     from decision d
                     join follow_up f on f.decision_id = d.id and f.kind = 'AMEND' and f.signed_at > moment
                    where d.case_id = one)
        or exists (select 1
                     from decision d
                     join judgment j on j.decision_id = d.id and j.destination_named_at > moment
                    where d.case_id = one)
$$;
comment on function destination_amended_since(uuid, timestamptz) is 'safeguard: whether the State to which the person is to go was amended or named after a moment in the case';

create function judgment_names_once() returns trigger language plpgsql as $$
begin
    if exists (select 1 from decision d where d.id = new.decision_id and d.destination is not null) then
        raise check_violation using message = 'the judgment names the State itself', constraint = 'judgment_destination_of_court';
    end if;
    return new;
end
$$;
comment on function judgment_names_once() is 'judgment: holds that the Border Guard names no other State than the court did';
create trigger judgment_destination_of_court before insert or update of destination on judgment
    for each row when (new.destination is not null) execute function judgment_names_once();

create function removal_goes_somewhere() returns trigger language plpgsql as $$
begin
    if exists (select 1 from decision d where d.id = new.decision_id and coalesce(d.amended_destination, d.destination) is null) then
        raise check_violation using message = 'nobody is removed while no State is named', constraint = 'removal_goes_somewhere';
    end if;
    return new;
end
$$;
comment on function removal_goes_somewhere() is 'removal: holds that no start of a removal is set, and nobody is removed by force, before the State is named (Reg. 454 p. 7)';
create trigger removal_goes_somewhere before insert on removal_step
    for each row when (new.kind = 'SCHEDULED') execute function removal_goes_somewhere();
create trigger departure_goes_somewhere before insert on departure
    for each row when (new.return_type not in ('VOLUNTARY', 'ASSISTED')) execute function removal_goes_somewhere();
