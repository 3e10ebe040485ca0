package lv.vmis.register.joining;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was said of two persons. */
public record Verdict(
        UUID id,
        long oneNumber,
        long otherNumber,
        String answer,
        String reason,
        @Nullable String note,
        Instant givenAt,
        String givenByName) {

    public String one() {
        return Link.shown(oneNumber);
    }

    public String other() {
        return Link.shown(otherNumber);
    }
}
