package lv.vmis.register.sis;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares what ought to be told with what is, in the words of whoever looks. */
@Component
class Standings {

    private final Alerts alerts;
    private final AlertContents contents;
    private final Clock clock;

    Standings(Alerts alerts, AlertContents contents, Clock clock) {
        this.alerts = alerts;
        this.contents = contents;
        this.clock = clock;
    }

    Standing of(PersonId head) {
        var today = LocalDate.now(clock);
        var facts = alerts.facts(head);
        var due = AlertRule.on(today, facts).orElse(null);
        var content = due == null
                ? null
                : contents.of(head, due, facts, alerts.particulars(head).orElse(null));
        return of(head, facts, due, content);
    }

    /** The same when it is known what ought to be told. */
    Standing of(PersonId head, AlertFacts facts, @Nullable DueAlert due, @Nullable AlertContent content) {
        var hash = content == null ? null : content.hash();
        var alert = alerts.of(head).stream()
                .filter(one -> one.state().isOpen())
                .findFirst()
                .orElse(null);
        var mismatch = Mismatch.of(due, hash, alert == null ? null : alert.told());
        var why = alert == null || (due != null && due.category() == alert.category())
                ? null
                : AlertRule.why(LocalDate.now(clock), facts, alert.decisionId(), alert.banId());
        return new Standing(due, content == null ? List.of() : content.missing(), alert, mismatch, why);
    }
}
