package lv.vmis.register.detention;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Option;
import lv.vmis.register.reference.Units;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Where detained foreigners are placed: centres with their beds, and specially equipped premises. */
@Component
class Places {

    private final Units units;
    private final Detentions detentions;
    private final TransactionTemplate transaction;

    Places(Units units, Detentions detentions, PlatformTransactionManager transactions) {
        this.units = units;
        this.detentions = detentions;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The centres, and the premises in which somebody is. */
    List<Place> now(LocalDate day) {
        return all(day).stream()
                .filter(place -> place.beds() != null || place.placed() > 0)
                .toList();
    }

    /** As choices of a form, with how many beds are taken. */
    List<Option> offered(Frame f) {
        return all(f.today()).stream()
                .map(place -> new Option(place.unit().code(), text(f, place)))
                .toList();
    }

    private List<Place> all(LocalDate day) {
        Map<String, Integer> placed = Objects.requireNonNull(transaction.execute(_ -> detentions.placed()));
        return units.places(day).stream()
                .map(unit -> new Place(unit, unit.beds(), placed.getOrDefault(unit.code(), 0)))
                .toList();
    }

    private static String text(Frame f, Place place) {
        var name = place.unit().name(f.language());
        return place.beds() == null ? name : f.t("detention.place-with-beds", name, place.placed(), place.beds());
    }
}
