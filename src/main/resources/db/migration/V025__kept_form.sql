-- One row per form that arrived after its session had ended: what was typed is not lost, and waits for who typed it.
create table kept_form (
    account     uuid not null,
    key         uuid not null,
    form        text not null,
    at          timestamptz not null,
    constraint kept_form_pk primary key (account, key)
);
create index kept_form_at on kept_form (at);
comment on table kept_form is 'edge: forms that arrived after their session had ended, kept a day for the official to send again';
comment on column kept_form.account is '– | official | To whom the form was given; nobody else is shown it';
comment on column kept_form.key is '– | none | Key of the form: sent again, it takes effect once';
comment on column kept_form.form is '– | personal | Address and fields as typed, sealed with the key of the installation';
comment on column kept_form.at is '– | none | When it arrived';
