package lv.vmis.register.support;

import java.time.LocalDate;
import java.util.Random;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.person.NewPerson;
import lv.vmis.register.returns.EnterFinding;

/** Invented foreigners and findings for tests; every document number is new. */
public final class SomeForeigner {

    private static final Random RANDOM = new Random();

    private SomeForeigner() {}

    public static NewPerson named(String familyName, String givenNames) {
        return with(familyName, givenNames, "T%08d".formatted(RANDOM.nextInt(100_000_000)));
    }

    public static NewPerson with(String familyName, String givenNames, String documentNumber) {
        return new NewPerson(
                familyName,
                givenNames,
                null,
                null,
                "M",
                PartialDate.of(LocalDate.of(1990, 3, 5)),
                "UZB",
                "Taškenta",
                "UZB",
                "CITIZEN",
                null,
                "DOCUMENT",
                new NewPerson.NewDocument("P", documentNumber, "UZB", null, null, LocalDate.of(2030, 1, 1), null),
                new NewPerson.NewAddress("LVA", "Rīga, Brīvības iela 1"));
    }

    public static EnterFinding.Facts found(LocalDate day) {
        return new EnterFinding.Facts(
                day, "INLAND", null, "Rīga", "Uzturas pēc vīzas termiņa beigām.", "IL2002-1-1-6.1");
    }
}
