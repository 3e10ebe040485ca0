-- Printed documents signed electronically (Regulation (EU) No 910/2014): what was printed, inside a container or with the signature in it.
select set_config('register.actor', 'migration', true);

alter table decision_document add constraint decision_document_as_hashed unique (decision_id, sha256);

create table signed_document (
    id                  uuid not null,
    document_kind       text not null,
    document_id         uuid not null,
    document_sha256     text not null,
    decision_id         uuid generated always as (case when document_kind = 'RETURN_DECISION' then document_id end) stored,
    person_id           uuid not null references person (id),
    format              text not null,
    origin              text not null,
    content             bytea not null,
    sha256              text not null,
    signed_by           uuid not null,
    signed_at           timestamptz not null,
    certificate_subject text not null,
    certificate_issuer  text not null,
    certificate_serial  text not null,
    certificate_until   timestamptz not null,
    kept_by             uuid not null,
    kept_at             timestamptz not null,
    constraint signed_document_pk primary key (id),
    constraint signed_document_kind_known check (document_kind = 'RETURN_DECISION'),
    constraint signed_document_format_known check (format in ('ASICE', 'PADES')),
    constraint signed_document_origin_known check (origin in ('MADE', 'BROUGHT')),
    constraint signed_document_once unique (document_kind, document_id, format),
    constraint signed_document_is_the_printed foreign key (decision_id, document_sha256)
        references decision_document (decision_id, sha256),
    constraint signed_document_as_hashed check (sha256 = encode(sha256(content), 'hex')),
    constraint signed_document_not_in_future check (signed_at <= kept_at + interval '5 minutes'),
    constraint signed_document_certificate_in_force check (certificate_until >= kept_at)
);
create index signed_document_of_person on signed_document (person_id);
create index signed_document_of_decision on signed_document (decision_id);
comment on table signed_document is 'signing: a printed document signed electronically, as it was checked; never changed | officials and the trust service they sign with | as long as the record: 10 years after its purpose is reached (Reg. 122 p. 13)';
comment on column signed_document.id is '– | none | Key';
comment on column signed_document.document_kind is '– | none | Kind of the document';
comment on column signed_document.document_id is '– | none | What was printed, for instance a decision';
comment on column signed_document.document_sha256 is 'Reg. 122 5.15 | none | Hash of the printed document inside';
comment on column signed_document.decision_id is '– | none | Decision, where its printed form is signed';
comment on column signed_document.person_id is '– | none | Person';
comment on column signed_document.format is 'Reg. (EU) 910/2014 Art. 27 | none | Format: ASiC-E or PAdES';
comment on column signed_document.origin is '– | none | Whether it was signed from the register or brought';
comment on column signed_document.content is 'Reg. 122 5.15 | personal | The signed document';
comment on column signed_document.sha256 is 'Reg. 122 5.15 | none | Hash of the signed document';
comment on column signed_document.signed_by is 'Reg. (EU) 910/2014 Art. 26 | official | Official who signed';
comment on column signed_document.signed_at is 'Reg. (EU) 910/2014 Art. 26 | none | Time that the signature tells';
comment on column signed_document.certificate_subject is 'Reg. (EU) 910/2014 Art. 26 | official | Name in the certificate';
comment on column signed_document.certificate_issuer is 'Reg. (EU) 910/2014 Art. 28 | none | Who issued the certificate';
comment on column signed_document.certificate_serial is 'Reg. (EU) 910/2014 Art. 28 | official | Number of the certificate';
comment on column signed_document.certificate_until is 'Reg. (EU) 910/2014 Art. 28 | none | Until when the certificate is in force';
comment on column signed_document.kept_by is 'Reg. 122 p. 6–8 | official | Official who signed or brought it';
comment on column signed_document.kept_at is 'Reg. 122 p. 13 | none | When it was kept';

-- Only who signed the decision in the register signs its document, and nobody changes what was signed.
create function signed_document_holds() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        raise check_violation using message = 'a signed document is never changed', constraint = 'signed_document_unchanged';
    end if;
    if not exists (select 1 from decision d
                    where d.id = new.decision_id and d.signed_by = new.signed_by and d.person_id = new.person_id) then
        raise check_violation using message = 'a decision is signed electronically by who signed it in the register',
            constraint = 'signed_document_by_its_signatory';
    end if;
    return new;
end
$$;
comment on function signed_document_holds() is 'signing: holds that a signed document is of its signatory and never changed';
create trigger signed_document_holds after insert or update on signed_document
    for each row execute function signed_document_holds();
