package lv.vmis.register.returns;

import lv.vmis.register.person.FoundPersons;
import lv.vmis.register.reading.Mrz;

/**
 * One of those found together, as his document was read.
 *
 * @param field the field that asks who he is
 * @param as what is read from the document, as a form
 * @param who what the official said of him
 * @param likely persons of the register who are probably he
 */
public record FoundMember(String field, Mrz mrz, FindingForm as, String who, FoundPersons likely) {

    /** What the official says when he is none of those who are like him. */
    public String isNew() {
        return FamilyPages.isNew(likely.numbers());
    }

    /** "KARIMOV Aziz". */
    public String name() {
        return mrz.givenNames().isEmpty() ? mrz.familyName() : mrz.familyName() + " " + as.givenNames();
    }
}
