package lv.vmis.register.edge;

import java.util.Optional;

/** Seals what goes out in a page and comes back, and what lies in the database unread. Implemented by accounts. */
public interface Seals {

    /** Seals a text for one use; it opens for the same use only. */
    String seal(String use, String text);

    /** The text, or nothing when it was sealed for another use, with another key, or changed since. */
    Optional<String> open(String use, String sealed);
}
