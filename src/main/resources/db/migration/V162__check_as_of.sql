-- A system may ask how a check would have been answered at a past moment, where its agreement names it.
select set_config('register.actor', 'migration', true);

alter table agreement_change
    drop constraint agreement_change_services_known,
    add constraint agreement_change_services_known check (services <@ array['CHECK', 'CHECK_MANY', 'FOLLOW', 'CHECK_AS_OF']);
