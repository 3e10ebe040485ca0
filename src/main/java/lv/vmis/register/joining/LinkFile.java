package lv.vmis.register.joining;

import java.util.List;
import lv.vmis.register.matching.Hit;
import lv.vmis.register.person.PersonBar;
import org.jspecify.annotations.Nullable;

/**
 * A link as it is decided: what it changes, and what speaks against it.
 *
 * @param head who speaks for the head record now
 * @param member who speaks for the member record now; the same once they are joined
 * @param sides the two side by side, while they are two
 * @param hit how they compare, while they are two
 * @param headHolds what the records on the side of the head hold
 * @param memberHolds what the joined record and those below it hold
 * @param later what was entered after the joining
 */
public record LinkFile(
        Link link,
        PersonBar head,
        PersonBar member,
        @Nullable SideBySide sides,
        @Nullable Hit hit,
        Holdings headHolds,
        Holdings memberHolds,
        List<Contradiction> contradictions,
        List<LaterFact> later) {

    public LinkFile {
        contradictions = List.copyOf(contradictions);
        later = List.copyOf(later);
    }

    public Holdings together() {
        return headHolds.and(memberHolds);
    }
}
