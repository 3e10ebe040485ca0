-- A system shows which one it is by its key, by tokens of the trusted issuer or by the certificate of its connection: by one of them or by
-- several. What it shows is added and never changed: who gets another one is another system.
select set_config('register.actor', 'migration', true);

alter table client
    alter column key_sha256 drop not null,
    add column token_subject text,
    add column certificate_sha256 text,
    add column certificate_subject text,
    add column certificate_from timestamptz,
    add column certificate_to timestamptz,
    add constraint client_token_subject_unique unique (token_subject),
    add constraint client_certificate_unique unique (certificate_sha256),
    add constraint client_shows_something check (num_nonnulls(key_sha256, token_subject, certificate_sha256) > 0),
    add constraint client_token_subject_plain check (token_subject ~ '^[!-~]{1,200}$'),
    add constraint client_certificate_plain check (certificate_sha256 ~ '^[0-9a-f]{64}$'),
    add constraint client_certificate_whole check (
        num_nulls(certificate_sha256, certificate_subject, certificate_from, certificate_to) in (0, 4)),
    add constraint client_certificate_period check (certificate_to >= certificate_from);
comment on column client.key_sha256 is '– | secret | SHA-256 of its key (256 random bits); none: it has no key';
comment on column client.token_subject is '– | none | How tokens of the trusted issuer name it; none: no token stands for it';
comment on column client.certificate_sha256 is '– | none | SHA-256 of the certificate of its connection; none: no certificate stands for it';
comment on column client.certificate_subject is '– | none | Subject of that certificate';
comment on column client.certificate_from is '– | none | Since when that certificate is valid';
comment on column client.certificate_to is '– | none | Until when that certificate is valid';
comment on column client.issued_by is '– | official | Who registered it; none: it was registered before this was kept';
comment on column client.issued_at is '– | none | When it was registered';
comment on column client.blocked_by is '– | official | Who revoked it';

create or replace function client_keeps_its_past() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.blocked_at is not null
            or (new.id, new.agreement, new.name, new.issued_by, new.issued_at)
                is distinct from (old.id, old.agreement, old.name, old.issued_by, old.issued_at)
            or (old.key_sha256 is not null and new.key_sha256 is distinct from old.key_sha256)
            or (old.token_subject is not null and new.token_subject is distinct from old.token_subject)
            or (old.certificate_sha256 is not null
                and (new.certificate_sha256, new.certificate_subject, new.certificate_from, new.certificate_to)
                    is distinct from
                    (old.certificate_sha256, old.certificate_subject, old.certificate_from, old.certificate_to)) then
        raise exception 'what a system shows was changed or taken back into use'
            using errcode = 'check_violation', constraint = 'client_keeps_its_past', table = 'client';
    end if;
    return new;
end
$$;
comment on function client_keeps_its_past() is 'partner: what a system shows may be added and stays what it is, and a system that was revoked stays so';
