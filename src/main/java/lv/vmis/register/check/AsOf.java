package lv.vmis.register.check;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.RegisterClock;
import org.jspecify.annotations.Nullable;

/**
 * The past moment that a check asks about, as typed on the screen; nothing, or a day without hour, which means its end.
 */
public record AsOf(@Nullable String asOfDay, @Nullable String asOfTime) {

    static final AsOf BLANK = new AsOf(null, null);

    public boolean isTyped() {
        return isTyped(asOfDay) || isTyped(asOfTime);
    }

    Outcome<Optional<Instant>> parse(Instant now) {
        var in = new Parse(LocalDate.ofInstant(now, RegisterClock.RIGA));
        if (!isTyped()) {
            return in.into(Optional::empty);
        }
        var day = in.pastDay("asOfDay", asOfDay);
        var hour = isTyped(asOfTime) ? in.time("asOfTime", asOfTime) : new Parse.Parsed<>(LocalTime.MAX);
        return in.into(() -> {
            var moment = day.get().atTime(hour.get()).atZone(RegisterClock.RIGA).toInstant();
            return Optional.of(moment.isAfter(now) ? now : moment);
        });
    }

    /** As the API is sent it. */
    static Outcome<Optional<Instant>> sent(@Nullable String text, Instant now) {
        var in = new Parse(LocalDate.ofInstant(now, RegisterClock.RIGA));
        if (text == null) {
            return in.into(Optional::empty);
        }
        try {
            var moment = OffsetDateTime.parse(text.strip()).toInstant();
            if (moment.isAfter(now)) {
                in.refuse("asOf", CheckRefusal.AS_OF_FUTURE);
            }
            return in.into(() -> Optional.of(moment));
        } catch (DateTimeParseException unreadable) {
            in.refuse("asOf", CheckRefusal.AS_OF_UNREADABLE);
            return in.into(Optional::empty);
        }
    }

    private static boolean isTyped(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
