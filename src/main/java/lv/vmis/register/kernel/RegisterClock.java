package lv.vmis.register.kernel;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.Callable;

/**
 * The one clock: the day is the day in Riga. Generated histories for training live through their past by setting the
 * time of their own thread; nothing else may.
 */
public final class RegisterClock extends Clock {

    public static final ZoneId RIGA = ZoneId.of("Europe/Riga");

    private static final ScopedValue<Instant> LIVED = ScopedValue.newInstance();

    private final Clock real;

    public RegisterClock(Clock real) {
        this.real = real.withZone(RIGA);
    }

    public static <T> T at(Instant instant, Callable<T> work) throws Exception {
        return ScopedValue.where(LIVED, instant).call(work::call);
    }

    /** Whether this thread lives through a generated past. */
    public static boolean isLived() {
        return LIVED.isBound();
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return real.withZone(zone);
    }

    @Override
    public Instant instant() {
        return LIVED.isBound() ? LIVED.get() : real.instant();
    }
}
