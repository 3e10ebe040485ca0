package lv.vmis.register.matching;

/** What a word of a name is. */
enum Role {
    SURNAME,
    GIVEN,
    /** The order of the names is not known. */
    UNKNOWN,
    /** An article or a particle (AL, VAN, BIN), which comes and goes. */
    PARTICLE;

    private static final Role[] ALL = values();

    static Role of(int ordinal) {
        return ALL[ordinal];
    }
}
