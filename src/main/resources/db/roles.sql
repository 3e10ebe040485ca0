-- Run once by the administrator of a PostgreSQL server (the embedded server does it by itself).
-- register_owner  owns the tables and runs migrations; nobody works as it
-- register_app    the application: rows only, no tables; may add to the journal, never change it
-- register_reader analysts and auditors: reads the views granted to it
do $$
begin
    if not exists (select from pg_roles where rolname = 'register_owner') then
        create role register_owner nologin noinherit;
    end if;
    if not exists (select from pg_roles where rolname = 'register_app') then
        create role register_app nologin noinherit;
    end if;
    if not exists (select from pg_roles where rolname = 'register_reader') then
        create role register_reader nologin noinherit;
    end if;
end
$$;
