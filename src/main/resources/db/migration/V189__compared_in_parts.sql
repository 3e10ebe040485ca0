-- One act can be about hundreds of persons. They are compared some at a time, so that nobody waits long for what that transaction holds.
select set_config('register.actor', 'migration', true);

alter table likeness_progress
    add compared integer not null default 0,
    add constraint likeness_progress_compared_known check (compared >= 0);
comment on column likeness_progress.compared is '– | none | So many persons of the entry after this place are compared already';
