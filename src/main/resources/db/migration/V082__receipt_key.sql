-- Keys that sign receipts for answers of the API. The public part stays for ever, so that old receipts can be verified.
select set_config('register.actor', 'migration', true);

create table receipt_key (
    kid        text not null,
    public_key text not null,
    secret     text,
    made_at    timestamptz not null,
    retired_at timestamptz,
    constraint receipt_key_pk primary key (kid),
    constraint receipt_key_in_use_can_sign check ((retired_at is null) = (secret is not null)),
    constraint receipt_key_retired_after_made check (retired_at >= made_at)
);
create unique index receipt_key_one_in_use on receipt_key ((true)) where retired_at is null;
comment on table receipt_key is 'receipt: keys that sign receipts for answers of the API | made by the register | for as long as a receipt may be shown to somebody';
comment on column receipt_key.kid is '– | none | Name of the key: its thumbprint (RFC 7638)';
comment on column receipt_key.public_key is '– | none | Public key (Ed25519, base64url), as in a JSON Web Key';
comment on column receipt_key.secret is '– | secret | Private key, sealed with the key of the installation; gone once retired';
comment on column receipt_key.made_at is '– | none | Since when it signs';
comment on column receipt_key.retired_at is '– | none | Until when it signed';
