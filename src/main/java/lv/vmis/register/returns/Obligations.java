package lv.vmis.register.returns;

import java.util.List;
import java.util.Set;
import lv.vmis.register.reference.LegalParameters;

/** What has to be done beside the next steps of cases. Each module whose rules oblige somebody to something implements it. */
public interface Obligations {

    /** Every one that is open, as the law has it that is in force or only tried. */
    List<Obligation> open(LegalParameters law);

    /** The parameters a change of which can be tried on them, and on nothing else. */
    default Set<String> parameters() {
        return Set.of();
    }
}
