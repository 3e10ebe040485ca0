package lv.vmis.register.selection;

import java.util.Arrays;
import java.util.List;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Right;

/** The orders of a list, each along an index, so that a page far down is found as quickly as the first. */
public enum Sort {
    NEWEST(
            Right.SELECT_PERSONS,
            Column.NUMBER,
            "p.number desc",
            "p.number < (select a.number from person a where a.id = cast(:after as uuid))"),
    OLDEST(
            Right.SELECT_PERSONS,
            Column.NUMBER,
            "p.number",
            "p.number > (select a.number from person a where a.id = cast(:after as uuid))"),
    NAME(Right.SEE_PERSON, Column.NAME, """
            i.family_name collate "lv-x-icu", coalesce(i.given_names, '') collate "lv-x-icu", i.person_id""", """
            (i.family_name collate "lv-x-icu", coalesce(i.given_names, '') collate "lv-x-icu", i.person_id)
                > (select a.family_name collate "lv-x-icu", coalesce(a.given_names, '') collate "lv-x-icu", a.person_id
                     from identity a where a.person_id = cast(:after as uuid) and a.kind = 'PRIMARY')"""),
    ELDEST(Right.SEE_PERSON, Column.BORN, "i.birth_earliest, i.person_id", """
            (i.birth_earliest, i.person_id)
                > (select a.birth_earliest, a.person_id
                     from identity a where a.person_id = cast(:after as uuid) and a.kind = 'PRIMARY')"""),
    YOUNGEST(Right.SEE_PERSON, Column.BORN, "i.birth_earliest desc, i.person_id desc", """
            (i.birth_earliest, i.person_id)
                < (select a.birth_earliest, a.person_id
                     from identity a where a.person_id = cast(:after as uuid) and a.kind = 'PRIMARY')""");

    private final Right right;
    private final Column column;
    private final String order;
    private final String after;

    Sort(Right right, Column column, String order, String after) {
        this.right = right;
        this.column = column;
        this.order = order;
        this.after = after;
    }

    String order() {
        return order;
    }

    /** What comes after the person named by {@code after}. */
    String after() {
        return after;
    }

    public boolean isOpenTo(Actor by) {
        return by.may(right);
    }

    /** How the column is sorted now, as the attribute of its head says it; nothing when by another. */
    public String direction(Column shown) {
        if (shown != column) {
            return "";
        }
        return switch (this) {
            case NEWEST, YOUNGEST -> "descending";
            case OLDEST, NAME, ELDEST -> "ascending";
        };
    }

    public static List<Sort> openTo(Actor by) {
        return Arrays.stream(values()).filter(sort -> sort.isOpenTo(by)).toList();
    }

    /** The order that a head of a column leads to; nothing when the list cannot be sorted by it. */
    public static java.util.Optional<Sort> by(Column column, Sort now, Actor by) {
        var its = openTo(by).stream().filter(sort -> sort.column == column).toList();
        return its.stream()
                .filter(sort -> sort != now)
                .findFirst()
                .or(() -> its.stream().findFirst());
    }
}
