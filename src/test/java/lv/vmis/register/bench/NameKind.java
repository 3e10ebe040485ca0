package lv.vmis.register.bench;

/** How the name at the border differs from the one in the register, with its share among 100 queries. */
enum NameKind {
    SAME("same", 11),
    MACHINE("mrz", 11),
    TRUNCATED("mrz-truncated", 6),
    SPELLING("transliteration", 17),
    NATIVE("native", 6),
    LATVIAN("latvian", 8),
    TYPO1("typo1", 10),
    TYPO2("typo2", 6),
    SWAPPED("swapped", 6),
    DROPPED("dropped", 6),
    ADDED("added", 4),
    JOINED("joined", 4),
    MARRIED("married", 5);

    final String word;
    final double share;

    NameKind(String word, double share) {
        this.word = word;
        this.share = share;
    }
}
