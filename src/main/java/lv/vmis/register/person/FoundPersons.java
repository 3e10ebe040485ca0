package lv.vmis.register.person;

import java.util.List;

/**
 * What a search found.
 *
 * @param namesakes when nobody is shown: how many identities bear the rarest of the names, too many to tell apart by names
 *     alone
 * @param weights the version of the weights they were compared with; empty if no names were compared
 */
public record FoundPersons(List<PersonHit> hits, long namesakes, String weights) {

    public FoundPersons {
        hits = List.copyOf(hits);
    }

    boolean isEmpty() {
        return hits.isEmpty();
    }
}
