package lv.vmis.register.duty;

import static lv.vmis.register.duty.ProcedureModel.QUESTIONS;
import static lv.vmis.register.duty.ProcedureModel.day;
import static lv.vmis.register.duty.ProcedureModel.isPlace;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lv.vmis.register.duty.ProcedureModel.Answer;
import lv.vmis.register.duty.ProcedureModel.Next;
import lv.vmis.register.duty.ProcedureModel.Official;
import lv.vmis.register.duty.ProcedureModel.Text;
import org.jspecify.annotations.Nullable;

/** A case of one person. */
final class PaperCase {
    @Nullable
    UUID id;

    final PaperPerson person;
    final Official by;
    /** Nothing where a judgment opened the case. */
    final @Nullable LocalDate found;
    /** When the finding was entered, or the judgment. */
    final Instant noted;

    final LocalDate opened;
    /** Whether it belongs to the family that was found together. */
    final boolean isTogether;

    String competent;

    @Nullable
    LocalDate handed;

    @Nullable
    LocalDate left;

    /** When and by whom the departure was entered, and under which decision. */
    @Nullable
    Instant leftTold;

    @Nullable
    Official leftBy;

    @Nullable
    Paper leftUnder;

    /** Why it is closed; nothing while it is not. */
    @Nullable
    String closed;

    final List<Paper> papers = new ArrayList<>();
    final List<Answer> answers = new ArrayList<>();
    /** When each of them was entered. */
    final List<Instant> answered = new ArrayList<>();

    /** How many answers were given when the State to go to was amended last. */
    int assessedBeforeAmendment;

    final List<PaperDetention> held = new ArrayList<>();

    PaperCase(PaperPerson person, Official by, @Nullable LocalDate found, Instant noted, boolean isTogether) {
        this.person = person;
        this.by = by;
        this.found = found;
        this.noted = noted;
        this.opened = day(noted);
        this.isTogether = isTogether;
        this.competent = by.institution();
    }

    LocalDate left() {
        return Objects.requireNonNull(left);
    }

    /** Whether something still happens in it. */
    boolean isOpen() {
        return left == null && closed == null;
    }

    /** When he left under another case since he was found in this one; on one day what was entered last happened last. */
    @Nullable
    LocalDate leftElsewhere() {
        return person.firstLeft(
                other -> other != this && isAfterFinding(other.left(), Objects.requireNonNull(other.leftTold)));
    }

    private boolean isAfterFinding(LocalDate on, Instant told) {
        return found != null && (on.isAfter(found) || (on.equals(found) && !told.isBefore(noted)));
    }

    /** He left before anything was decided that still stands: of him no return is decided any more. */
    boolean asksToBeConcluded() {
        return isUndecided() && leftElsewhere() != null;
    }

    @Nullable
    Paper draft() {
        return papers.stream().filter(Paper::isDraft).findFirst().orElse(null);
    }

    /** The decision that counts: the one signed last among those that were not cancelled, until the person has left. */
    @Nullable
    Paper standing() {
        return !isOpen()
                ? null
                : papers.stream()
                        .filter(paper -> paper.signed != null && paper.cancelledOn() == null)
                        .max(Comparator.comparing(paper -> paper.signed))
                        .orElse(null);
    }

    boolean isUndecided() {
        return isOpen() && standing() == null;
    }

