package lv.vmis.register.sis;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What an alert cannot be entered without (2018/1860 Art. 4(2), 2018/1861 Art. 22(1)). */
record Minimum(
        String familyName,
        String birthDate,
        String reason,
        String reference,
        String action,
        @Nullable LocalDate leaveBy,
        @Nullable Boolean withBan,
        @Nullable String basis) {}
