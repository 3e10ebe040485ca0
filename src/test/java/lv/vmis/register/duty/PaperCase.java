package lv.vmis.register.duty;

import static lv.vmis.register.duty.ProcedureModel.QUESTIONS;
import static lv.vmis.register.duty.ProcedureModel.day;
import static lv.vmis.register.duty.ProcedureModel.isPlace;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import lv.vmis.register.duty.ProcedureModel.Answer;
import lv.vmis.register.duty.ProcedureModel.Next;
import lv.vmis.register.duty.ProcedureModel.Official;
import lv.vmis.register.duty.ProcedureModel.Text;
import org.jspecify.annotations.Nullable;

/** A case of one person. */
final class PaperCase {
    @Nullable
    UUID id;

    final Official by;
    final LocalDate born;
    final LocalDate found;
    final LocalDate opened;
    String competent;

    @Nullable
    LocalDate handed;

    @Nullable
    LocalDate left;

    final List<Paper> papers = new ArrayList<>();
    final List<Answer> answers = new ArrayList<>();
    /** How many answers were given when the State to go to was amended last. */
    int assessedBeforeAmendment;

    final List<PaperDetention> held = new ArrayList<>();

    PaperCase(Official by, LocalDate born, LocalDate found, LocalDate opened) {
        this.by = by;
        this.born = born;
        this.found = found;
        this.opened = opened;
        this.competent = by.institution();
    }

    @Nullable
    Paper draft() {
        return papers.stream().filter(Paper::isDraft).findFirst().orElse(null);
    }

    /** The decision that counts: the one signed last among those that were not cancelled, until the person has left. */
    @Nullable
    Paper standing() {
        return left != null
                ? null
                : papers.stream()
                        .filter(paper -> paper.signed != null && paper.cancelledOn() == null)
                        .max(Comparator.comparing(paper -> paper.signed))
                        .orElse(null);
    }

    boolean isUndecided() {
        return left == null && standing() == null;
    }

    @Nullable
    Next next() {
        if (left != null) {
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
                ? new Next("REMOVE", top.served, null, "VRS", null)
                : new Next("LEAVE", top.served, top.leaveBy, by.institution(), by.unit());
    }

    private Next decide() {
        var cancelled = papers.stream()
                .map(Paper::cancelledOn)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        var from = cancelled != null ? cancelled : handed != null ? handed : opened;
        return new Next("DECIDE", from, null, competent, competent.equals(by.institution()) ? by.unit() : null);
    }

    /** Questions about protection that have no good answer on the day. */
    boolean isUnsafe(LocalDate day) {
        return QUESTIONS.stream().anyMatch(question -> {
            var last = IntStream.range(0, answers.size())
                    .filter(i -> answers.get(i).question().equals(question)
                            && !answers.get(i).on().isAfter(day))
                    .boxed()
                    .max(Comparator.comparing((Integer i) -> answers.get(i).on())
                            .thenComparing(Comparator.naturalOrder()))
                    .orElse(null);
            if (last == null) {
                return true;
            }
            var answer = answers.get(last);
            // What threatens him was assessed of the State to which he was to go then.
            var isOfAnotherState = question.equals("NON_REFOULEMENT") && last < assessedBeforeAmendment;
            return isOfAnotherState || !answer.clear() || ChronoUnit.DAYS.between(answer.on(), day) > 30;
        });
    }

    Set<String> handOver(Official who, LocalDate day) {
        if (competent.equals("PMLP")) {
            return Set.of("ALREADY_THERE");
        }
        if (!who.institution().equals(competent)) {
            return Set.of("NOT_COMPETENT");
        }
        if (!papers.isEmpty()) {
            return Set.of("DECISION_EXISTS");
        }
        competent = "PMLP";
        handed = day;
        return Set.of();
    }

    Set<String> prepare(Official who, Text text, Instant now) {
        if (!who.institution().equals(competent)) {
            return Set.of("NOT_COMPETENT");
        }
        if (left != null) {
            return Set.of("HAS_LEFT");
        }
        if (draft() != null) {
            return Set.of("DRAFT_EXISTS");
        }
        var why = mistakes(text, who, day(now));
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

    Set<String> assess(List<Answer> given, boolean isLate, LocalDate today) {
        if (given.isEmpty()) {
            return Set.of("NOTHING_ANSWERED");
        }
        if (isLate) {
            return Set.of("ANSWERED_MEANWHILE");
        }
        var why = new TreeSet<String>();
        var on = given.getFirst().on();
        if (on.isAfter(today)) {
            why.add("IN_FUTURE");
        }
        if (on.isBefore(opened)) {
            why.add("BEFORE_CASE");
        }
        if (why.isEmpty()) {
            answers.addAll(given);
        }
        return why;
    }

    Set<String> detain(Instant at, @Nullable String place, boolean isLastResort, Instant now) {
        if (left != null) {
            return Set.of("HAS_LEFT");
        }
        var why = new TreeSet<String>();
        if (day(at).isBefore(found)) {
            why.add("BEFORE_FINDING");
        }
        if (at.isAfter(now)) {
            why.add("IN_FUTURE");
        }
        if (born.until(day(at)).getYears() < 14) {
            why.add("TOO_YOUNG");
        } else if (born.until(day(at)).getYears() < 18 && !isLastResort) {
            why.add("LAST_RESORT_MISSING");
        }
        for (var other : held) {
            if (other.released == null) {
                why.add("ALREADY_DETAINED");
            } else if (other.released.isAfter(at)) {
                why.add("DETAINED_THEN");
            }
        }
        if (place != null && !isPlace(place, day(at))) {
            why.add("NOT_A_PLACE");
        }
        if (why.isEmpty()) {
            held.add(new PaperDetention(this, at, place));
        }
        return why;
    }
}
