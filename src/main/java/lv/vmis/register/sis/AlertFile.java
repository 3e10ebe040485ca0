package lv.vmis.register.sis;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.exchange.SentText;
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
        List<SentText> messages,
        LocalDate reviewWarning) {

    /** The alert that a hit or a question is about. */
    public @Nullable Alert alert(UUID id) {
        return alerts.stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
    }

    /** Whether its need is to be reviewed soon, or was. */
    public boolean isToReview(Alert alert) {
        return alert.state() == AlertState.EXPIRED
                || (alert.state() == AlertState.ENTERED
                        && alert.reviewOn() != null
                        && !alert.reviewOn().isAfter(reviewWarning));
    }
}
