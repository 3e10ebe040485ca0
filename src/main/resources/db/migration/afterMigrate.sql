-- After every migration: partitions ahead, rights of the three roles, and row security. New tables are covered by rule.
do $$
declare
    month date;
    t record;
begin
    for i in 0..24 loop
        month := date_trunc('month', now())::date + make_interval(months => i);
        if to_regclass(format('entry_%s', to_char(month, 'YYYY_MM'))) is null then
            execute format('create table entry_%s partition of entry for values from (%L) to (%L)',
                to_char(month, 'YYYY_MM'), month, (month + interval '1 month')::date);
        end if;
    end loop;

    -- By default everybody may make temporary tables; the application makes none.
    execute format('revoke temporary on database %I from public', current_database());
    grant usage on schema public to register_app, register_reader;
    grant select, insert, update on all tables in schema public to register_app;
    grant usage on all sequences in schema public to register_app;
    revoke all on flyway_schema_history from register_app;
    grant delete on spring_session, spring_session_attributes, submission, stated_purpose, person_search, kept_form, unsent_form, likeness to register_app;
    grant delete on identity, nationality, document, address, warning, vulnerability, mark, kinship, remark to register_app;
    grant delete on selection, export, saved_search to register_app;
    revoke update on fact_past from register_app;
    revoke update on journal_checkpoint, journal_leaf from register_app;
    for t in select c.relname from pg_class c
              where c.relnamespace = 'public'::regnamespace and c.relname ~ '^entry_' and c.relkind = 'r' loop
        execute format('revoke all on %I from register_app', t.relname);
    end loop;
    revoke update on entry from register_app;

    -- A table with a personal column shows its rows only to somebody who acts.
    for t in select distinct c.relname, c.relrowsecurity
               from pg_class c
               join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
              where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                and col_description(c.oid, a.attnum) ~ '^[^|]*\| (personal|special|restricted) \|'
              order by 1 loop
        if not t.relrowsecurity then
            execute format('alter table %I enable row level security', t.relname);
            execute format('alter table %I force row level security', t.relname);
            execute format('create policy somebody_acts on %I using ((select somebody_acts()))', t.relname);
        end if;
    end loop;
end
$$;
