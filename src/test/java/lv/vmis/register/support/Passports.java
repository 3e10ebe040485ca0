package lv.vmis.register.support;

import java.time.LocalDate;
import java.util.concurrent.ThreadLocalRandom;
import lv.vmis.register.reading.Mrz;
import lv.vmis.register.reading.MrzDate;
import lv.vmis.register.reading.MrzFormat;

/** Zones of invented passports, as a scanner gives them. */
public final class Passports {

    private Passports() {}

    /** The passport of a man of Uzbekistan, born on 17.04.1991, with a number of its own. */
    public static String of(String familyName, String givenNames) {
        return of(familyName, givenNames, LocalDate.of(1991, 4, 17));
    }

    public static String of(String familyName, String givenNames, LocalDate born) {
        return Mrz.of(
                        MrzFormat.TD3,
                        "P",
                        "UZB",
                        "J%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000)),
                        "UZB",
                        familyName,
                        givenNames,
                        MrzDate.of(born),
                        Mrz.Sex.MALE,
                        MrzDate.of(LocalDate.of(2033, 3, 19)),
                        "")
                .emit();
    }
}
