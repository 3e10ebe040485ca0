package lv.vmis.register.duty;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import lv.vmis.register.duty.WaitPlace.Group;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.returns.Obligation;
import org.jspecify.annotations.Nullable;

/**
 * Something to be done beside the next step of a case, with whom it is about.
 *
 * @param familyName nothing while nobody knows whom it is about
 * @param name "NGUYEN Van An"
 */
public record OpenObligation(
        Obligation what,
        Group group,
        @Nullable String familyName,
        @Nullable String givenNames,
        @Nullable String name,
        @Nullable PartialDate birthDate) {

    boolean isLate() {
        return group == Group.OVERDUE;
    }

    /** Two may be about one thing. */
    UUID id() {
        return UUID.nameUUIDFromBytes((what.kind() + "-" + what.id()).getBytes(StandardCharsets.UTF_8));
    }

    WaitPlace place() {
        var until = what.hasTerm() ? what.term().until().day() : what.since();
        return new WaitPlace(group, until, what.since(), id());
    }
}
