create table training_run (
    only_one   boolean not null default true,
    seed       bigint not null,
    people     integer not null,
    stories    integer not null default 0,
    made       integer not null default 0,
    started_at  timestamptz not null,
    finished_at timestamptz,
    constraint training_run_pk primary key (only_one),
    constraint training_run_only_one check (only_one),
    constraint training_run_counts check (stories >= 0 and made >= 0 and people >= 0)
);
comment on table training_run is 'training: how far the generated people of a demo or training installation are';
comment on column training_run.only_one is '– | none | Key: there is one row at most';
comment on column training_run.seed is '– | none | Seed: the same seed and moment give the same people';
comment on column training_run.people is '– | none | How many people are wanted';
comment on column training_run.stories is '– | none | How many histories are entered; a restart goes on with the next';
comment on column training_run.made is '– | none | How many people are entered';
comment on column training_run.started_at is '– | none | When it began';
comment on column training_run.finished_at is '– | none | When it was done';
