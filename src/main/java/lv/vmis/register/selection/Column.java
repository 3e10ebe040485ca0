package lv.vmis.register.selection;

import java.util.Arrays;
import java.util.List;
import lv.vmis.register.ban.BanState;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Right;

/** The columns a list may show; those that say who somebody is only to whoever may see persons. */
public enum Column {
    NUMBER(Right.SEE_PERSON, true),
    NAME(Right.SEE_PERSON, true),
    BORN(Right.SEE_PERSON, true),
    BIRTH_YEAR(Right.SELECT_PERSONS, false),
    SEX(Right.SELECT_PERSONS, false),
    NATIONALITY(Right.SELECT_PERSONS, true),
    DOCUMENT(Right.SEE_PERSON, false),
    FOUND(Right.SELECT_PERSONS, true),
    FOUND_PLACE(Right.SELECT_PERSONS, false),
    FOUND_UNIT(Right.SELECT_PERSONS, false),
    DECISION(Right.SEE_PERSON, false),
    DECISION_KIND(Right.SELECT_PERSONS, true),
    DECIDED(Right.SELECT_PERSONS, true),
    DECISION_BODY(Right.SELECT_PERSONS, false),
    BAN_LV(Right.SELECT_PERSONS, true),
    BAN_SCH(Right.SELECT_PERSONS, true),
    DEPARTED(Right.SELECT_PERSONS, true),
    WARNING(Right.SEE_PERSON, false),
    ENTERED(Right.SELECT_PERSONS, false),
    ENTERED_UNIT(Right.SELECT_PERSONS, false);

    private final Right right;
    private final boolean usual;

    Column(Right right, boolean usual) {
        this.right = right;
        this.usual = usual;
    }

    public boolean isOpenTo(Actor by) {
        return by.may(right);
    }

    public boolean isBan() {
        return this == BAN_LV || this == BAN_SCH;
    }

    /** How the state of a ban looks; the column is one of a ban. */
    public String badge(SelectedRow row) {
        var state = this == BAN_LV ? row.lvState() : row.schState();
        return state == null ? "" : BanState.Code.valueOf(state).badge();
    }

    /** How its cells are written. */
    public String css() {
        return switch (this) {
            case BORN, FOUND, DECIDED, DEPARTED, ENTERED -> "date";
            case DOCUMENT -> "mono";
            case NUMBER, BIRTH_YEAR, SEX, DECISION -> "nowrap";
            case NAME -> "name";
            case NATIONALITY,
                    FOUND_PLACE,
                    FOUND_UNIT,
                    DECISION_KIND,
                    DECISION_BODY,
                    BAN_LV,
                    BAN_SCH,
                    WARNING,
                    ENTERED_UNIT -> "";
        };
    }

    public static List<Column> openTo(Actor by) {
        return Arrays.stream(values()).filter(column -> column.isOpenTo(by)).toList();
    }

    private boolean isUsualUnnamed() {
        return this == BIRTH_YEAR || this == SEX || this == FOUND_UNIT;
    }

    /** What a list shows whose reader has not chosen; a year of birth to whoever sees no date. */
    static List<Column> usual(Actor by) {
        return openTo(by).stream()
                .filter(column -> column.usual || (!by.may(Right.SEE_PERSON) && column.isUsualUnnamed()))
                .toList();
    }
}
