package lv.vmis.register.selection;

import java.util.List;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Right;

/** What a list holds and how it is shown: all conditions hold at once. */
public record Selection(List<Condition> conditions, Sort sort, List<Column> columns) {

    public Selection {
        conditions = List.copyOf(conditions);
        columns = List.copyOf(columns);
    }

    static Selection everybody(Actor by) {
        return new Selection(List.of(), Sort.NEWEST, Column.usual(by));
    }

    /** Whether an official may ask all of it; somebody else may have saved it. */
    boolean isOpenTo(Actor by) {
        return conditions.stream().allMatch(condition -> condition.field().isOpenTo(by));
    }

    Selection sorted(Sort other) {
        return new Selection(conditions, other, columns);
    }

    /** With the columns and the order that an official may see: the right of who reads decides, not of who asked. */
    Selection shownTo(Actor by) {
        var shown = columns.stream().filter(column -> column.isOpenTo(by)).toList();
        return new Selection(
                conditions, sort.isOpenTo(by) ? sort : Sort.NEWEST, shown.isEmpty() ? Column.usual(by) : shown);
    }

    static boolean isNamedTo(Actor by) {
        return by.may(Right.SEE_PERSON);
    }
}
