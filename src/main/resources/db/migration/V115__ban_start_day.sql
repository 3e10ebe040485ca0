-- A ban that begins on a named day begins neither before the day of its decision nor later than the law allows.
select set_config('register.actor', 'migration', true);

insert into legal_parameter (code, value, value_text, unit, text_lv, text_en, law, law_en, sort, valid_from, valid_to, certainty, source)
values
    ('ban.start.max', 1, null, 'years', 'Cik ilgi pēc lēmuma dienas vēlākais sākas aizliegums no noteiktas dienas', 'How long after the day of its decision a ban from a named day begins at the latest', 'Reģistra pārziņa noteikta vērtība', 'Value set by the controller of the register', 125, '2003-05-01', null, 'open', 'Choice of the controller; Cabinet Regulation No. 122 (2013), 5.10.1, 5.12.1');

create function ban_starts_near(b ban) returns void language plpgsql as $$
declare
    decided date := (select d.decided_on from decision d where d.id = b.decision_id and d.signed_at is not null);
begin
    if b.starts <> 'DAY' or b.dropped_at is not null or decided is null then
        return;
    end if;
    if b.starts_on < decided then
        raise check_violation using message = 'a ban does not begin before the day of its decision',
            constraint = 'ban_starts_not_before_decision';
    end if;
    if b.starts_on > (select (decided + make_interval(years => p.value::integer))::date
                        from legal_parameter p
                       where p.code = 'ban.start.max' and decided between p.valid_from and coalesce(p.valid_to, 'infinity')) then
        raise check_violation using message = 'a ban begins within the time the law allows', constraint = 'ban_starts_within_law';
    end if;
end
$$;
comment on function ban_starts_near(ban) is 'ban: holds that a ban from a named day begins near the day of its decision';

create function ban_start_is_near() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'ban' then
        perform ban_starts_near(new);
    else
        perform ban_starts_near(b) from ban b where b.decision_id = new.id;
    end if;
    return null;
end
$$;
comment on function ban_start_is_near() is 'ban: holds that bans begin near the day of their decision, when it is signed and when one is entered';
create trigger ban_start_is_near after insert or update of starts, starts_on on ban
    for each row when (new.starts = 'DAY') execute function ban_start_is_near();
create trigger decision_bans_start_near after update of signed_at on decision
    for each row when (new.kind = 'ENTRY_BAN' and old.signed_at is null and new.signed_at is not null)
    execute function ban_start_is_near();
