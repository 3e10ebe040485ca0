package lv.vmis.register.selection;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** The name of a saved search as typed, and whether the unit may open it. */
public record SaveForm(
        @Nullable UUID key,
        @Nullable String name,
        @Nullable String shared,
        @Nullable Integer version) {

    private static final int NAME = 80;

    Outcome<String> named(LocalDate today) {
        var in = new Parse(today);
        var typed = in.text("name", name, NAME);
        if (typed.orNull() != null && typed.get().contains("\n")) {
            in.refuse("name", EdgeRefusal.UNREADABLE_CHARACTERS);
        }
        return in.into(typed::get);
    }

    /** The version that was seen; a new one has none. */
    int seen() {
        return version == null ? 0 : version;
    }

    public boolean isShared() {
        return "yes".equals(shared);
    }
}
