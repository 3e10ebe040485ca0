-- The contingency list: what the border takes along for when there is no network, sealed to one named device.
select set_config('register.actor', 'migration', true);

create table contingency_device (
    id              uuid not null,
    name            text not null,
    unit            text not null references unit (code),
    fingerprint     text not null,
    public_key      text not null,
    registered_by   uuid not null,
    registered_name text not null,
    registered_at   timestamptz not null,
    revoked_by      uuid,
    revoked_name    text,
    revoked_at      timestamptz,
    revoked_reason  text,
    constraint contingency_device_pk primary key (id),
    constraint contingency_device_named check (btrim(name) <> '' and length(name) <= 100),
    constraint contingency_device_key_once unique (fingerprint),
    constraint contingency_device_key_whole check (public_key ~ '^[A-Za-z0-9_-]{43}$' and fingerprint ~ '^[A-Za-z0-9_-]{43}$'),
    constraint contingency_device_revoked_whole check (
        num_nonnulls(revoked_by, revoked_name, revoked_at, revoked_reason) in (0, 4) and btrim(revoked_reason) <> '')
);
create unique index contingency_device_name_once on contingency_device (name) where revoked_at is null;
comment on table contingency_device is 'contingency: devices that may take the list along; never changed but for being revoked | entered by an administrator | as the journal';
comment on column contingency_device.id is '– | none | Key';
comment on column contingency_device.name is '– | none | Name of the device';
comment on column contingency_device.unit is '– | none | Unit that keeps it';
comment on column contingency_device.fingerprint is '– | none | By what the device is named in files: hash of its public key (SHA-256, base64url)';
comment on column contingency_device.public_key is '– | none | Public key of the device (X25519, base64url)';
comment on column contingency_device.registered_by is 'Reg. (EU) 2016/679 Art. 5(2) | official | Who registered it';
comment on column contingency_device.registered_name is 'Reg. (EU) 2016/679 Art. 5(2) | official | Name of the official as it was then';
comment on column contingency_device.registered_at is '– | none | When';
comment on column contingency_device.revoked_by is 'Reg. (EU) 2016/679 Art. 5(2) | official | Who revoked it';
comment on column contingency_device.revoked_name is 'Reg. (EU) 2016/679 Art. 5(2) | official | Name of the official as it was then';
comment on column contingency_device.revoked_at is '– | none | Since when it gets nothing; none: it is in use';
comment on column contingency_device.revoked_reason is 'Reg. (EU) 2016/679 Art. 5(2) | official | Why it was revoked';

create table contingency_key (
    fingerprint text not null,
    sign_public text not null,
    seal_public text not null,
    secret      text,
    made_at     timestamptz not null,
    retired_at  timestamptz,
    constraint contingency_key_pk primary key (fingerprint),
    constraint contingency_key_in_use_whole check ((retired_at is null) = (secret is not null)),
    constraint contingency_key_retired_after_made check (retired_at >= made_at)
);
create unique index contingency_key_one_in_use on contingency_key ((true)) where retired_at is null;
comment on table contingency_key is 'contingency: keys of the register towards devices: one signs lists, one opens what devices bring | made by the register | for as long as a list may be shown to somebody';
comment on column contingency_key.fingerprint is '– | none | Name of the pair: hash of both public keys (SHA-256, base64url)';
comment on column contingency_key.sign_public is '– | none | Public key that verifies lists (Ed25519, base64url)';
comment on column contingency_key.seal_public is '– | none | Public key that devices seal their checks to (X25519, base64url)';
comment on column contingency_key.secret is '– | secret | Both private keys, sealed with the key of the installation; gone once retired';
comment on column contingency_key.made_at is '– | none | Since when it is used';
comment on column contingency_key.retired_at is '– | none | Until when it was used';

create table contingency_list (
    id             uuid not null,
    device_id      uuid not null references contingency_device (id),
    number         integer not null,
    since          integer,
    persons        integer not null,
    gone           integer not null,
    digest         text not null,
    made_at        timestamptz not null,
    valid_until    timestamptz not null,
    horizon        bigint not null,
    issued_by      uuid not null,
    issued_by_name text not null,
    constraint contingency_list_pk primary key (id),
    constraint contingency_list_number_once unique (device_id, number),
    constraint contingency_list_since_known foreign key (device_id, since) references contingency_list (device_id, number),
    constraint contingency_list_since_before check (since < number),
    constraint contingency_list_counted check (number > 0 and persons >= 0 and gone >= 0 and (since is not null or gone = 0)),
    constraint contingency_list_digest_whole check (digest ~ '^[A-Za-z0-9_-]{86}$'),
    constraint contingency_list_expires check (valid_until > made_at)
);
comment on table contingency_list is 'contingency: lists issued to devices, never changed; their content is not kept | the register itself | as the journal';
comment on column contingency_list.id is '– | none | Key';
comment on column contingency_list.device_id is '– | none | Device it is sealed to';
comment on column contingency_list.number is '– | none | Number of the list among those of the device';
comment on column contingency_list.since is '– | none | Number of the list whose changes it holds; none: it is whole';
comment on column contingency_list.persons is '– | none | How many persons it tells of';
comment on column contingency_list.gone is '– | none | How many it takes out';
comment on column contingency_list.digest is '– | none | Hash of the file (SHA-512, base64url), which the next one names';
comment on column contingency_list.made_at is '– | none | When it was made';
comment on column contingency_list.valid_until is '– | none | From when on the device refuses it';
comment on column contingency_list.horizon is '– | none | Place in the order of the journal before which it knows everything';
comment on column contingency_list.issued_by is 'Reg. (EU) 2016/679 Art. 5(2) | official | Who issued it';
comment on column contingency_list.issued_by_name is 'Reg. (EU) 2016/679 Art. 5(2) | official | Name of the official as it was then';

insert into legal_parameter (code, value, value_text, unit, text_lv, text_en, law, law_en, sort, valid_from, valid_to, certainty, source)
values
    ('contingency.list.valid', 24, null, 'hours', 'Cik ilgi der saraksts pārbaudei bez tīkla', 'How long a list for checks without network holds', 'Reģistra pārziņa noteikts termiņš', 'Term set by the controller of the register', 599, '2015-07-01', null, 'open', 'Choice of the controller; Regulation (EU) 2016/679, Art. 5(1)(d) and (f)');
