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

    PaperPerson(LocalDate born) {
        this.born = born;
    }

    Stream<PaperCase> others(PaperCase than) {
        return cases.stream().filter(one -> one != than);
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
