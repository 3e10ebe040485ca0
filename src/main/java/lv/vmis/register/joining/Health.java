package lv.vmis.register.joining;

import java.util.List;
import lv.vmis.register.matching.Hit;
import lv.vmis.register.person.PersonBar;

/**
 * Whether what the register says of who somebody is can be relied on, and why not.
 *
 * @param likely likely duplicates nobody has decided
 * @param waiting proposals to join or part his records that nobody has answered
 */
public record Health(
        List<Alike> likely, List<Link> waiting, List<Contradiction> contradictions, List<SharedDocument> shared) {

    public Health {
        likely = List.copyOf(likely);
        waiting = List.copyOf(waiting);
        contradictions = List.copyOf(contradictions);
        shared = List.copyOf(shared);
    }

    /** Somebody who may be the same person, and why. */
    public record Alike(PersonBar bar, Hit hit) {}

    public boolean isInOrder() {
        return likely.isEmpty() && waiting.isEmpty() && contradictions.isEmpty() && shared.isEmpty();
    }
}
