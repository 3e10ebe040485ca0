package lv.vmis.register.sis;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The alert that ought to exist on a person on a day.
 *
 * @param decisionId decision on which it rests
 * @param banId ban on which it rests; nothing for an alert on return
 * @param mayBeLeftOut he is held until he is removed (2018/1860 Art. 3(2)): it need not be entered, and once entered may stay
 */
public record DueAlert(
        AlertCategory category, UUID decisionId, @Nullable UUID banId, boolean mayBeLeftOut) {}
