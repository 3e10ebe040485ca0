package lv.vmis.register.legacy.reconciling;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.legacy.export.OldRegister;
import lv.vmis.register.legacy.reconciling.OldRegisterDocument.Kind;
import org.jspecify.annotations.Nullable;

/** How groups of rows and papers are named. */
public final class RowGroups {

    private static final Set<String> SPECIAL = Set.of(TableCount.EMPTY, TableCount.NOT_READABLE, TableCount.SELDOM);

    private RowGroups() {}

    /** A year or a place as the cell says, or what stands for those that say none. */
    public static String value(Frame f, String value) {
        return SPECIAL.contains(value) ? f.t("reconciliation.value." + value) : value;
    }

    /** What a row or the register says in a field. */
    public static String said(Frame f, KeptField field, @Nullable String value) {
        if (value == null) {
            return f.t("reconciliation.nothing");
        }
        return switch (field) {
            case BIRTH, BAN_FROM, DECIDED_ON -> PartialDate.valueOf(value).shown();
            case BAN_UNTIL ->
                value.equals(KeptField.INDEFINITE)
                        ? f.t("reconciliation.indefinite")
                        : PartialDate.valueOf(value).shown();
            case MEANING, SURNAME, SEX, NATIONALITY, PERSONAL_CODE, DOCUMENTS, ADDRESSES, DECISION_NUMBER -> value;
        };
    }

    /** The papers of a register. */
    public static List<Kind> papers(OldRegister register) {
        return Arrays.stream(Kind.values())
                .filter(kind -> (kind == Kind.REORGANISATION) == (register == OldRegister.LGM))
                .toList();
    }

    /** A paper as an address names it. */
    public static String path(Kind kind) {
        return switch (kind) {
            case REORGANISATION -> "reorganisation";
            case LIQUIDATION -> "liquidation";
            case ACT -> "act";
        };
    }
}
