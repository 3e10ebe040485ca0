-- A step of a removal entered by mistake is withdrawn with a reason: it stays where it was, struck through, and counts no more.
select set_config('register.actor', 'migration', true);

alter table removal_step
    add column withdrawn_at timestamptz,
    add column withdrawn_by uuid,
    add column withdrawn_unit text references unit (code),
    add column withdrawn_reason text,
    add constraint removal_step_withdrawal_whole check (
        num_nonnulls(withdrawn_at, withdrawn_by, withdrawn_unit, withdrawn_reason) in (0, 4)),
    add constraint removal_step_withdrawal_explained check (btrim(withdrawn_reason) <> ''),
    add constraint removal_step_withdrawn_after check (withdrawn_at >= entered_at);
comment on column removal_step.withdrawn_at is 'Reg. 122 p. 11 | personal | When it was withdrawn as entered by mistake; such a step counts no more';
comment on column removal_step.withdrawn_by is 'Reg. 122 p. 11 | official | Official who withdrew it';
comment on column removal_step.withdrawn_unit is 'Reg. 122 p. 11 | none | Unit that withdrew it';
comment on column removal_step.withdrawn_reason is 'Reg. 122 p. 11 | special | Why it was withdrawn';

-- A step is withdrawn once and is never changed otherwise; what rests on it goes first: an answer on its request, a notice and a failure
-- on the time that was set.
create function removal_step_is_kept() returns trigger language plpgsql as $$
declare
    withdrawal text[] := array['withdrawn_at', 'withdrawn_by', 'withdrawn_unit', 'withdrawn_reason'];
begin
    if old.withdrawn_at is not null or new.withdrawn_at is null or to_jsonb(new) - withdrawal <> to_jsonb(old) - withdrawal then
        raise check_violation using message = 'a step of a removal is never changed; it is withdrawn, once',
            constraint = 'removal_step_never_changed';
    end if;
    if (select institution from unit where code = new.withdrawn_unit) <> (select institution from unit where code = old.unit) then
        raise check_violation using message = 'a step of a removal is withdrawn by the institution that entered it',
            constraint = 'removal_step_withdrawn_by_own';
    end if;
    if exists (select 1 from decision d join departure e on e.case_id = d.case_id where d.id = old.decision_id) then
        raise check_violation using message = 'no step of a removal is withdrawn once the person has left',
            constraint = 'removal_step_withdrawn_before_departure';
    end if;
    if exists (select 1
                 from removal_step later
                where later.decision_id = old.decision_id and later.withdrawn_at is null
                  and (old.kind, later.kind) in (('DOCUMENT_REQUESTED', 'DOCUMENT_ANSWERED'),
                                                 ('READMISSION_REQUESTED', 'READMISSION_ANSWERED'),
                                                 ('SCHEDULED', 'NOTIFIED'), ('SCHEDULED', 'FAILED'))
                  and (later.happened_at, later.place) > (old.happened_at, old.place)
                  and not exists (select 1
                                    from removal_step other
                                   where other.decision_id = old.decision_id and other.kind = old.kind and other.id <> old.id
                                     and other.withdrawn_at is null
                                     and (other.happened_at, other.place) < (later.happened_at, later.place))) then
        raise check_violation using message = 'a later step rests on this one and is withdrawn first',
            constraint = 'removal_step_rested_on';
    end if;
    return new;
end
$$;
comment on function removal_step_is_kept() is 'removal: holds that a step is only ever withdrawn, by its own institution, before the person left, and after what rests on it';
create trigger removal_step_is_kept before update on removal_step for each row execute function removal_step_is_kept();
