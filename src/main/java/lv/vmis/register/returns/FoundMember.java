package lv.vmis.register.returns;

import java.util.List;
import lv.vmis.register.edge.Option;
import lv.vmis.register.person.FoundPersons;
import lv.vmis.register.reading.Mrz;

/**
 * One of those found together, as his document was read.
 *
 * @param field the field that asks who he is
 * @param as what is read from the document, as a form
 * @param who what the official said of him
 * @param caseField the field that asks to which case the finding of him belongs
 * @param openCases his cases that are open, and a new one; none where no case is open
 * @param openCase what the official said of it
 * @param likely persons of the register who are probably he
 */
public record FoundMember(
        String field,
        Mrz mrz,
        FindingForm as,
        String who,
        FoundPersons likely,
        String caseField,
        List<Option> openCases,
        String openCase) {

    public FoundMember {
        openCases = List.copyOf(openCases);
    }

    /** What the official says when he is none of those who are like him. */
    public String isNew() {
        return FamilyPages.isNew(likely.numbers());
    }

    /** "KARIMOV Aziz". */
    public String name() {
        return mrz.givenNames().isEmpty() ? mrz.familyName() : mrz.familyName() + " " + as.givenNames();
    }
}
