package lv.vmis.register.detention;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PersonId;

/** The searches for persons whose whereabouts are unknown. They belong to the module of whereabouts, which implements this. */
public interface Searches {

    /** Ends every search for the person, for he was found on the day; answers with the cases in which he was looked for. */
    List<UUID> found(PersonId person, LocalDate day, String how, Actor by);
}
