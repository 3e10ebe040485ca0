package lv.vmis.register.detention;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How near the end of a detention is. */
public enum Alarm {
    NONE(null),
    WITHIN_72_HOURS(72),
    WITHIN_48_HOURS(48),
    WITHIN_24_HOURS(24),
    /** Nobody may be held any longer: he is released at once. */
    OVERDUE(0);

    private final @Nullable Integer hours;

    Alarm(@Nullable Integer hours) {
        this.hours = hours;
    }

    static Alarm of(Duration left) {
        var alarm = NONE;
        for (var each : values()) {
            if (each.hours != null && left.compareTo(Duration.ofHours(each.hours)) <= 0) {
                alarm = each;
            }
        }
        return alarm;
    }

    public boolean isRaised() {
        return this != NONE;
    }
}
