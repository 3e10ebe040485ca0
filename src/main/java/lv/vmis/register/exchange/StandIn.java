package lv.vmis.register.exchange;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Behaves as the system of another authority does where there is none: in demonstrations, training and tests. What it keeps in its
 * memory follows from what it heard: after a restart it hears all of it again, and what it then says is known already.
 */
public interface StandIn {

    Correspondent as();

    /** Takes a message it has not had before, one at a time. */
    Said hear(Heard message);

    /**
     * A message of the Register.
     *
     * @param person the key under which the order is kept
     * @param place its number among the messages about that person
     * @param at when it came
     */
    record Heard(String id, String person, long place, String kind, String body, Instant at) {}

    /**
     * Its answer.
     *
     * @param later what it will tell the Register because of it
     */
    record Said(AnswerCode code, @Nullable String body, List<Telling> later) {

        public static Said of(AnswerCode code, @Nullable String body) {
            return new Said(code, body, List.of());
        }
    }

    /**
     * A message to the Register.
     *
     * @param at when it is told, not before
     */
    record Telling(String id, String kind, String body, Instant at) {}
}
