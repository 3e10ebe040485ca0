-- That a judge has the papers for holding somebody longer is noted beside the title they are to prolong: from then on his decision is awaited.
select set_config('register.actor', 'migration', true);

alter table detention_title
    add column submitted_at timestamptz,
    add column submitted_to text,
    add column submitted_by uuid,
    add column submission_noted_at timestamptz,
    add constraint detention_title_submission_whole check (
        num_nonnulls(submitted_at, submitted_to, submitted_by, submission_noted_at) in (0, 4)),
    add constraint detention_title_submission_not_in_future check (submitted_at <= submission_noted_at);
comment on column detention_title.submitted_at is 'Immigration Law s. 54 | personal | When the papers for holding the person longer were submitted to a judge';
comment on column detention_title.submitted_to is 'Immigration Law s. 54 | personal | Court they were submitted to';
comment on column detention_title.submitted_by is 'Reg. 122 p. 6–8 | official | Official who noted it';
comment on column detention_title.submission_noted_at is 'Reg. 122 p. 13 | none | When it was noted';
