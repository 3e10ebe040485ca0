package lv.vmis.register.duty;

import gg.jte.models.runtime.JteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.KeptForms;
import lv.vmis.register.edge.UnsentForms;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.person.NamedSearches;
import lv.vmis.register.reference.Names;
import lv.vmis.register.selection.Exports;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The desktop (C3): what waits for the official who has signed in. */
@RestController
class DeskPages {

    private final Duties duties;
    private final Figures figures;
    private final Looks looks;
    private final Names names;
    private final KeptForms kept;
    private final UnsentForms unsent;
    private final NamedSearches named;
    private final Exports exports;
    private final TransactionTemplate reading;
    private final Templates html;

    DeskPages(
            Duties duties,
            Figures figures,
            Looks looks,
            Names names,
            KeptForms kept,
            UnsentForms unsent,
            NamedSearches named,
            Exports exports,
            PlatformTransactionManager transactions,
            Templates html) {
        this.duties = duties;
        this.figures = figures;
        this.looks = looks;
        this.names = names;
        this.kept = kept;
        this.unsent = unsent;
        this.named = named;
        this.exports = exports;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.html = html;
    }

    @Allow(Right.SIGNED_IN)
    @GetMapping("/")
    JteModel desk(Frame f, Actor by) {
        var role = Objects.requireNonNull(by.role());
        var queues = switch (role) {
            case INSPECTOR, VRS_DECIDER, CASEWORKER, PMLP_DECIDER, ESCORT, STEWARD -> queues(by);
            case GUARD, CONSUL, READER, ANALYST, AUDITOR, SECURITY, ADMIN -> List.<Queue>of();
        };
        var counts = switch (role) {
            case GUARD, READER, CONSUL -> read(() -> figures.checking(by));
            case ANALYST -> read(figures::today);
            case SECURITY, ADMIN -> read(figures::accounts);
            case INSPECTOR, VRS_DECIDER, CASEWORKER, PMLP_DECIDER, ESCORT, STEWARD, AUDITOR ->
                List.<Figures.Figure>of();
        };
        var looking = switch (role) {
            case AUDITOR -> read(figures::looks);
            default -> List.<Figures.Looking>of();
        };
        int lists = f.may(Right.APPROVE_EXPORT) ? read(() -> exports.waiting(by)) : 0;
        return html.dutyDesk(
                f, names, kept.isWaitingFor(by), unsent.isWaitingFor(by), lists, queues, counts, looking, named.of(by));
    }

    /** The rows name people, so the desktop is a look at each of them. */
    private List<Queue> queues(Actor by) {
        return looks.at(by, "desk", Purpose.TASK_LIST, () -> duties.of(by), DeskPages::persons);
    }

    private static List<PersonId> persons(List<Queue> queues) {
        var persons = new ArrayList<PersonId>();
        for (var queue : queues) {
            queue.items().stream().map(Queue.Item::person).forEach(persons::add);
        }
        return persons.stream().distinct().toList();
    }

    private <T> T read(Supplier<T> figures) {
        return Objects.requireNonNull(reading.execute(_ -> figures.get()));
    }
}
