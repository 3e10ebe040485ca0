package lv.vmis.register.detention;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import lv.vmis.register.kernel.RegisterClock;

/** Days and times of a detention, in Riga. */
final class Moments {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd.MM.yyyy. HH:mm").withZone(RegisterClock.RIGA);

    private Moments() {}

    /** "26.11.2026. 09:40", as the pages write it. */
    static String shown(Instant moment) {
        return MOMENT.format(moment);
    }

    static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, RegisterClock.RIGA);
    }
}
