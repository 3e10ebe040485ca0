package lv.vmis.register.notice;

import java.time.LocalDate;
import java.util.List;
import lv.vmis.register.reference.Institution;
import lv.vmis.register.reference.Units;

/** Who sends notices: of bans the ministers and consular officials who decide on them, of anything else also heads of institutions. */
final class Senders {

    /** Who receives and enters them. */
    static final String OFFICE = "PMLP";

    private static final String DECIDES = "official";

    private Senders() {}

    static List<Institution> of(NoticeKind kind, Units units, LocalDate day) {
        return units.institutions(day).stream()
                .filter(one -> one.kind().equals(DECIDES) || (kind == NoticeKind.INFORMATION && one.competent()))
                .toList();
    }
}
