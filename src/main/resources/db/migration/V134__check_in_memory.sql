-- A check finds those of the same name in the index in memory; nothing reads this index any more.
select set_config('register.actor', 'migration', true);

drop index identity_born_in_part;
