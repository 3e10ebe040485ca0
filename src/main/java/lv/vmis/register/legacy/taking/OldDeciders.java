package lv.vmis.register.legacy.taking;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lv.vmis.register.reference.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who answers here for a ban that the old register has: its institution, or for a minister or a consular official the Office. */
@Component
class OldDeciders {

    /** Who enters decisions of others (Reg. 122 p. 10). */
    private static final String OFFICE = "PMLP";

    private final Units units;
    private final Clock clock;
    private final Map<String, Decider> known = new ConcurrentHashMap<>();

    OldDeciders(Units units, Clock clock) {
        this.units = units;
        this.clock = clock;
    }

    /**
     * @param decider minister or consular official; none: the institution
     */
    record Decider(
            String institution, String unit, @Nullable String decider) {}

    Decider of(String code) {
        return known.computeIfAbsent(code, this::find);
    }

    private Decider find(String code) {
        var today = LocalDate.now(clock);
        var own = units.of(code, today);
        return own.isEmpty()
                ? new Decider(OFFICE, units.of(OFFICE, today).getFirst().code(), code)
                : new Decider(code, own.getFirst().code(), null);
    }
}
