package lv.vmis.register.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import lv.vmis.register.duty.ProcedureModel.Ban;
import lv.vmis.register.duty.ProcedureModel.Official;
import lv.vmis.register.duty.ProcedureModel.Text;
import org.jspecify.annotations.Nullable;

/** Expulsion that a criminal court has imposed: in force when it is entered, and carried out after prison (Criminal Law s. 43; Reg. 454 p. 25–29). */
final class PaperJudgment {
    final String number;
    final LocalDate given;
    final LocalDate inForce;

    boolean isInPrison;

    @Nullable
    LocalDate placed;

    /** The State that the Border Guard named, where the court named none. */
    @Nullable
    String named;

    @Nullable
    LocalDate release;

    @Nullable
    LocalDate ended;

    int version;

    PaperJudgment(String number, LocalDate given, LocalDate inForce, boolean isInPrison, @Nullable LocalDate release) {
        this.number = number;
        this.given = given;
        this.inForce = inForce;
        this.isInPrison = isInPrison;
        this.release = release;
    }

    /** It goes to the case that was opened last and still goes on, or opens one; whoever takes it is told which. */
    Set<String> enter(
            PaperPerson person,
            Official who,
            @Nullable String destination,
            List<Ban> bans,
            @Nullable LocalDate placed,
            Instant now,
            BiConsumer<Paper, Boolean> taken) {
        if (!who.institution().equals("VRS")) {
            return Set.of("OF_BORDER_GUARD");
        }
        var open = person.cases.stream()
                .filter(PaperCase::isOpen)
                .reduce((_, later) -> later)
                .orElse(null);
        if (open != null && open.draft() != null) {
            return Set.of("DRAFT_OPEN");
        }
        var why = new TreeSet<String>();
        if (inForce.isBefore(given)) {
            why.add("IN_FORCE_BEFORE_GIVEN");
        }
        if (inForce.isAfter(ProcedureModel.day(now))) {
            why.add("IN_FORCE_IN_FUTURE");
        }
        if (person.cases.stream()
                .flatMap(one -> one.papers.stream())
                .anyMatch(one -> one.judgment != null && one.judgment.number.equals(number))) {
            why.add("ENTERED_ALREADY");
        }
        if (destination != null) {
            Paper.against(destination, ProcedureModel.day(now), why);
        }
        why.addAll(prison(placed, release));
        var territories = new HashSet<String>();
        for (var ban : bans) {
            if (!territories.add(ban.territory())) {
                why.add("TERRITORY_TWICE");
            }
            if (ban.months() < 36) {
                why.add("TERM_TOO_SHORT");
            }
            if (ban.months() > 120) {
                why.add("TERM_TOO_LONG");
            }
        }
        if (why.isEmpty()) {
            this.placed = placed;
            var of = open != null ? open : new PaperCase(person, who, null, now, false);
            var paper = new Paper(of, who, new Text(true, "KL-43", null, destination, bans), now);
            paper.judgment = this;
            paper.signed = now;
            paper.served = inForce;
            of.papers.add(paper);
            taken.accept(paper, open == null);
        }
        return why;
    }

    private static Set<String> prison(@Nullable LocalDate placed, @Nullable LocalDate release) {
        return placed != null && release != null && release.isBefore(placed)
                ? Set.of("RELEASED_BEFORE_PLACED")
                : Set.of();
    }

    private @Nullable String notCarriedOut(Paper paper, Official who) {
        if (!who.institution().equals("VRS")) {
            return "OF_BORDER_GUARD";
        }
        if (paper.departed != null) {
            return "HAS_LEFT";
        }
        return ended != null ? "HAS_ENDED" : null;
    }

    static Set<String> end(Paper paper, Official who, LocalDate on, boolean isStale) {
        var judgment = paper.judgment;
        if (judgment == null) {
            return Set.of("JUDGMENT_UNKNOWN");
        }
        var blocked = judgment.notCarriedOut(paper, who);
        if (blocked != null) {
            return Set.of(blocked);
        }
        return ProcedureModel.first(
                on.isBefore(judgment.inForce) ? "ENDED_BEFORE_FORCE" : null, ProcedureModel.stale(isStale), () -> {
                    judgment.ended = on;
                    judgment.version++;
                });
    }

    static Set<String> told(
            Paper paper,
            Official who,
            boolean isInPrison,
            @Nullable LocalDate placed,
            @Nullable LocalDate release,
            boolean isStale) {
        var judgment = paper.judgment;
        if (judgment == null) {
            return Set.of("JUDGMENT_UNKNOWN");
        }
        var blocked = judgment.notCarriedOut(paper, who);
        if (blocked != null) {
            return Set.of(blocked);
        }
        var why = prison(placed, release);
        return !why.isEmpty()
                ? why
                : ProcedureModel.first(ProcedureModel.stale(isStale), null, () -> {
                    judgment.isInPrison = isInPrison;
                    judgment.placed = placed;
                    judgment.release = release;
                    judgment.version++;
                });
    }

    /** Why nobody leaves under it on the day. */
    Set<String> against(LocalDate on) {
        var why = new TreeSet<String>();
        if (on.isBefore(inForce)) {
            why.add("NOT_IN_FORCE_THEN");
        }
        return why;
    }

    static Set<String> name(Paper paper, Official who, String state, boolean isStale, Instant now) {
        var judgment = paper.judgment;
        if (judgment == null) {
            return Set.of("JUDGMENT_UNKNOWN");
        }
        var blocked = judgment.notCarriedOut(paper, who);
        if (blocked != null) {
            return Set.of(blocked);
        }
        if (paper.text.destination() != null) {
            return Set.of("COURT_NAMED_STATE");
        }
        if (state.equals(judgment.named)) {
            return Set.of("SAME_STATE");
        }
        var why = new TreeSet<String>();
        Paper.against(state, ProcedureModel.day(now), why);
        return !why.isEmpty()
                ? why
                : ProcedureModel.first(ProcedureModel.stale(isStale), null, () -> {
                    judgment.named = state;
                    judgment.version++;
                    paper.of.assessedBeforeAmendment = paper.of.answers.size();
                });
    }

    /** Whether the sentence is still served on the day, as far as is known. */
    boolean isServed(LocalDate on) {
        return isInPrison && (placed == null || !placed.isAfter(on)) && (release == null || on.isBefore(release));
    }
}