    @Nullable
    Next next() {
        if (!isOpen()) {
            return null;
        }
        var draft = draft();
        if (draft != null) {
            return draft.sent != null
                    ? new Next("SIGN", day(draft.sent), null, draft.by.institution(), null)
                    : new Next(
                            "FINISH",
                            day(draft.returned != null ? draft.returned : draft.prepared),
                            null,
                            draft.by.institution(),
                            draft.by.unit());
        }
        var later = papers.stream()
                .flatMap(paper -> paper.later.stream())
                .filter(PaperFollowUp::isToTell)
                .min(Comparator.comparing(one -> Objects.requireNonNull(one.signed)));
        if (later.isPresent()) {
            var told = later.get();
            return new Next("SERVE_FOLLOW_UP", told.decided(), null, told.by.institution(), told.by.unit());
        }
        var top = standing();
        if (top == null) {
            return decide();
        }
        var by = top.by;
        var gone = top.leftSince();
        if (gone != null) {
            return new Next("GONE", gone, null, by.institution(), by.unit());
        }
        var remedy = top.remedies.stream()
                .filter(one -> one.suspends && one.result == null)
                .findFirst();
        if (remedy.isPresent()) {
            return new Next("AWAIT_RESULT", remedy.get().filed, null, by.institution(), by.unit());
        }
        var suspended = top.suspendedOn();
        if (suspended != null) {
            return new Next("RESUME", suspended, null, by.institution(), by.unit());
        }
        if (top.served == null) {
            return new Next("SERVE", day(top.signed), null, by.institution(), by.unit());
        }
        return top.text.removal()
                ? new Next("REMOVE", top.served, top.judgment == null ? null : top.judgment.release, "VRS", null)
                : new Next("LEAVE", top.served, top.leaveBy, by.institution(), by.unit());
    }

    private Next decide() {
        var unit = competent.equals(by.institution()) ? by.unit() : null;
        var gone = leftElsewhere();
        if (gone != null) {
            return new Next("CONCLUDE", gone, null, competent, unit);
        }
        var cancelled = papers.stream()
                .map(Paper::cancelledOn)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        var from = cancelled != null ? cancelled : handed != null ? handed : opened;
        return new Next("DECIDE", from, null, competent, unit);
    }

    /** Questions about protection that have no good answer on the day. */
    boolean isUnsafe(LocalDate day) {
        return QUESTIONS.stream().anyMatch(question -> {
            var last = lastAnswer(question, day);
            if (last == null || prevented(question) != null) {
                return true;
            }
            // Said in another case it counts here too: while that is open, or when it was said after this.
            var entered = answered.get(last);
            if (person.others(this).anyMatch(other -> {
                var prevented = other.prevented(question);
                return prevented != null && (other.isOpen() || prevented.isAfter(entered));
            })) {
                return true;
            }
            var answer = answers.get(last);
            // What threatens him was assessed of the State to which he was to go then.
            var isOfAnotherState = question.equals("NON_REFOULEMENT") && last < assessedBeforeAmendment;
            return isOfAnotherState || !answer.clear() || ChronoUnit.DAYS.between(answer.on(), day) > 30;
        });
    }

    private @Nullable Integer lastAnswer(String question, LocalDate day) {
        return IntStream.range(0, answers.size())
                .filter(i -> answers.get(i).question().equals(question)
                        && !answers.get(i).on().isAfter(day))
                .boxed()
                .max(Comparator.comparing((Integer i) -> answers.get(i).on()).thenComparing(Comparator.naturalOrder()))
                .orElse(null);
    }

