create table entry (
    id            uuid not null,
    tx            xid8 not null default pg_current_xact_id(),
    at            timestamptz not null,
    kind          text not null,
    operation     text not null,
    actor         uuid,
    actor_name    text,
    role          text,
    institution   text,
    unit          text,
    agreement     text,
    on_behalf_of  text,
    address       text,
    session       text,
    request       uuid,
    object_type   text,
    object_id     uuid,
    object_version integer,
    persons       uuid[] not null default '{}',
    purpose       text,
    legal_basis   text,
    case_ref      text,
    reason        text,
    search_data   jsonb,
    result_count  integer,
    recipient     text,
    decision      text not null default 'allow',
    payload       jsonb,
    constraint entry_pk primary key (id, at),
    constraint entry_kind_known check (kind in ('act', 'look', 'access')),
    constraint entry_decision_known check (decision in ('allow', 'deny')),
    constraint entry_look_has_purpose check (kind <> 'look' or decision = 'deny' or purpose is not null),
    constraint entry_act_has_actor check (kind = 'access' or actor is not null)
) partition by range (at);
create table entry_other partition of entry default;
create index entry_persons on entry using gin (persons);
create index entry_at on entry (at desc);
create index entry_object on entry (object_id) where object_id is not null;

comment on table entry is 'journal: every act, every look at personal data and every sign-in; rows are added, never changed';
comment on column entry.id is '– | none | Journal number';
comment on column entry.tx is '– | none | Transaction that wrote the entry; the order of the sequencer rests on it';
comment on column entry.at is 'Reg. 397 p. 59 | none | When it happened, by the clock of the register (UTC)';
comment on column entry.kind is 'LED 25(1) | none | act (something was changed), look (something personal was shown), access (sign-in, refusal)';
comment on column entry.operation is 'LED 25(1) | none | Name of the action or page';
comment on column entry.actor is 'Reg. 397 p. 59 | official | Account that acted';
comment on column entry.actor_name is 'Reg. 397 p. 59 | official | Name of the official as it was then';
comment on column entry.role is 'Reg. 397 p. 50 | official | Role in which the official acted';
comment on column entry.institution is 'LED 25(1) | official | Institution of the official';
comment on column entry.unit is 'LED 25(1) | official | Unit of the official';
comment on column entry.agreement is '– | none | Number of the agreement, for a machine client';
comment on column entry.on_behalf_of is '– | official | Official of the other institution for whom a machine client asked';
comment on column entry.address is 'Reg. 397 p. 59 | official | Network address of the device';
comment on column entry.session is 'Reg. 397 p. 59 | official | Mark of the session (not its secret)';
comment on column entry.request is '– | none | Request that led to the entry';
comment on column entry.object_type is 'LED 25(1) | none | Kind of thing acted on';
comment on column entry.object_id is 'LED 25(1) | none | Thing acted on';
comment on column entry.object_version is '– | none | Version of the thing after the act';
comment on column entry.persons is 'LED 25(2) | personal | Persons concerned';
comment on column entry.purpose is 'LED 25(1) | none | Purpose of a look: code of the list PURPOSE';
comment on column entry.legal_basis is 'LED 25(1) | none | Legal basis of the act';
comment on column entry.case_ref is 'LED 25(1) | personal | Case for which it was done';
comment on column entry.reason is 'LED 25(1) | personal | Justification in words';
comment on column entry.search_data is 'SIS 12(2) | personal | Data used to perform a search';
comment on column entry.result_count is 'SIS 12(2) | none | How many persons were shown';
comment on column entry.recipient is 'LED 25(1) | official | To whom data were given';
comment on column entry.decision is 'Reg. 397 p. 58 | none | Whether access was allowed';
comment on column entry.payload is 'Reg. 122 p. 13 | personal | State of the thing after the act';
