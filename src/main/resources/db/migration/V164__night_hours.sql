-- The hours of an agreement may lie over midnight: from 22.00 to 6.00 of the next morning.
select set_config('register.actor', 'migration', true);

alter table agreement_change
    drop constraint agreement_change_hours_whole,
    add constraint agreement_change_hours_whole check ((hours_from is null) = (hours_to is null) and hours_from <> hours_to);
comment on column agreement_change.hours_from is 'Reg. 122 p. 14 | none | From what time of the day it may ask, by the clocks of Latvia; none: at any time';
comment on column agreement_change.hours_to is 'Reg. 122 p. 14 | none | Until what time of the day it may ask; before the first: of the next day';
