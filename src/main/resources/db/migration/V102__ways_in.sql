-- How a system may show which one it is stands in the agreement. Those made until now allow keys, as they did.
select set_config('register.actor', 'migration', true);

alter table agreement_change
    add column ways text[];
comment on column agreement_change.ways is 'Reg. 122 p. 14 | none | How its systems may show which one they are: KEY, TOKEN, CERTIFICATE';

alter table agreement_change disable trigger agreement_change_keeps_its_past;
update agreement_change
   set ways = array['KEY']
 where kind = 'TERMS';
alter table agreement_change enable trigger agreement_change_keeps_its_past;

alter table agreement_change
    drop constraint agreement_change_terms_whole,
    add constraint agreement_change_terms_whole check (
        case kind when 'TERMS' then num_nulls(legal_basis, services, attributes, purposes, networks, valid_from, ways) = 0
                  else num_nonnulls(legal_basis, signed_on, services, attributes, purposes, per_minute, per_day, hours_from, hours_to,
                                    networks, valid_from, valid_to, contact, ways) = 0 end),
    add constraint agreement_change_has_way check (cardinality(ways) > 0),
    add constraint agreement_change_ways_known check (ways <@ array['KEY', 'TOKEN', 'CERTIFICATE']);

create or replace function agreement_change_keeps_its_past() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if new.proposed_by is null and coalesce(current_setting('register.actor', true), '') <> 'migration' then
            raise exception 'nobody proposed the change of an agreement'
                using errcode = 'check_violation', constraint = 'agreement_change_proposed_by_somebody', table = 'agreement_change';
        end if;
        return new;
    end if;
    if tg_op = 'DELETE' or old.answer is not null
            or (new.id, new.agreement, new.kind, new.legal_basis, new.signed_on, new.services, new.attributes, new.purposes, new.per_minute,
                new.per_day, new.hours_from, new.hours_to, new.networks, new.valid_from, new.valid_to, new.contact, new.ways, new.reason,
                new.proposed_by, new.proposed_at)
                is distinct from
                (old.id, old.agreement, old.kind, old.legal_basis, old.signed_on, old.services, old.attributes, old.purposes, old.per_minute,
                 old.per_day, old.hours_from, old.hours_to, old.networks, old.valid_from, old.valid_to, old.contact, old.ways, old.reason,
                 old.proposed_by, old.proposed_at) then
        raise exception 'the change of an agreement was rewritten'
            using errcode = 'check_violation', constraint = 'agreement_change_keeps_its_past', table = 'agreement_change';
    end if;
    return new;
end
$$;
