package lv.vmis.register.contingency;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import lv.vmis.register.check.CheckAnswer;
import lv.vmis.register.check.CheckForm;
import lv.vmis.register.check.Traveller;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Outcome.Done;
import lv.vmis.register.kernel.Outcome.Refused;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.reference.Code;
import org.jspecify.annotations.Nullable;

/** A check without network: while the list holds, and told only when it is on the disk for the journal. */
final class OfflineCheck {

    /** Purposes that no question about one traveller can have. */
    private static final Set<String> OTHER_WORK = Set.of("TASK_LIST", "STATISTICS", "MIGRATION");

    /** So far the clock of a device may be behind that of the register. */
    private static final Duration BEHIND = Duration.ofMinutes(10);

    private final OpenedList list;
    private final Queue queue;
    private final Clock clock;

    /** Where checks wait. */
    interface Queue {
        void add(QueuedCheck check) throws IOException;
    }

    /** Who asks, and for what. */
    record Asking(
            String inspector, String purpose, @Nullable String reason) {}

    OfflineCheck(OpenedList list, Queue queue, Clock clock) {
        this.list = list;
        this.queue = queue;
        this.clock = clock;
    }

    static List<Code> purposes(List<Code> all) {
        return all.stream().filter(code -> !OTHER_WORK.contains(code.code())).toList();
    }

    Outcome<CheckAnswer> run(CheckForm form, Asking who) throws IOException {
        var now = clock.instant();
        if (!now.isBefore(list.last().until())) {
            return Outcome.refused(ContingencyRefusal.LIST_EXPIRED);
        }
        if (now.isBefore(list.last().madeAt().minus(BEHIND))) {
            return Outcome.refused(ContingencyRefusal.CLOCK_WRONG);
        }
        if (list.purposes().stream().noneMatch(code -> code.code().equals(who.purpose()))) {
            return Outcome.refused(ContingencyRefusal.PURPOSE_UNKNOWN);
        }
        var day = LocalDate.now(clock);
        return switch (form.parse(list.countries(), day)) {
            case Refused<Traveller>(var reasons) -> Outcome.refused(reasons);
            case Done<Traveller>(var asked) -> {
                var judged = list.persons()
                        .answer(asked, Objects.requireNonNull(list.likely().get(who.purpose())), day);
                var id = Ids.next();
                queue.add(new QueuedCheck(
                        id,
                        now,
                        list.last().number(),
                        who.inspector(),
                        who.purpose(),
                        who.reason(),
                        form,
                        asked.searchData(),
                        judged.verdict().kind(),
                        judged.verdict().why().stream()
                                .map(reason -> reason.code())
                                .toList(),
                        judged.persons().stream().map(PersonId::value).toList()));
                yield Outcome.done(new CheckAnswer(
                        asked,
                        judged.verdict(),
                        judged.identified(),
                        judged.candidates(),
                        List.of(),
                        day,
                        now,
                        null,
                        id));
            }
        };
    }
}
