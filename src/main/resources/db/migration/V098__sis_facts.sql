-- All that another State tells with a hit or a question is kept beside it and shown, not only where and when.
select set_config('register.actor', 'migration', true);

alter table alert_notice
    add column happened_time time(0),
    add column identity text,
    add column document text,
    add column measure text,
    add column reference text,
    add constraint alert_notice_told_by_a_state check (
        country is not null or num_nonnulls(place, happened_time, identity, document, measure, reference) = 0);
comment on column alert_notice.happened_time is 'Reg. (EU) 2018/1860 6(1)(b), 7(2) | personal | Time of day, by the clock there';
comment on column alert_notice.identity is 'Reg. (EU) 2018/1860 6(1)(a), 7(2) | personal | Names and date of birth he used';
comment on column alert_notice.document is 'Reg. (EU) 2018/1860 6(1)(a), 7(2) | personal | Document he showed';
comment on column alert_notice.measure is 'Reg. (EU) 2018/1860 6(1), 7(2) | personal | What the other State did';
comment on column alert_notice.reference is 'Reg. (EU) 2018/1861 8 | personal | Reference of the SIRENE Bureau';

alter table alert_consultation
    add column identity text,
    add column document text,
    add column note text,
    add column reference text,
    add constraint alert_consultation_told_by_a_state check (direction = 'IN' or num_nonnulls(identity, document, note, reference) = 0);
comment on column alert_consultation.identity is 'Reg. (EU) 2018/1860 9; 2018/1861 27 | personal | Names and date of birth he used there';
comment on column alert_consultation.document is 'Reg. (EU) 2018/1860 9; 2018/1861 27 | personal | Document he showed there';
comment on column alert_consultation.note is 'Reg. (EU) 2018/1860 9; 2018/1861 27, 39(7) | personal | What else the other State tells';
comment on column alert_consultation.reference is 'Reg. (EU) 2018/1861 8 | personal | Reference of the SIRENE Bureau';
