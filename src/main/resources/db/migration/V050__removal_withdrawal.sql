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

-- Further steps: transport booked, who escorts, the monitor of a forced return, and what it cost.
insert into code_list (list, title_lv, title_en, own_table, sort)
values
    ('removal_monitor', 'Piespiedu izraidīšanas novērotāja iestāde', 'Body of a forced-return monitor', false, 279),
    ('removal_cost', 'Izraidīšanas izmaksu veids', 'Kind of cost of a removal', false, 280);

insert into code (list, code, text_lv, text_en, sort, valid_from, valid_to, certainty, source)
values
    ('removal_step', 'TRANSPORT_BOOKED', 'Rezervēts transports', 'Transport booked', 62, '2011-06-16', null, 'confirmed', 'Cabinet Regulation No. 454 (2011), p. 10'),
    ('removal_step', 'ESCORT_NAMED', 'Noteikts konvoja sastāvs', 'Escort composed', 64, '2011-06-16', null, 'confirmed', 'Cabinet Regulation No. 454 (2011), p. 10-12'),
    ('removal_step', 'MONITORED', 'Piespiedu izraidīšanas novērošana', 'Forced return monitored', 85, '2011-06-16', null, 'memory', 'Directive 2008/115/EC, Art. 8(6)'),
    ('removal_step', 'COST', 'Izmaksas', 'Cost', 110, '2011-06-16', null, 'open', 'Choice of the controller'),
    ('removal_monitor', 'OMBUDSMAN', 'Tiesībsargs', 'Ombudsman', 10, '2011-06-16', null, 'memory', 'Directive 2008/115/EC, Art. 8(6)'),
    ('removal_monitor', 'OTHER', 'Cita iestāde vai organizācija', 'Another body', 20, '2011-06-16', null, 'open', 'Choice of the controller'),
    ('removal_cost', 'TRANSPORT', 'Transports', 'Transport', 10, '2011-06-16', null, 'open', 'Choice of the controller'),
    ('removal_cost', 'ESCORT', 'Konvojs', 'Escort', 20, '2011-06-16', null, 'open', 'Choice of the controller'),
    ('removal_cost', 'DOCUMENTS', 'Dokumenti', 'Documents', 30, '2011-06-16', null, 'open', 'Choice of the controller'),
    ('removal_cost', 'MEDICAL', 'Medicīniskā palīdzība', 'Medical care', 40, '2011-06-16', null, 'open', 'Choice of the controller'),
    ('removal_cost', 'OTHER', 'Citas izmaksas', 'Other', 50, '2011-06-16', null, 'open', 'Choice of the controller');

alter table removal_step
    add column name text,
    add column present boolean,
    add column amount numeric(10, 2),
    add column from_place text,
    add column to_place text,
    add column departs_at timestamptz,
    drop constraint removal_step_kind_known,
    add constraint removal_step_kind_known check (kind in (
        'DOCUMENT_REQUESTED', 'DOCUMENT_ANSWERED', 'READMISSION_REQUESTED', 'READMISSION_ANSWERED', 'MEDICAL_CHECK',
        'SCHEDULED', 'TRANSPORT_BOOKED', 'ESCORT_NAMED', 'NOTIFIED', 'ALLOWANCE_PAID', 'MONITORED', 'POSTPONED', 'FAILED', 'COST')),
    drop constraint removal_step_outcome_whole,
    add constraint removal_step_outcome_whole check (
        (kind in ('DOCUMENT_REQUESTED', 'READMISSION_REQUESTED', 'ESCORT_NAMED', 'ALLOWANCE_PAID')) = (outcome is null)),
    add constraint removal_step_name_whole check ((kind in ('ESCORT_NAMED', 'MONITORED')) = (name is not null)),
    add constraint removal_step_presence_whole check ((kind = 'MONITORED') = (present is not null)),
    add constraint removal_step_other_monitor_explained check (kind <> 'MONITORED' or outcome <> 'OTHER' or note is not null),
    add constraint removal_step_escort_explained check (kind <> 'ESCORT_NAMED' or note is not null),
    add constraint removal_step_amount_whole check ((kind = 'COST') = (amount is not null)),
    add constraint removal_step_amount_above_zero check (amount > 0),
    add constraint removal_step_route_whole check (
        num_nonnulls(from_place, to_place, departs_at) = case kind when 'TRANSPORT_BOOKED' then 3 else 0 end);
comment on column removal_step.name is 'Directive 2008/115/EC Art. 8(6); Reg. 454 p. 10 | personal | Monitor, or head of the escort';
comment on column removal_step.present is 'Directive 2008/115/EC Art. 8(6) | personal | Whether the monitor was present';
comment on column removal_step.amount is '– | personal | Cost in EUR';
comment on column removal_step.from_place is 'Reg. 454 p. 10 | personal | Where the transport that is booked starts from';
comment on column removal_step.to_place is 'Reg. 454 p. 10 | personal | Where the transport that is booked goes to';
comment on column removal_step.departs_at is 'Reg. 454 p. 10 | personal | When the transport that is booked departs';
