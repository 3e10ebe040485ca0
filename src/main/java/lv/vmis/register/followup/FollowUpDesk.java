package lv.vmis.register.followup;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.decision.JustSigned;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Purposes;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.person.Persons;
import lv.vmis.register.person.SamePerson;
import lv.vmis.register.signing.SignableKind;
import lv.vmis.register.signing.SignedDocuments;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens a follow-up decision, or the decision it is to be about, for an official: asks the purpose, reads, records the look. */
@Component
class FollowUpDesk {

    private final FollowUps followUps;
    private final ServedFollowUps served;
    private final SignedDocuments signatures;
    private final Decisions decisions;
    private final Persons persons;
    private final SamePerson same;
    private final PrintedFollowUps printed;
    private final Purposes purposes;
    private final Looks looks;
    private final TransactionTemplate transaction;

    FollowUpDesk(
            FollowUps followUps,
            ServedFollowUps served,
            SignedDocuments signatures,
            Decisions decisions,
            Persons persons,
            SamePerson same,
            PrintedFollowUps printed,
            Purposes purposes,
            Looks looks,
            PlatformTransactionManager transactions) {
        this.followUps = followUps;
        this.served = served;
        this.signatures = signatures;
        this.decisions = decisions;
        this.persons = persons;
        this.same = same;
        this.printed = printed;
        this.purposes = purposes;
        this.looks = looks;
        this.transaction = new TransactionTemplate(transactions);
    }

    DecisionToFollow openDecision(UUID decision, Actor by) {
        var seen = found(() -> decisions.find(decision).filter(one -> one.isSigned()));
        return looks.at(
                by,
                "follow-up.prepare",
                purposes.at(by, seen.personId(), seen.returnCaseId()),
                seen.personId(),
                () -> new DecisionToFollow(
                        decisions.find(decision).orElseThrow(NotFound::new),
                        persons.bar(seen.personId()).orElseThrow(NotFound::new),
                        followUps.targets(decision),
                        followUps.of(decision).stream()
                                .filter(FollowUp::isWaiting)
                                .toList()));
    }

    /** A follow-up decision that its preparer can still change, with what it is about. */
    record Own(FollowUp followUp, DecisionToFollow opened) {}

    Own openOwn(UUID followUp, Actor by) {
        var seen = found(() -> followUps
                .find(followUp)
                .filter(one -> one.isWaiting() && one.preparedBy().equals(by.account())));
        return new Own(seen, openDecision(seen.decisionId(), by));
    }

    UUID decisionOf(UUID followUp) {
        return found(() -> followUps.find(followUp)).decisionId();
    }

    /** The last day to leave under an order, as it stands. */
    @Nullable
    LocalDate leaveBy(UUID decision) {
        return decisions.find(decision).map(Decision::leaveBy).orElse(null);
    }

    FollowUpFile open(UUID followUp, Actor by) {
        var seen = found(() -> followUps.find(followUp));
        return looks.at(
                by,
                "follow-up.show",
                purposes.at(by, seen.personId(), seen.caseId()),
                seen.personId(),
                () -> new FollowUpFile(
                        followUps.find(followUp).orElseThrow(NotFound::new),
                        decisions.find(seen.decisionId()).orElseThrow(NotFound::new),
                        persons.bar(seen.personId()).orElseThrow(NotFound::new),
                        printed.translations(seen),
                        served.of(followUp).orElse(null),
                        signatures.of(SignableKind.FOLLOW_UP, followUp)));
    }

    /** The printed decision, or its translation into a language. */
    byte[] print(UUID followUp, @Nullable String language, Actor by) {
        var seen = found(() -> followUps.find(followUp));
        return looks.at(
                by,
                language == null ? "follow-up.pdf" : "follow-up.translation",
                purposes.at(by, seen.personId(), seen.caseId()),
                seen.personId(),
                () -> (language == null ? printed.file(followUp) : printed.sheet(followUp, language))
                        .orElseThrow(NotFound::new));
    }

    Outcome<PartialDate> confirmed(UUID followUp, @Nullable String born, LocalDate today) {
        return followUps
                .find(followUp)
                .map(found -> same.confirmed(found.personId(), born, today))
                .orElseGet(() -> Outcome.refused(FollowUpRefusal.FOLLOW_UP_UNKNOWN));
    }

    /** What this official himself has signed, to tell him that it is. */
    @Nullable
    JustSigned justSigned(@Nullable UUID signed, Actor by) {
        return signed == null
                ? null
                : Objects.requireNonNull(transaction.execute(_ -> followUps.find(signed)))
                        .filter(followUp -> by.account().equals(followUp.signedBy()))
                        .map(followUp -> new JustSigned(
                                String.valueOf(followUp.number()),
                                "/follow-ups/" + followUp.id(),
                                Objects.requireNonNull(transaction.execute(_ -> served.of(followUp.id())))
                                        .isPresent()))
                        .orElse(null);
    }

    /** What waits next for this official's signature. */
    Optional<UUID> next(Actor by) {
        return Objects.requireNonNull(transaction.execute(_ -> followUps.next(by)));
    }

    private <T> T found(Supplier<Optional<T>> find) {
        return Objects.requireNonNull(transaction.execute(_ -> find.get())).orElseThrow(NotFound::new);
    }
}
