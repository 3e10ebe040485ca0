-- Nobody leaves who is held: his release is entered first, with its time and reason. And nobody is looked for who is held.
select set_config('register.actor', 'migration', true);

create function departure_leaves_nobody_held() returns trigger language plpgsql as $$
begin
    if exists (select 1 from detention d
                where d.person_id in (select * from records_of(new.person_id)) and d.released_at is null) then
        raise check_violation using message = 'nobody leaves who is held', constraint = 'departure_nobody_held';
    end if;
    return null;
end
$$;
comment on function departure_leaves_nobody_held() is 'decision: holds that the release of a person is entered before his departure (Reg. 122 5.5.3, 5.5.4)';
create trigger departure_leaves_nobody_held after insert on departure
    for each row execute function departure_leaves_nobody_held();

create function detention_ends_search() returns trigger language plpgsql as $$
begin
    if exists (select 1
                 from whereabouts w
                where w.person_id in (select * from records_of(new.person_id)) and w.review_on is not null
                  and not exists (select 1 from whereabouts n where n.case_id = w.case_id and n.place > w.place)
                  and not exists (select 1 from departure e where e.case_id = w.case_id)) then
        raise check_violation using message = 'nobody is looked for who is detained', constraint = 'detention_search_ended';
    end if;
    return null;
end
$$;
comment on function detention_ends_search() is 'whereabouts: holds that a search ends when the person is detained';
create constraint trigger detention_ends_search after insert on detention
    deferrable initially deferred for each row execute function detention_ends_search();
