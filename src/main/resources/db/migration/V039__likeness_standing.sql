-- Most pairs ever found are decided. The list of those that wait reads them along an index; where each stands is kept beside it.
select set_config('register.actor', 'migration', true);
alter table likeness add column standing text not null default 'OPEN';
update likeness set standing = likeness_state(one_id, other_id, score, 3);
alter table likeness
    alter column standing drop default,
    add constraint likeness_standing_known check (standing in ('OPEN', 'UNSURE', 'PROPOSED', 'DIFFERENT', 'JOINED'));
comment on column likeness.standing is '– | personal | Where the pair stands with officials, as likeness_state says; written with the score and with each verdict';
create index likeness_waiting on likeness (standing, (-score), one_id, other_id) where standing in ('OPEN', 'UNSURE');
comment on column likeness_progress.weights is '– | none | Version of the weights, and by how many bits a likeness must grow to be asked again; others begin the search anew';
