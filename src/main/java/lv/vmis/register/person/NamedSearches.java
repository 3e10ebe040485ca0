package lv.vmis.register.person;

import java.util.List;
import lv.vmis.register.kernel.Actor;
import org.jspecify.annotations.Nullable;

/** Searches that were saved under a name; the module that selects persons keeps them. */
public interface NamedSearches {

    /**
     * A saved search.
     *
     * @param open the address that opens it
     * @param kind of a person, or of a list
     * @param owner who shared it with the unit; nobody when it is one's own
     */
    record Named(
            String name, String open, String kind, @Nullable String owner) {}

    /** Those an official may open, by name. */
    List<Named> of(Actor by);
}
