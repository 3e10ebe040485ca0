-- What a decision page offers first rests on nobody's word yet, and says so as every other reference row does.
alter table usual_choice
    add column certainty text not null default 'open',
    add column source text not null default 'Choice of the project, to be confirmed by the institution',
    add constraint usual_choice_certainty_known check (certainty in ('confirmed', 'memory', 'open'));
alter table usual_choice
    alter column certainty drop default,
    alter column source drop default;
comment on column usual_choice.certainty is '– | none | confirmed, memory or open';
comment on column usual_choice.source is '– | none | citation of the source';

alter table reasons_template
    add column certainty text not null default 'open',
    add column source text not null default 'Draft of the project, to be confirmed by the lawyers of the institutions',
    add constraint reasons_template_certainty_known check (certainty in ('confirmed', 'memory', 'open'));
alter table reasons_template
    alter column certainty drop default,
    alter column source drop default;
comment on column reasons_template.certainty is '– | none | confirmed, memory or open';
comment on column reasons_template.source is '– | none | citation of the source';
