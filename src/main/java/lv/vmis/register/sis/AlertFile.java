package lv.vmis.register.sis;

import java.time.LocalDate;
import java.util.List;
import lv.vmis.register.exchange.SentRow;
import lv.vmis.register.person.PersonBar;
import org.jspecify.annotations.Nullable;

/** Everything about the alerts on a person. */
public record AlertFile(
        PersonBar bar,
        Standing standing,
        List<Alert> alerts,
        List<SisNotice> notices,
        List<Consultation> consultations,
        @Nullable Particulars particulars,
        List<SentRow> messages,
        LocalDate reviewWarning) {

    /** Whether its need is to be reviewed soon, or was. */
    public boolean isToReview(Alert alert) {
        return alert.state() == AlertState.EXPIRED
                || (alert.state() == AlertState.ENTERED
                        && alert.reviewOn() != null
                        && !alert.reviewOn().isAfter(reviewWarning));
    }
}
