package lv.vmis.register.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the exchange with one system stands.
 *
 * @param reach how it is reached
 * @param heardAt when it answered last
 * @param fault why it could not be reached or understood last, until it answers again
 * @param waiting messages to be sent
 * @param oldest when the oldest of them, or of the dead ones, was put
 * @param dead messages that are not sent any more
 * @param refused messages it refused, until somebody has looked
 * @param unread messages that came in and were not understood or not for the register, until somebody has looked
 */
public record LineState(
        Correspondent system,
        Reach reach,
        @Nullable Instant heardAt,
        @Nullable String fault,
        @Nullable Instant faultAt,
        int waiting,
        @Nullable Instant oldest,
        int dead,
        int refused,
        int unread) {

    /** How a system is reached. */
    public enum Reach {
        ADDRESS,
        STAND_IN,
        NOWHERE
    }

    public int toLookAt() {
        return dead + refused + unread;
    }
}
