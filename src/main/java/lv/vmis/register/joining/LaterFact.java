package lv.vmis.register.joining;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was entered.
 *
 * @param kind the kind of a fact in small letters, or {@code file}, {@code case}, {@code decision}, {@code service} or {@code
 *     departure}
 * @param name what it is, as far as that is written in it
 */
public record LaterFact(String kind, @Nullable String name, Instant at, long number) {

    public String record() {
        return Link.shown(number);
    }
}
