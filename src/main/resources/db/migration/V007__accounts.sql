create table account (
    id             uuid not null,
    login          text not null,
    name           text not null,
    position       text not null,
    email          text,
    role           text not null,
    institution    text not null references institution (code),
    unit           text not null references unit (code),
    demo           boolean not null default false,
    password_hash  text,
    totp_secret    text,
    totp_last_step bigint,
    oidc_issuer    text,
    oidc_subject   text,
    setup_code_hash text,
    setup_until    timestamptz,
    rules_accepted text,
    rules_accepted_at timestamptz,
    training_until date,
    blocked_at     timestamptz,
    failed_tries   integer not null default 0,
    locked_until   timestamptz,
    last_sign_in   timestamptz,
    language       text not null default 'lv',
    version        integer not null default 0,
    constraint account_pk primary key (id),
    constraint account_login_unique unique (login),
    constraint account_login_lower_case check (login = lower(login)),
    constraint account_oidc_unique unique (oidc_issuer, oidc_subject),
    constraint account_oidc_whole check ((oidc_issuer is null) = (oidc_subject is null)),
    constraint account_language_known check (language in ('lv', 'en'))
);
comment on table account is 'accounts: officials who may sign in, with the role and unit they act for';
comment on column account.id is '– | none | Key';
comment on column account.login is 'Reg. 397 p. 50 | official | Name to sign in with';
comment on column account.name is 'Reg. 397 p. 59 | official | Name of the official';
comment on column account.position is '– | official | Position, as printed under decisions';
comment on column account.email is '– | official | Address for notices';
comment on column account.role is 'Reg. 397 p. 50 | official | Role; its rights are in the matrix of roles';
comment on column account.institution is 'Reg. 397 p. 50 | official | Institution';
comment on column account.unit is 'Reg. 397 p. 50 | official | Unit';
comment on column account.demo is '– | none | Generated account of a demo or training installation';
comment on column account.password_hash is 'Reg. 397 p. 52 | secret | Hash of the password, with its algorithm';
comment on column account.totp_secret is 'Reg. 397 p. 52 | secret | Encrypted secret of the second factor';
comment on column account.totp_last_step is 'Reg. 397 p. 52 | none | Last time step used; a code works once';
comment on column account.oidc_issuer is 'Reg. 397 p. 52 | official | Issuer of the institution''s own sign-in';
comment on column account.oidc_subject is 'Reg. 397 p. 52 | official | Subject there';
comment on column account.setup_code_hash is 'Reg. 397 p. 52 | secret | Hash of the one-time code for the first sign-in';
comment on column account.setup_until is 'Reg. 397 p. 52 | none | Until when that code works';
comment on column account.rules_accepted is 'Reg. 397 p. 53 | official | Version of the usage rules accepted';
comment on column account.rules_accepted_at is 'Reg. 397 p. 53 | official | When they were accepted';
comment on column account.training_until is 'SIS 14; Reg. 397 p. 77 | official | Until when the training is valid; none: not yet recorded';
comment on column account.blocked_at is 'Reg. 397 p. 51 | official | Since when the account is suspended';
comment on column account.failed_tries is 'Reg. 397 p. 58 | official | Failed sign-ins in a row';
comment on column account.locked_until is 'Reg. 397 p. 58 | official | No sign-in before this moment';
comment on column account.last_sign_in is 'Reg. 397 p. 58 | official | Last sign-in';
comment on column account.language is '– | official | Language of the interface';
comment on column account.version is '– | none | Version';
