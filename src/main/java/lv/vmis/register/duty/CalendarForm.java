package lv.vmis.register.duty;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which calendar is opened or closed.
 *
 * @param whole present for the whole institution
 * @param feed the one to close
 */
public record CalendarForm(
        @Nullable UUID key,
        @Nullable String whole,
        @Nullable String feed) {}
