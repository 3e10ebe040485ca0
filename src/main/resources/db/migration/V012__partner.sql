create table agreement (
    number      text not null,
    institution text not null references institution (code),
    legal_basis text not null,
    purposes    text[] not null,
    valid_from  date not null,
    valid_to    date,
    constraint agreement_pk primary key (number),
    constraint agreement_period check (valid_to >= valid_from),
    constraint agreement_has_purpose check (cardinality(purposes) > 0)
);
comment on table agreement is 'partner: an agreement under which an institution uses the register';
comment on column agreement.number is 'Reg. 122 p. 14 | none | Number, sent with every request';
comment on column agreement.institution is 'Reg. 122 p. 14 | none | Institution';
comment on column agreement.legal_basis is 'Reg. 122 p. 14 | none | Legal basis';
comment on column agreement.purposes is 'LED 25(1) | none | Purposes it may state';
comment on column agreement.valid_from is '– | none | First day';
comment on column agreement.valid_to is '– | none | Last day';

create table client (
    id         uuid not null,
    agreement  text not null references agreement (number),
    name       text not null,
    key_sha256 text not null,
    demo       boolean not null default false,
    blocked_at timestamptz,
    constraint client_pk primary key (id),
    constraint client_key_unique unique (key_sha256)
);
comment on table client is 'partner: a system of an institution that may call the API';
comment on column client.id is '– | none | Key';
comment on column client.agreement is '– | none | Agreement';
comment on column client.name is '– | none | Name of the system';
comment on column client.key_sha256 is '– | secret | SHA-256 of its key (256 random bits)';
comment on column client.demo is '– | none | Generated for a demo or training installation';
comment on column client.blocked_at is '– | none | Since when it is blocked';
