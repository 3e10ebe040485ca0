package lv.vmis.register.removal;

import java.util.List;
import java.util.stream.Stream;
import lv.vmis.register.kernel.PersonId;

/**
 * The board of removals that wait.
 *
 * @param scheduled those whose time is set, the next first; on the first page only
 * @param all a page of all, and one more when there are more
 */
public record RemovalBoard(List<WaitingRemoval> scheduled, List<WaitingRemoval> all) {

    static final int PAGE = 30;

    public List<WaitingRemoval> page() {
        return all.stream().limit(PAGE).toList();
    }

    public boolean hasMore() {
        return all.size() > PAGE;
    }

    List<PersonId> persons() {
        return Stream.concat(scheduled.stream(), all.stream())
                .map(one -> one.row().personId())
                .distinct()
                .toList();
    }
}
