package lv.vmis.register.legacy.staging;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.legacy.export.OldRegister;
import org.jspecify.annotations.Nullable;

/** A taking-over as typed. */
public record LoadForm(
        @Nullable UUID key,
        @Nullable String register,
        @Nullable String kind,
        @Nullable String note) {

    private static final int NOTE = 1_000;

    static LoadForm fresh() {
        return new LoadForm(Ids.next(), null, LoadKind.FULL.name(), null);
    }

    Outcome<OpenLoad.Input> parse(LocalDate today) {
        var in = new Parse(today);
        var of = in.oneOf("register", register, OldRegister.class);
        var what = in.oneOf("kind", kind, LoadKind.class);
        var said = in.optionalText("note", note, NOTE);
        return in.into(() -> new OpenLoad.Input(of.get(), what.get(), said.orNull()));
    }
}
