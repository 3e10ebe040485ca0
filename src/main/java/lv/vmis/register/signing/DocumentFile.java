package lv.vmis.register.signing;

import java.util.List;
import lv.vmis.register.person.PersonBar;

/**
 * A document with everything its page of signing shows.
 *
 * @param isOffered whether it can be signed from here
 * @param isSignatory whether the official who looks is the one who signs it
 */
public record DocumentFile(
        DocumentToSign document, PersonBar bar, List<SignedDocument> kept, boolean isOffered, boolean isSignatory) {}
