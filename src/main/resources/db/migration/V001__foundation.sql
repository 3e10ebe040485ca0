-- Exclusion constraints over periods, and similarity of names.
create extension if not exists btree_gist;
create extension if not exists pg_trgm;

-- True while somebody acts in this transaction. The policy of every personal table asks it.
create function somebody_acts() returns boolean
    language sql stable parallel safe
    return coalesce(current_setting('register.actor', true), '') <> '';
comment on function somebody_acts() is 'database: whether the transaction has said who acts';
