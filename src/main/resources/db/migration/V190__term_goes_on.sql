-- A departure order that was suspended by a follow-up decision gets its days back when another lets it go on, as it does with the result
-- of a remedy, and no day is given back twice when suspensions overlap. What the term was before stands beside the result, so that
-- withdrawing it needs no reckoning.

select set_config('register.actor', 'migration', true);

alter table remedy add column leave_by_before date;
comment on column remedy.leave_by_before is 'Immigration Law s. 43 | personal | Last day to leave before the result counted it anew';

alter table remedy disable trigger remedy_result_goes_withdrawn;
update remedy
   set leave_by_before = case when leave_by < filed_on then leave_by else filed_on + (leave_by - result_on) end
 where leave_by is not null;
alter table remedy enable trigger remedy_result_goes_withdrawn;

alter table remedy
    add constraint remedy_term_before_known check ((leave_by is null) = (leave_by_before is null));

alter table follow_up drop constraint follow_up_extension_whole;
alter table follow_up
    add constraint follow_up_extension_whole check ((kind = 'EXTEND') = (leave_by is not null) or kind = 'RESUME'),
    add constraint follow_up_term_goes_on check (kind <> 'RESUME' or leave_by is null or signed_at is not null and ban_id is null);
comment on column follow_up.leave_by is 'Reg. 122 5.14.2 | personal | New last day to leave: asked for by an extension, counted anew once the decision goes on';
