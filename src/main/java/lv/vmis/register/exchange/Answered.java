package lv.vmis.register.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the other system said of a message. */
public record Answered(
        Outgoing message, AnswerCode code, @Nullable String body, Instant at) {}
