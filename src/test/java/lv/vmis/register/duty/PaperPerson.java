package lv.vmis.register.duty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** A person: he is found more than once, leaves under one case and is held in another. */
final class PaperPerson {
    @Nullable
    PersonId id;

    final LocalDate born;
    final List<PaperCase> cases = new ArrayList<>();
    private List<PaperPerson> foundWith = List.of();

    PaperPerson(LocalDate born) {
        this.born = born;
    }

    /** These were found together. */
    static void together(List<PaperPerson> family) {
        family.forEach(one -> one.foundWith = family);
    }

    /** A minor whom no adult was found with: nobody knows whether he is accompanied. */
    boolean mayBeAlone(LocalDate day) {
        return isMinor(day) && foundWith.stream().allMatch(one -> one.isMinor(day));
    }

    private boolean isMinor(LocalDate day) {
        return born.until(day).getYears() < 18;
    }

    Stream<PaperCase> others(PaperCase than) {
        return cases.stream().filter(one -> one != than);
    }

    /** Whether he serves a sentence in prison on the day, in whichever case, as far as is known. */
    boolean isInPrison(LocalDate on) {
        return cases.stream()
                .flatMap(one -> one.papers.stream())
                .anyMatch(one -> one.judgment != null
                        && one.judgment.isServed(on)
                        && one.cancelledOn() == null
                        && !one.isLeftUnderAny());
    }

    Stream<PaperDetention> held() {
        return cases.stream().flatMap(one -> one.held.stream());
    }

    /** The first of the departures that are meant. */
    @Nullable
    LocalDate firstLeft(Predicate<PaperCase> meant) {
        return cases.stream()
                .filter(one -> one.left != null)
                .filter(meant)
                .map(PaperCase::left)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
