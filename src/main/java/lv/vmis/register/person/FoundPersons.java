package lv.vmis.register.person;

import java.util.List;
import lv.vmis.register.kernel.PersonId;

/**
 * What a search found.
 *
 * @param hits those shown, whoever has a number first, then the most likely
 * @param namesakes how many bear the rarest of the names, if nobody or not everybody who may be meant is shown; else 0
 * @param weights the version of the weights they were compared with; empty if no names were compared
 */
public record FoundPersons(List<PersonHit> hits, long namesakes, String weights) {

    /** Nobody was found, and nobody else may be meant. */
    public static final FoundPersons NOBODY = new FoundPersons(List.of(), 0, "");

    public FoundPersons {
        hits = List.copyOf(hits);
    }

    /** Whom the journal names. */
    public List<PersonId> ids() {
        return hits.stream().map(hit -> hit.person().id()).toList();
    }

    /** The numbers of those shown, in their order. */
    public List<Long> numbers() {
        return hits.stream().map(hit -> hit.person().number()).toList();
    }

    /** Whether nobody is shown. */
    public boolean isEmpty() {
        return hits.isEmpty();
    }
}
