-- Face images and copies of documents. The content lies beside the facts, in sealed parts, so that a backup of the database is whole.
create table file (
    id               uuid not null,
    person_id        uuid not null references person (id),
    kind             text not null,
    title            text not null,
    name             text not null,
    source           text not null,
    dated_on         date,
    type             text not null,
    size             bigint not null,
    sha256           text not null,
    pages            integer,
    width            integer,
    height           integer,
    made_from        uuid references file (id),
    key              text,
    entered_at       timestamptz not null,
    entered_by       uuid not null,
    institution      text not null references institution (code),
    unit             text not null references unit (code),
    scanned_at       timestamptz,
    scanned_with     text,
    malware          text,
    withdrawn_at     timestamptz,
    withdrawn_by     uuid,
    withdrawn_reason text,
    version          integer not null default 0,
    constraint file_pk primary key (id),
    constraint file_kind_known check (kind in ('FACE', 'PHOTO', 'IDENTITY_COPY', 'CASE_DOCUMENT', 'OTHER')),
    constraint file_source_known check (source in ('PERSON', 'OWN', 'STATE', 'FOREIGN', 'REGISTER')),
    constraint file_type_known check (type in ('PDF', 'JPEG', 'PNG', 'TIFF', 'DOCX', 'ODT', 'ASICE')),
    constraint file_named check (title <> '' and name <> ''),
    constraint file_has_content check (size > 0),
    constraint file_sha256_form check (sha256 ~ '^[0-9a-f]{64}$'),
    constraint file_face_from_photo check ((kind = 'FACE') = (made_from is not null)),
    constraint file_face_standard check (kind <> 'FACE' or (type = 'JPEG' and width = 413 and height = 531)),
    constraint file_scanned_whole check ((scanned_at is null) = (scanned_with is null) and (malware is null or scanned_at is not null)),
    constraint file_malware_destroyed check ((malware is null) = (key is not null)),
    constraint file_withdrawn_whole check (
        (withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_reason is null))
);
create index file_of_person on file (person_id, id desc);
create index file_waiting on file (id) where scanned_at is null;
create unique index file_once_per_person on file (person_id, sha256) where withdrawn_at is null and malware is null;
comment on table file is 'file: a face image, a copy of a document or an electronic document of a person';
comment on column file.id is '– | none | Key';
comment on column file.person_id is '– | none | Person';
comment on column file.kind is 'Reg. 122 5.8, 5.15 | personal | FACE (face image), PHOTO it is cut from, IDENTITY_COPY, CASE_DOCUMENT or OTHER';
comment on column file.title is 'Reg. 122 5.15 | personal | What the file is, in words';
comment on column file.name is 'Reg. 122 5.15 | personal | Name of the file as it came';
comment on column file.source is 'Reg. 122 5.15 | personal | Who gave it: PERSON, OWN institution, another institution of the STATE, FOREIGN authority or the REGISTER itself';
comment on column file.dated_on is 'Reg. 122 5.8, 5.15 | personal | Day it was taken or issued, if known';
comment on column file.type is 'Reg. 122 5.15 | none | Format found by its content';
comment on column file.size is 'Reg. 122 5.15 | none | Bytes of the content';
comment on column file.sha256 is 'Reg. 122 5.15 | personal | SHA-256 of the content; compared on every read';
comment on column file.pages is 'Reg. 122 5.15 | none | Pages, where the format has them';
comment on column file.width is 'Reg. 122 5.8 | none | Pixels across, of an image as it is shown';
comment on column file.height is 'Reg. 122 5.8 | none | Pixels down, of an image as it is shown';
comment on column file.made_from is 'Reg. 122 5.8 | none | Photo from which a face image was cut';
comment on column file.key is 'Reg. 397 p. 81 | secret | Key of the content, sealed with the key of the installation; removed when malware is found';
comment on column file.entered_at is 'Reg. 122 p. 13 | none | When it was entered';
comment on column file.entered_by is 'Reg. 122 p. 13 | official | Who entered it';
comment on column file.institution is 'Reg. 122 p. 13 | official | Institution that entered it';
comment on column file.unit is 'Reg. 122 p. 13 | official | Unit that entered it';
comment on column file.scanned_at is '– | none | When it was searched for malware; until then nobody reads it';
comment on column file.scanned_with is '– | none | What searched it';
comment on column file.malware is '– | none | Name of the malware found; the content is then destroyed';
comment on column file.withdrawn_at is 'Reg. 122 p. 13 | none | When it was withdrawn';
comment on column file.withdrawn_by is 'Reg. 122 p. 13 | official | Who withdrew it';
comment on column file.withdrawn_reason is 'Reg. 122 p. 13 | personal | Why it was withdrawn';
comment on column file.version is '– | none | Version of the facts';

create table file_part (
    file_id uuid not null references file (id),
    number  integer not null,
    sealed  bytea not null,
    constraint file_part_pk primary key (file_id, number),
    constraint file_part_number check (number >= 0)
);
-- Sealed bytes do not shrink.
alter table file_part alter column sealed set storage external;
comment on table file_part is 'file: a part of the content of a file, 256 KB at most, sealed with the key of the file';
comment on column file_part.file_id is '– | none | File';
comment on column file_part.number is '– | none | Place in the file, from 0; sealed in with the part';
comment on column file_part.sealed is 'Reg. 122 5.8, 5.15 | special | Content, AES-256-GCM; empty when destroyed';

insert into legal_parameter (code, value, value_text, unit, text_lv, text_en, law, law_en, sort, valid_from, valid_to, certainty, source)
values
    ('file.size.max', 25, null, 'count', 'Viena faila lielākais apjoms (MB)', 'Largest size of one file (MB)', 'Reģistra pārziņa noteikta robeža', 'Limit set by the controller of the register', 596, '2015-07-01', null, 'open', 'Choice of the controller');
