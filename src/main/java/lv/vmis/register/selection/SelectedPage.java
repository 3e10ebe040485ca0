package lv.vmis.register.selection;

import java.util.List;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;

/** A page of a list, and whether there are more. */
public record SelectedPage(List<SelectedRow> rows, boolean more) {

    public SelectedPage {
        rows = List.copyOf(rows);
    }

    List<PersonId> persons() {
        return rows.stream().map(SelectedRow::id).toList();
    }

    /** After whom the next page begins. */
    public UUID last() {
        return rows.getLast().id().value();
    }
}
