package lv.vmis.register.edge;

import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** Personal data were asked for before their purpose was stated; the official is asked for it and comes back. */
public final class PurposeNeeded extends RuntimeException {

    private final transient @Nullable PersonId person;
    private final @Nullable UUID caseId;

    PurposeNeeded(@Nullable PersonId person, @Nullable UUID caseId) {
        super("purpose needed", null, false, false);
        this.person = person;
        this.caseId = caseId;
    }

    @Nullable
    PersonId person() {
        return person;
    }

    /** The case that was being opened, if it was one. */
    @Nullable
    UUID caseId() {
        return caseId;
    }
}
