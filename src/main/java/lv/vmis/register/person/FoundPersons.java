package lv.vmis.register.person;

import java.util.List;
import lv.vmis.register.kernel.PersonId;

/**
 * What a search found.
 *
 * @param namesakes when nobody is shown: how many identities bear the rarest of the names, too many to tell apart by names
 *     alone
 * @param weights the version of the weights they were compared with; empty if no names were compared
 */
public record FoundPersons(List<PersonHit> hits, long namesakes, String weights) {

    public static final FoundPersons NOBODY = new FoundPersons(List.of(), 0, "");

    public FoundPersons {
        hits = List.copyOf(hits);
    }

    public List<PersonId> ids() {
        return hits.stream().map(hit -> hit.person().id()).toList();
    }

    public List<Long> numbers() {
        return hits.stream().map(hit -> hit.person().number()).toList();
    }

    public boolean isEmpty() {
        return hits.isEmpty();
    }
}
