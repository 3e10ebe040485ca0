-- Whose day of birth is known in part only is found by names among the few such, and not among everybody.
select set_config('register.actor', 'migration', true);

create index identity_born_in_part on identity using gin (name_key gin_trgm_ops) where birth_earliest <> birth_latest;
