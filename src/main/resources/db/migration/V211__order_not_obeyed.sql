-- A removal for not having obeyed an order follows an order whose term has passed (Immigration Law s. 46(1) 4). The days that the Border Guard
-- has by itself begin anew with a finding only: another ground alone would let it hold anybody without a judge.
select set_config('register.actor', 'migration', true);

insert into legal_parameter (code, value, value_text, unit, text_lv, text_en, law, law_en, sort, valid_from, valid_to, certainty, source)
values
    ('removal.bases.overdue', null, 'IL2002-46-1-4', 'text', 'Tiesiskie pamati izraidīšanai, kam jābūt pagājušam izbraukšanas rīkojuma termiņam', 'Legal bases of a removal that ask for a departure order whose term has passed', 'Imigrācijas likuma 46. panta pirmās daļas 4. punkts', 'Immigration Law, Section 46, Paragraph one, Clause 4', 206, '2003-05-01', null, 'memory', 'Immigration Law (2002), s. 46(1) 4');
insert into legal_parameter_bound (code, of_bases) values ('removal.bases.overdue', true);

-- A choice of the controller that went too far, and no law of the past: it is put right from the beginning.
alter table legal_parameter disable trigger legal_parameter_keeps_its_past;
update legal_parameter
   set value_text = 'FINDING', source = 'Immigration Law (2002), s. 54 does not say whether the term begins anew; choice of the controller, after CJEU C-357/09 Kadzoev: another ground alone begins nothing anew'
 where code = 'detention.vrs.anew';
alter table legal_parameter enable trigger legal_parameter_keeps_its_past;

create function order_not_obeyed(person uuid, on_day date) returns boolean language sql stable as $$
    select exists (select 1
                     from decision d
                    where d.person_id in (select * from records_of(person)) and d.kind = 'DEPARTURE_ORDER' and d.served_on is not null
                      and d.leave_by < on_day and d.departed_on is null and d.cancelled_on is null and d.suspended_on is null)
$$;
comment on function order_not_obeyed(uuid, date) is 'decision: whether the term of an order that was served on the person has passed on the day and he has not left under it';

create function removal_after_order() returns trigger language plpgsql as $$
begin
    if new.legal_basis = any (select unnest(string_to_array(p.value_text, ','))
                                from legal_parameter p
                               where p.code = 'removal.bases.overdue' and p.valid_from <= new.decided_on
                                 and coalesce(p.valid_to, 'infinity') >= new.decided_on)
       and not order_not_obeyed(new.person_id, new.decided_on) then
        raise check_violation using message = 'no order was disobeyed whose term has not passed', constraint = 'decision_after_order';
    end if;
    return new;
end
$$;
comment on function removal_after_order() is 'decision: holds that a removal for not having obeyed an order follows an order whose term has passed (Immigration Law s. 46(1) 4)';
create trigger decision_after_order before update of signed_at on decision
    for each row when (old.signed_at is null and new.signed_at is not null and new.kind = 'REMOVAL')
    execute function removal_after_order();
