package lv.vmis.register.legacy.meaning;

import java.time.LocalDate;
import java.util.List;
import lv.vmis.register.legacy.export.OldTable;
import lv.vmis.register.legacy.value.Remark;
import org.jspecify.annotations.Nullable;

/**
 * What a row says, in the words of this register.
 *
 * @param key the old number
 * @param ban what only the entry ban register has
 * @param purposeReached the day from which the time of keeping runs; nothing while the purpose is not reached
 * @param remarks what whoever looks at the row has to know
 */
public record Meaning(
        OldTable table,
        String key,
        Who who,
        @Nullable OldBan ban,
        @Nullable LocalDate purposeReached,
        List<Remark> remarks) {

    public Meaning {
        remarks = List.copyOf(remarks);
    }
}