    /** When the answer was entered that prevents a removal: of the latest day, or entered last. */
    private @Nullable Instant prevented(String question) {
        var entered = IntStream.range(0, answers.size())
                .filter(i -> answers.get(i).question().equals(question))
                .boxed()
                .reduce((_, later) -> later)
                .orElse(null);
        return Stream.of(Optional.ofNullable(entered), Optional.ofNullable(lastAnswer(question, LocalDate.MAX)))
                .flatMap(Optional::stream)
                .filter(one -> !answers.get(one).clear())
                .map(answered::get)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Whether some of what counts on the day was entered after the moment. */
    boolean isAssessedAfter(Instant moment, LocalDate day) {
        return QUESTIONS.stream()
                .map(question -> lastAnswer(question, day))
                .anyMatch(last -> last != null && answered.get(last).isAfter(moment));
    }

    /** Why it ends otherwise than by departure. */
    Set<String> close(Official who, String reason, LocalDate on, LocalDate today) {
        if (!who.institution().equals(competent)) {
            return Set.of("CLOSED_BY_COMPETENT");
        }
        if (!isOpen()) {
            return Set.of("NOTHING_TO_DO");
        }
        if (reason.equals("LEFT") && leftElsewhere() == null) {
            return Set.of("NOT_LEFT");
        }
        var kept = reason.equals("ABSCONDED") ? person.held() : held.stream();
        if (kept.anyMatch(one -> one.released == null)) {
            return Set.of("PERSON_HELD");
        }
        // Of who is in prison, or has left, it is known where he is.
        if (reason.equals("ABSCONDED") && person.isInPrison(today)) {
            return Set.of("PERSON_IN_PRISON");
        }
        if (reason.equals("ABSCONDED") && leftElsewhere() != null) {
            return Set.of("PERSON_HAS_LEFT");
        }
        if (draft() != null) {
            return Set.of("DRAFT_OPEN");
        }
        if (papers.stream().flatMap(one -> one.remedies.stream()).anyMatch(one -> one.result == null)) {
            return Set.of("REMEDY_OPEN");
        }
        // Who hides is still to leave when he is found, and who died is not decided on any more; otherwise the decision
        // is to be cancelled.
        if (standing() != null && !leavesDecision(reason)) {
            return Set.of("DECISION_IN_FORCE");
        }
        if (on.isBefore(opened)) {
            return Set.of("CLOSED_BEFORE_OPENED");
        }
        closed = reason;
        return Set.of();
    }

    static boolean leavesDecision(String reason) {
        return reason.equals("ABSCONDED") || reason.equals("DECEASED");
    }

    Set<String> reopen(Official who) {
        if (!who.institution().equals(competent)) {
            return Set.of("CLOSED_BY_COMPETENT");
        }
        if (closed == null) {
            return Set.of("NOT_CLOSED");
        }
        closed = null;
        return Set.of();
    }

    Set<String> handOver(Official who, LocalDate day) {
        if (closed != null) {
            return Set.of("CASE_CLOSED");
        }
        var comesBack = competent.equals("PMLP")
                && by.institution().equals("VRS")
                && who.institution().equals("PMLP");
        if (competent.equals("PMLP") && !comesBack) {
            return Set.of("ALREADY_THERE");
        }
        if (!who.institution().equals(competent)) {
            return Set.of("NOT_COMPETENT");
        }
        if (!papers.isEmpty()) {
            return Set.of("DECISION_EXISTS");
        }
        competent = comesBack ? "VRS" : "PMLP";
        handed = day;
        return Set.of();
    }

    Set<String> prepare(Official who, Text text, Instant now) {
        if (!who.institution().equals(competent)) {
            return Set.of("NOT_COMPETENT");
        }
        if (closed != null) {
            return Set.of("CASE_CLOSED");
        }
        if (left != null) {
            return Set.of("HAS_LEFT");
        }
        if (asksToBeConcluded()) {
            return Set.of("LEFT_UNDECIDED");
        }
        if (found == null) {
            return Set.of("CASE_WITHOUT_FINDING");
        }
        if (draft() != null) {
            return Set.of("DRAFT_EXISTS");
        }
        var why = mistakes(text, who, day(now));
        if (!text.bans().isEmpty() && person.mayBeAlone(day(now))) {
            why.add("MINOR_PERHAPS_ALONE");
        }
        if (why.isEmpty()) {
            papers.add(new Paper(this, who, text, now));
        }
        return why;
    }

    private static Set<String> mistakes(Text text, Official who, LocalDate today) {
        var why = new TreeSet<String>();
        if (!text.basis().equals(text.removal() ? "IL2002-46-1-1" : "IL2002-41-1")) {
            why.add("BASIS_NOT_IN_FORCE");
        }
        var term = text.term();
        if (text.removal()) {
            if (term != null) {
                why.add("TERM_NOT_FOR_REMOVAL");
            }
            if (text.destination() == null) {
                why.add("DESTINATION_MISSING");
            }
        } else if (term == null) {
            why.add("TERM_MISSING");
        } else if (term < 7 || term > 30) {
            why.add("TERM_OUTSIDE_LAW");
        }
        if ("LVA".equals(text.destination())) {
            why.add("DESTINATION_IS_LATVIA");
        } else if (text.destination() != null && Paper.isInside(text.destination(), today)) {
            why.add("DESTINATION_INSIDE");
        }
        var territories = new HashSet<String>();
        for (var ban : text.bans()) {
            if (!territories.add(ban.territory())) {
                why.add("TERRITORY_TWICE");
            }
            if (ban.basis().startsWith("IL2002-61-4") != who.institution().equals("PMLP")) {
                why.add("BASIS_OF_ANOTHER");
            }
            if (ban.months() > (text.removal() ? 60 : 36)) {
                why.add("TERM_TOO_LONG");
            }
        }
        return why;
    }

    Set<String> assess(List<Answer> given, boolean isLate, Instant now) {
        if (closed != null) {
            return Set.of("CASE_CLOSED");
        }
        if (given.isEmpty()) {
            return Set.of("NOTHING_ANSWERED");
        }
        if (isLate) {
            return Set.of("ANSWERED_MEANWHILE");
        }
        var why = new TreeSet<String>();
        var on = given.getFirst().on();
        if (on.isAfter(day(now))) {
            why.add("IN_FUTURE");
        }
        if (on.isBefore(opened)) {
            why.add("BEFORE_CASE");
        }
        if (given.stream().anyMatch(one -> one.question().equals("REMEDY") && one.clear())
                && person.cases.stream()
                        .flatMap(one -> one.papers.stream())
                        .anyMatch(paper -> paper.cancelledOn() == null && paper.isContestedOn(day(now)))) {
            why.add("REMEDY_WAITS");
        }
        if (why.isEmpty()) {
            answers.addAll(given);
            given.forEach(_ -> answered.add(now));
        }
        return why;
    }

    /**
     * When he was held before in the procedure of this case: in it, and in his cases that are open or were given up because he hid,
     * unless he left since.
     */
    Stream<PaperDetention> heldBefore(Instant moment) {
        return person.held()
                .filter(one -> one.released != null && one.from.isBefore(moment))
                .filter(one -> one.of == this
                        || ((one.of.closed == null || one.of.closed.equals("ABSCONDED"))
                                && person.cases.stream()
                                        .noneMatch(other -> other.left != null
                                                && !other.left.isBefore(day(one.released()))
                                                && !other.left.isAfter(day(moment)))));
    }

    /** Ten days, less those that the Border Guard has used while nothing new was found of him. */
    private Instant byGuardUntil(Instant at, Instant now) {
        var left = Duration.ofDays(10);
        for (var one : heldBefore(at).toList()) {
            var isFoundSince = person.cases.stream()
                    .anyMatch(other -> other.found != null
                            && other.noted.isAfter(one.released())
                            && !other.noted.isAfter(now)
                            && !other.found.isBefore(day(one.released())));
            if (!isFoundSince) {
                var end = one.released().isBefore(one.byGuard) ? one.released() : one.byGuard;
                left = left.minus(Duration.between(one.from, end));
            }
        }
        return at.plus(left);
    }

    Set<String> detain(Instant at, String ground, @Nullable String place, boolean isLastResort, Instant now) {
        if (closed != null) {
            return Set.of("CASE_CLOSED");
        }
        if (left != null) {
            return Set.of("HAS_LEFT");
        }
        var why = new TreeSet<String>();
        var born = person.born;
        if (found != null && day(at).isBefore(found)) {
            why.add("BEFORE_FINDING");
        }
        if (at.isAfter(now)) {
            why.add("IN_FUTURE");
        }
        if (person.isInPrison(day(at))) {
            why.add("IN_PRISON");
        }
        if (born.until(day(at)).getYears() < 14) {
            why.add("TOO_YOUNG");
        } else if (born.until(day(at)).getYears() < 18 && !isLastResort) {
            why.add("LAST_RESORT_MISSING");
        }
        for (var other : person.held().toList()) {
            if (other.released == null) {
                why.add("ALREADY_DETAINED");
            } else if (other.released.isAfter(at)) {
                why.add("DETAINED_THEN");
            }
        }
        var byGuard = byGuardUntil(at, now);
        if (why.isEmpty() && !byGuard.isAfter(at)) {
            why.add("GUARD_DAYS_USED");
        }
        if (place != null && !isPlace(place, day(at))) {
            why.add("NOT_A_PLACE");
        }
        if (why.isEmpty()) {
            held.add(new PaperDetention(this, at, ground, byGuard, place));
        }
        return why;
    }
}
