package lv.vmis.register.following;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Answers;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Once;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The events that are sent under an agreement: how many wait, and which are not tried any more. */
@RestController
class EventPages {

    private static final String HERE = "/agreements/{number}/events";

    private static final int MOST = 200;

    private final EventSendings sendings;
    private final SendEventsAgain again;
    private final Once once;
    private final TransactionTemplate reading;
    private final Templates html;

    EventPages(
            EventSendings sendings,
            SendEventsAgain again,
            Once once,
            PlatformTransactionManager transactions,
            Templates html) {
        this.sendings = sendings;
        this.again = again;
        this.once = once;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.html = html;
    }

    private record Whole(EventsSent standing, List<DeadEvent> dead) {}

    // Neither names anybody nor says what an event tells of him: no look at a person.
    @Allow(Right.SEE_AGREEMENTS)
    @GetMapping(HERE)
    JteModel show(Frame f, @PathVariable String number) {
        return page(f, number, Mistakes.NONE);
    }

    @Allow(Right.CHANGE_AGREEMENTS)
    @PostMapping(HERE + "/again")
    ResponseEntity<JteModel> again(
            Frame f, Actor by, @PathVariable String number, @RequestParam(required = false) @Nullable UUID key) {
        return Answers.to(
                once.run(
                        key,
                        by,
                        number + "again",
                        () -> again.run(number, by),
                        _ -> "/agreements/" + number + "/events"),
                mistakes -> page(f, number, mistakes));
    }

    private JteModel page(Frame f, String number, Mistakes mistakes) {
        var whole = Objects.requireNonNull(reading.execute(_ -> new Whole(
                sendings.of(number).stream().findFirst().orElseThrow(NotFound::new), sendings.dead(number, MOST))));
        return html.followingEvents(f, whole.standing(), whole.dead(), mistakes);
    }
}
