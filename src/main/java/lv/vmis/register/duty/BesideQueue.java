package lv.vmis.register.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lv.vmis.register.duty.Queue.Due;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.kernel.Role;
import lv.vmis.register.reference.WorkingDays;
import lv.vmis.register.returns.Obligation;
import lv.vmis.register.returns.Obligation.Kind;
import org.springframework.stereotype.Component;

/** What the desktop says of what has to be done beside the next steps of cases. */
@Component
class BesideQueue {

    private static final int SHOWN = 5;

    private static final Set<Kind> ON_DESK =
            Set.of(Kind.AMEND, Kind.JUDGE, Kind.TELL_REMOVAL, Kind.ASSESS, Kind.PRISON);

    private final DutyList duties;
    private final OpenObligations obligations;
    private final WorkingDays workingDays;

    BesideQueue(DutyList duties, OpenObligations obligations, WorkingDays workingDays) {
        this.duties = duties;
        this.obligations = obligations;
        this.workingDays = workingDays;
    }

    /** Each kind of notice has a term of its own. */
    long lateNotices(Actor by) {
        return by.may(Right.ENTER_NOTICE)
                ? obligations.of(one -> one.kind() == Kind.ENTER_NOTICE).stream()
                        .filter(OpenObligation::isLate)
                        .count()
                : 0;
    }

    /** What has to be done beside the next steps and is late or due within three working days; detentions and notices are counted elsewhere. */
    Stream<Queue> of(Actor by, LocalDate today) {
        if (!by.may(Right.TAKE_CASE)) {
            return Stream.of();
        }
        var whose = by.role() == Role.INSPECTOR
                ? new WaitingCases.Whose.Unit(by.unit())
                : new WaitingCases.Whose.Institution(by.institution());
        var soon = workingDays.plus(today, 3);
        var all = duties.beside(whose, one -> ON_DESK.contains(one.kind())).stream()
                .filter(one -> one.what().hasTerm())
                .filter(one -> !one.what().term().until().day().isAfter(soon))
                .toList();
        return all.isEmpty()
                ? Stream.of()
                : Stream.of(new Queue(
                        "beside",
                        "/duties",
                        all.size(),
                        all.stream()
                                .map(one -> start(one.what()))
                                .min(Instant::compareTo)
                                .orElseThrow(),
                        all.stream().filter(OpenObligation::isLate).count(),
                        all.stream()
                                .limit(SHOWN)
                                .flatMap(one -> item(one).stream())
                                .toList()));
    }

    private static Optional<Queue.Item> item(OpenObligation one) {
        var what = one.what();
        var until = what.term().until();
        return Optional.ofNullable(what.personId())
                .map(person -> new Queue.Item(
                        what.where(),
                        person,
                        Objects.requireNonNull(one.familyName()),
                        one.givenNames(),
                        Objects.requireNonNull(one.birthDate()),
                        what.number(),
                        what.kind().name(),
                        start(what),
                        new Due(
                                "beside",
                                until.day(),
                                until.at(),
                                what.term().rule().cited(),
                                one.isLate())));
    }

    private static Instant start(Obligation one) {
        return one.since().atStartOfDay(RegisterClock.RIGA).toInstant();
    }
}
