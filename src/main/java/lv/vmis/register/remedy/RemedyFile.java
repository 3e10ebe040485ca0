package lv.vmis.register.remedy;

import java.util.List;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.person.PersonBar;
import lv.vmis.register.reference.Term;
import org.jspecify.annotations.Nullable;

/**
 * A decision with the remedies against it.
 *
 * @param last until when it can be contested; nothing while it is not served
 * @param toCourt until when the person can go to court; nothing while the higher authority has not decided
 */
public record RemedyFile(
        Decision decision,
        PersonBar bar,
        List<Remedy> remedies,
        @Nullable Term last,
        @Nullable Term toCourt) {}
