-- Under row security an index is used only for operators that tell nothing to whoever may not see the row: negating a score is
-- none of them. The list of likely duplicates goes by one whole number.
select set_config('register.actor', 'migration', true);
alter table likeness add column turn integer not null
    generated always as ((case standing when 'UNSURE' then 1000000 else 0 end) - round(score * 100)::integer) stored;
comment on column likeness.turn is '– | personal | Turn in the list: the likeliest first, and last those nobody could tell; kept by the database';
drop index likeness_waiting;
create index likeness_waiting on likeness (turn, one_id, other_id) where standing in ('OPEN', 'UNSURE');
