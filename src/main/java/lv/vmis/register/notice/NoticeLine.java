package lv.vmis.register.notice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A notice with the day until which it is to be entered.
 *
 * @param due none where the law in force sets no term
 */
public record NoticeLine(Notice notice, @Nullable LocalDate due) {

    public boolean isLate(LocalDate today) {
        return due != null && notice.waits() && due.isBefore(today);
    }

    /** Entered, but after its day. */
    public boolean wasLate() {
        var handled = notice.handledAt();
        return due != null && handled != null && Notices.day(handled).isAfter(due);
    }
}
