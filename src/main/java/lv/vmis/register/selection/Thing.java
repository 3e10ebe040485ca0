package lv.vmis.register.selection;

/**
 * What conditions are about, a section of the form each. All conditions of one section hold of one and the same thing: of
 * one decision, not of one decision its kind and of another its date.
 */
public enum Thing {
    PERSON(""),
    FINDING("""
            exists (select 1 from person m join finding f on f.person_id = m.id
                     where m.head_id = p.id"""),
    DECISION("""
            exists (select 1 from person m join decision d on d.person_id = m.id
                     where m.head_id = p.id"""),
    BAN("""
            exists (select 1 from person m join ban_clock b on b.person_id = m.id
                     where m.head_id = p.id"""),
    DEPARTURE("""
            exists (select 1 from person m join departure e on e.person_id = m.id
                     where m.head_id = p.id"""),
    RECORD("""
            exists (select 1 from person m
                     where m.head_id = p.id""");

    /** What such a thing of the person is, up to the conditions; the person himself needs none. */
    private final String exists;

    Thing(String exists) {
        this.exists = exists;
    }

    String exists() {
        return exists;
    }

    boolean isPerson() {
        return this == PERSON;
    }
}
