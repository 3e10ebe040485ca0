-- A place is looked for by any part of its name.
create index finding_place_like on finding using gin (place gin_trgm_ops);
