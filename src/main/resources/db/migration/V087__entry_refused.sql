-- How often the systems of an institution were turned away is read from the journal, by agreement and day.
select set_config('register.actor', 'migration', true);

create index entry_refused on entry (agreement, at) where decision = 'deny' and agreement is not null;
