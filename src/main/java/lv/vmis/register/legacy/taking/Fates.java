package lv.vmis.register.legacy.taking;

import java.util.Arrays;
import java.util.List;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.legacy.meaning.ReasonCode;

/** Texts of why rows were not taken over. */
public final class Fates {

    private Fates() {}

    /** The whole reason, with what it names and what to do. */
    static String text(Frame f, RowOutcome.Said said) {
        var key = isFate(said.code())
                ? RowFate.valueOf(said.code()).key()
                : ReasonCode.valueOf(said.code()).key();
        return f.t(key, said.values().toArray());
    }

    /** All reasons of a row. */
    public static List<String> texts(Frame f, Outcomes.Listed row) {
        return row.reasons().stream().map(said -> text(f, said)).toList();
    }

    /** A reason in a few words, as a heading. */
    public static String name(Frame f, String code) {
        return f.t("taking.what." + code);
    }

    private static boolean isFate(String code) {
        return Arrays.stream(RowFate.values()).anyMatch(fate -> fate.name().equals(code));
    }
}
