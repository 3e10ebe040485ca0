package lv.vmis.register.selection;

import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import org.jspecify.annotations.Nullable;

/**
 * A search or a selection saved under a name.
 *
 * @param unit the unit it is shared with; none when it is for its owner alone
 * @param criteria what is searched for, as its kind writes it
 */
public record SavedSearch(
        UUID id,
        Kind kind,
        String name,
        UUID owner,
        String ownerName,
        @Nullable String unit,
        String criteria,
        int version) {

    /** What is saved: a search for a person, or the conditions of a list. */
    public enum Kind {
        PERSON("/persons/saved"),
        SELECTION("/persons/selections/saved");

        private final String path;

        Kind(String path) {
            this.path = path;
        }

        public String path() {
            return path;
        }
    }

    public boolean isOf(Actor by) {
        return owner.equals(by.account());
    }
}
