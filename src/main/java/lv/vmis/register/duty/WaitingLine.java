package lv.vmis.register.duty;

import java.util.Optional;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A line of the list of what waits: a case with its next step, or something that has to be done beside it.
 *
 * @param waiting nothing where it stands beside
 * @param beside nothing where it is the next step of a case
 */
public record WaitingLine(
        WaitPlace place,
        @Nullable WaitingCase waiting,
        @Nullable OpenObligation beside) {

    static WaitingLine of(WaitingCase one) {
        return new WaitingLine(one.place(), one, null);
    }

    static WaitingLine of(OpenObligation one) {
        return new WaitingLine(one.place(), null, one);
    }

    Optional<PersonId> personId() {
        return waiting != null
                ? Optional.of(waiting.row().personId())
                : Optional.ofNullable(beside).map(one -> one.what().personId());
    }
}
