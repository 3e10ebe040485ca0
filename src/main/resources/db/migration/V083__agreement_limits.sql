-- What an agreement allows beside its purposes: how much, when, from where; and how much it was used.
select set_config('register.actor', 'migration', true);

alter table agreement
    add column per_minute integer,
    add column per_day integer,
    add column hours_from time,
    add column hours_to time,
    add column networks text[] not null default '{}',
    add column suspended_at timestamptz,
    add constraint agreement_limits_positive check (per_minute > 0 and per_day > 0),
    add constraint agreement_hours_whole check ((hours_from is null) = (hours_to is null) and hours_from < hours_to);
comment on column agreement.per_minute is 'Reg. 122 p. 14 | none | Questions in a minute at most; none: as many as it likes';
comment on column agreement.per_day is 'Reg. 122 p. 14 | none | Questions in a day at most; none: as many as it likes';
comment on column agreement.hours_from is 'Reg. 122 p. 14 | none | From what time of the day it may ask; none: at any time';
comment on column agreement.hours_to is 'Reg. 122 p. 14 | none | Until what time of the day it may ask';
comment on column agreement.networks is 'Reg. 122 p. 14 | none | Networks it may ask from, as address and length; none: from any';
comment on column agreement.suspended_at is 'Reg. 122 p. 14 | none | Since when it is suspended';

create table agreement_pace (
    agreement text not null references agreement (number),
    minute    timestamptz not null,
    questions integer not null,
    constraint agreement_pace_pk primary key (agreement),
    constraint agreement_pace_counts check (questions >= 0)
);
comment on table agreement_pace is 'partner: how much was asked under an agreement in the minute of the last question, on all nodes together | counted by the register | one minute';
comment on column agreement_pace.agreement is '– | none | Agreement';
comment on column agreement_pace.minute is '– | none | Minute of the last question';
comment on column agreement_pace.questions is '– | none | Questions in that minute';

create table agreement_use (
    agreement text not null references agreement (number),
    day       date not null,
    purpose   text not null,
    questions integer not null,
    constraint agreement_use_pk primary key (agreement, day, purpose),
    constraint agreement_use_counts check (questions > 0)
);
comment on table agreement_use is 'partner: how much was asked under an agreement, by day and purpose | counted by the register | for as long as the statistics of the use of the register';
comment on column agreement_use.agreement is '– | none | Agreement';
comment on column agreement_use.day is '– | none | Day';
comment on column agreement_use.purpose is '– | none | Purpose, a code of the list PURPOSE';
comment on column agreement_use.questions is '– | none | Questions';
