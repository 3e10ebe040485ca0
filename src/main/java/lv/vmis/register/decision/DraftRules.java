package lv.vmis.register.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lv.vmis.register.edge.PdfPrinter;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.reference.Law;
import lv.vmis.register.reference.LegalBases;
import lv.vmis.register.reference.LegalParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the law in force on a day asks of a decision before it is written down, and again before it is signed. */
@Component
public class DraftRules {

    /** Names the legal bases of a removal that ask for an order whose term has passed. */
    private static final String AFTER_ORDER = "removal.bases.overdue";

    private final Law law;
    private final Destinations destinations;
    private final RightsToStay stays;
    private final Orders orders;
    private final BansOfDecision bans;
    private final PdfPrinter printer;

    DraftRules(
            Law law,
            Destinations destinations,
            RightsToStay stays,
            Orders orders,
            BansOfDecision bans,
            PdfPrinter printer) {
        this.law = law;
        this.destinations = destinations;
        this.stays = stays;
        this.orders = orders;
        this.bans = bans;
        this.printer = printer;
    }

    public List<Refusal> mistakes(PersonId person, Draft draft, LocalDate day, Actor by) {
        var mistakes = new ArrayList<>(againstLaw(draft, day, by.institution(), law));
        if (!draft.kind().isBan()) {
            stays.mistake(person, day).ifPresent(mistakes::add);
        }
        if (draft.kind() == DecisionKind.REMOVAL
                && List.of(law.parameters().text(AFTER_ORDER, day).split(",", -1))
                        .contains(draft.legalBasis())
                && !orders.isOneDisobeyed(person, day)) {
            mistakes.add(Refusal.at("legalBasis", DecisionRefusal.ORDER_NOT_DISOBEYED));
        }
        destination(person, draft, day, mistakes);
        var unprintable = printer.unprintable(draft.reasons());
        if (!unprintable.isEmpty()) {
            mistakes.add(Refusal.at("reasons", DecisionRefusal.UNPRINTABLE, unprintable));
        }
        weighing(draft, mistakes);
        mistakes.addAll(bans.mistakesOfPerson(person, draft, day));
        return mistakes.stream().distinct().toList();
    }

    /** What a law, which may only be tried, has against it on the day: its ground, its term, and its bans. */
    List<Refusal> againstLaw(Draft draft, LocalDate day, String institution, Law law) {
        var mistakes = new ArrayList<Refusal>();
        basis(draft, day, institution, law.bases(), mistakes);
        term(draft, day, law.parameters(), mistakes);
        mistakes.addAll(bans.mistakes(draft.kind(), draft.bans(), day, institution, law));
        return mistakes;
    }

    /** A decision that only bans must ban, and whatever bans says how family and private life were weighed. */
    private void weighing(Draft draft, List<Refusal> mistakes) {
        if (draft.kind().isBan() && draft.bans().isEmpty()) {
            mistakes.add(Refusal.at("territory", DecisionRefusal.BAN_MISSING));
        }
        if (draft.familyLife() == null && (draft.kind().isBan() || !draft.bans().isEmpty())) {
            mistakes.add(Refusal.at("familyLife", DecisionRefusal.FAMILY_LIFE_MISSING));
        }
        printable("familyLife", draft.familyLife(), mistakes);
        printable("conduct", draft.conduct(), mistakes);
    }

    private void printable(String field, @Nullable String text, List<Refusal> mistakes) {
        var unprintable = text == null ? "" : printer.unprintable(text);
        if (!unprintable.isEmpty()) {
            mistakes.add(Refusal.at(field, DecisionRefusal.UNPRINTABLE, unprintable));
        }
    }

    /** What only bans rests on what its bans rest on. */
    private static void basis(
            Draft draft, LocalDate day, String institution, LegalBases bases, List<Refusal> mistakes) {
        if (draft.kind().isBan()) {
            return;
        }
        var basis = bases.find(draft.legalBasis(), day)
                .filter(found -> found.use().equals(draft.kind().use()));
        if (basis.isEmpty()) {
            mistakes.add(Refusal.at("legalBasis", DecisionRefusal.BASIS_NOT_IN_FORCE));
        } else if (!basis.get().mayBeUsedBy(institution)) {
            mistakes.add(Refusal.at(
                    "legalBasis",
                    DecisionRefusal.BASIS_OF_ANOTHER,
                    basis.get().cited(),
                    String.join(", ", basis.get().authorities())));
        }
    }

    private static void term(Draft draft, LocalDate day, LegalParameters parameters, List<Refusal> mistakes) {
        var days = draft.termDays();
        if (!draft.kind().isOrder()) {
            if (days != null) {
                mistakes.add(Refusal.at("termDays", DecisionRefusal.TERM_NOT_FOR_REMOVAL));
            }
            return;
        }
        if (days == null) {
            mistakes.add(Refusal.at("termDays", DecisionRefusal.TERM_MISSING));
            return;
        }
        var least = parameters.days("departure.term.min", day);
        var most = parameters.days("departure.term.max", day);
        if (days < least || days > most) {
            mistakes.add(Refusal.at(
                    "termDays",
                    DecisionRefusal.TERM_OUTSIDE_LAW,
                    least,
                    most,
                    parameters.get("departure.term.max", day).cited()));
        }
    }

    private void destination(PersonId person, Draft draft, LocalDate day, List<Refusal> mistakes) {
        if (draft.destination() != null) {
            destinations.mistake(draft.destination(), person, day).ifPresent(mistakes::add);
        } else if (draft.kind().isRemoval()) {
            mistakes.add(Refusal.at("destination", DecisionRefusal.DESTINATION_MISSING));
        }
    }
}
