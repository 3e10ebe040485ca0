package lv.vmis.register.edge;

import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** Personal data were asked for before their purpose was stated; the official is asked for it and comes back. */
public final class PurposeNeeded extends RuntimeException {

    private final transient @Nullable PersonId person;

    PurposeNeeded(@Nullable PersonId person) {
        super("purpose needed", null, false, false);
        this.person = person;
    }

    @Nullable
    PersonId person() {
        return person;
    }
}
