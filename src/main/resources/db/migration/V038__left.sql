-- The list of decisions carried out, newest first: among those prepared last there are few.
create index decision_left on decision (prepared_at desc, id desc) where departed_on is not null;
