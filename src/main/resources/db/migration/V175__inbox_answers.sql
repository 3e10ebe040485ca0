-- N.SIS may keep a message and decide on it later: what it tells then is found beside what it answers.
select set_config('register.actor', 'migration', true);

alter table outbox add constraint outbox_of_correspondent unique (correspondent, id);
alter table inbox
    add column answers uuid,
    add constraint inbox_answers_own_question foreign key (correspondent, answers) references outbox (correspondent, id);
create index inbox_answering on inbox (answers, came_at) where answers is not null;
comment on column inbox.answers is 'Reg. (EU) 2018/1861 Art. 20 | none | The message to that system that it answers after all';

-- What came before this column says itself what it answers.
update inbox i
   set answers = o.id, person_id = coalesce(i.person_id, o.person_id)
  from outbox o
 where i.correspondent = 'NSIS' and i.kind in ('decided', 'outcome') and o.correspondent = i.correspondent
   and o.id::text = coalesce(substring(i.body from '<(?:\w+:)?decided\s[^>]*\ymessage="([0-9a-f-]{36})"'),
                             substring(i.body from '<(?:\w+:)?outcome\s[^>]*\yconsultation="([0-9a-f-]{36})"'));
