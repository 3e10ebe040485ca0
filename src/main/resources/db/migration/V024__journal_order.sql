-- Who follows the journal (the index of persons, later subscribers) reads acts in the order of their transactions.
create index entry_order on entry (tx, id) where kind = 'act';
