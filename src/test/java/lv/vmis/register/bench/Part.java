package lv.vmis.register.bench;

/** A word in its place of a name: what joins it to the one before, and whether documents often leave it out. */
record Part(Word word, char glue, boolean optional, String list) {}
