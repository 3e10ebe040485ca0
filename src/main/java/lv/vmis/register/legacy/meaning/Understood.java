package lv.vmis.register.legacy.meaning;

import java.time.LocalDate;
import java.util.List;

/** What a row of an old register means here: ready to be taken over, or what a person must decide first. */
public sealed interface Understood {

    /** The old number of the row, stripped; empty when it has none. */
    String key();

    /** Can be taken over as it stands. */
    record Ready(Meaning meaning) implements Understood {
        @Override
        public String key() {
            return meaning.key();
        }
    }

    /** A person has to decide first; there is a reason at least. */
    record Refused(String key, List<Reason> reasons) implements Understood {
        public Refused {
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("refused without a reason: " + key);
            }
            reasons = List.copyOf(reasons);
        }
    }

    /** Past its time of keeping on the day of the load: counted, not loaded. */
    record Expired(String key, LocalDate purposeReached) implements Understood {}
}
