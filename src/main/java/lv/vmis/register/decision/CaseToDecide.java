package lv.vmis.register.decision;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.person.PersonBar;
import lv.vmis.register.returns.Finding;
import lv.vmis.register.returns.ReturnCase;
import org.jspecify.annotations.Nullable;

/**
 * A case as the page of a new decision shows it.
 *
 * @param nationality State the person is a national of, if one is known
 * @param suspended the decision on the person that is suspended longest; a new one does not change that
 * @param running the order under which he may still leave by himself
 * @param leftOn when he left under another case before anything stood in this one: nothing is decided in it any more
 */
public record CaseToDecide(
        ReturnCase returnCase,
        PersonBar bar,
        Finding finding,
        @Nullable UUID openDraft,
        @Nullable String nationality,
        @Nullable LocalDate leftOn,
        @Nullable SuspendedDecision suspended,
        @Nullable RunningOrder running) {}
