-- The entries of the journal are hashed in their order, group after group, and each group is signed, so that whoever has a receipt can have it
-- completed: the journal holds the entry of his call.
select set_config('register.actor', 'migration', true);

create index entry_sequence on entry (tx, id);
create index entry_call on entry (request) where agreement is not null;

create table journal_checkpoint (
    number      bigint not null,
    at          timestamptz not null,
    entries     integer not null,
    statement   text not null,
    jws         text not null,
    transaction bigint not null,
    entry       uuid not null,
    constraint journal_checkpoint_pk primary key (number),
    constraint journal_checkpoint_holds_some check (entries > 0),
    constraint journal_checkpoint_goes_on unique (transaction, entry)
);
comment on table journal_checkpoint is 'receipt: groups of entries of the journal, each signed over the Merkle tree of its entries and over the group before; rows are added, never changed | the register itself | always';
comment on column journal_checkpoint.number is '– | none | Number, without gaps';
comment on column journal_checkpoint.at is '– | none | When it was signed';
comment on column journal_checkpoint.entries is '– | none | How many entries it holds';
comment on column journal_checkpoint.statement is '– | none | What is signed: number, time, entries, root of their tree, hash of the checkpoint before';
comment on column journal_checkpoint.jws is '– | none | The signature (RFC 7515, payload left out)';
comment on column journal_checkpoint.transaction is '– | none | Place in the order of the journal up to which it goes: transaction';
comment on column journal_checkpoint.entry is '– | none | Place in the order of the journal up to which it goes: entry';

create table journal_leaf (
    checkpoint bigint not null,
    place      integer not null,
    entry      uuid not null,
    salt       bytea not null,
    hash       bytea not null,
    constraint journal_leaf_pk primary key (checkpoint, place),
    constraint journal_leaf_once unique (entry),
    constraint journal_leaf_of_checkpoint foreign key (checkpoint) references journal_checkpoint (number) deferrable initially deferred,
    constraint journal_leaf_hashed check (length(hash) = 32 and length(salt) = 16)
);
comment on table journal_leaf is 'receipt: the hash of each entry of the journal in its checkpoint; rows are added, never changed | the register itself | always, also when the entry is erased';
comment on column journal_leaf.checkpoint is '– | none | Checkpoint';
comment on column journal_leaf.place is '– | none | Place in its tree, from 0';
comment on column journal_leaf.entry is '– | none | Entry';
comment on column journal_leaf.salt is '– | none | Hashed with what the entry says of persons, so that nobody finds it by trying';
comment on column journal_leaf.hash is '– | none | Hash of the leaf (RFC 9162, 2.1.1)';

create function entry_statement(e entry, salt bytea) returns text language sql stable as $$
    select concat_ws(chr(10),
               'register-entry/v1',
               'number ' || e.id,
               'at ' || to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
               'kind ' || e.kind,
               'operation ' || e.operation,
               'call ' || coalesce(e.request::text, ''),
               'client ' || coalesce(e.actor::text, ''),
               'permission ' || coalesce(e.agreement, ''),
               'purpose ' || coalesce(e.purpose, ''),
               'case ' || regexp_replace(coalesce(e.case_ref, ''), '[[:cntrl:]]', ' ', 'g'),
               'content ' || rtrim(translate(encode(sha256(salt || convert_to(jsonb_build_array(
                   e.tx::text, e.actor_name, e.role, e.institution, e.unit, e.on_behalf_of, e.address, e.session, e.object_type,
                   e.object_id, e.object_version, e.persons, e.legal_basis, e.case_ref, e.reason, e.search_data, e.result_count,
                   e.recipient, e.decision, e.payload)::text, 'UTF8')), 'base64'), '+/', '-_'), '='),
               '')
$$;
comment on function entry_statement(entry, bytea) is 'receipt: an entry of the journal as it is hashed; what it says of persons only as a salted hash';

create function journal_checkpoint_follows() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        raise exception 'what was signed of the journal is changed'
            using errcode = 'check_violation', constraint = 'journal_checkpoint_stays', table = tg_table_name;
    end if;
    if tg_table_name = 'journal_checkpoint'
            and new.number <> 1 + (select coalesce(max(c.number), 0) from journal_checkpoint c) then
        raise exception 'a checkpoint does not follow the last one'
            using errcode = 'check_violation', constraint = 'journal_checkpoint_follows', table = 'journal_checkpoint';
    end if;
    return new;
end
$$;
comment on function journal_checkpoint_follows() is 'receipt: each checkpoint follows the last one, and neither it nor its leaves change';
create trigger journal_checkpoint_follows before insert or update or delete on journal_checkpoint
    for each row execute function journal_checkpoint_follows();
create trigger journal_leaf_stays before update or delete on journal_leaf
    for each row execute function journal_checkpoint_follows();
