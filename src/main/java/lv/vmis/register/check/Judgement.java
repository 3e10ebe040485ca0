package lv.vmis.register.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lv.vmis.register.check.Reason.Code;
import lv.vmis.register.check.Reason.Trait;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.reading.DocumentNumbers;

/**
 * The rule: what is known about a traveller, weighed on a day.
 *
 * @param identified whose document it is without contradiction
 * @param candidates who may be meant
 */
public record Judgement(Verdict verdict, List<Known> identified, List<Known> candidates) {

    public Judgement {
        identified = List.copyOf(identified);
        candidates = List.copyOf(candidates);
    }

    /** Everybody who was found. */
    public List<PersonId> persons() {
        return Stream.concat(identified.stream(), candidates.stream())
                .map(Known::person)
                .distinct()
                .toList();
    }

    /** The persons found, by how the register found them. */
    record Found(List<Known> byDocument, List<Known> byName, List<Known> byBirth, List<Known> byLikeness) {}

    static Judgement of(Traveller asked, Found found, LocalDate day) {
        return of(asked, found, Set.of(), day);
    }

    /**
     * @param cleared persons an inspector has told apart from the traveller; whose document it is, nobody can be told apart from
     */
    static Judgement of(Traveller asked, Found found, Set<PersonId> cleared, LocalDate day) {
        var identified = found.byDocument().stream()
                .filter(known -> isHolder(asked, known))
                .toList();
        if (!identified.isEmpty()) {
            return new Judgement(aboutHolder(asked, identified, day), identified, List.of());
        }
        var reasons = new ArrayList<Reason>();
        var candidates = new ArrayList<Known>();
        for (var known : apart(found.byDocument(), cleared)) {
            var standing = known.standing(day);
            if (hasSamePaper(asked, known) && contradictsBirth(asked, known)) {
                add(Code.DOCUMENT_OF_ANOTHER, asked, known, standing, reasons, candidates);
            } else if (standing != Standing.NOTHING && !contradictsBirth(asked, known)) {
                add(Code.DOCUMENT_ALIKE, asked, known, standing, reasons, candidates);
            }
        }
        for (var known : apart(found.byName(), cleared)) {
            var standing = known.standing(day);
            if (standing != Standing.NOTHING && !candidates.contains(known) && isNamesake(asked, known)) {
                add(Code.SAME_NAME, asked, known, standing, reasons, candidates);
            }
        }
        for (var known : apart(found.byBirth(), cleared)) {
            var standing = known.standing(day);
            if (standing == Standing.BAN_IN_FORCE && !candidates.contains(known) && isNear(asked, known)) {
                add(Code.NUMBER_NEAR, asked, known, standing, reasons, candidates);
            }
        }
        for (var known : apart(found.byLikeness(), cleared)) {
            var standing = known.standing(day);
            if (standing != Standing.NOTHING && !candidates.contains(known)) {
                add(Code.LIKELY, asked, known, standing, reasons, candidates);
            }
        }
        if (reasons.isEmpty() && !asked.sound()) {
            reasons.add(Reason.of(Code.MRZ_UNSOUND));
        }
        var verdict = reasons.isEmpty() ? new Verdict.NoBan() : new Verdict.NeedsLook(reasons, List.of());
        return new Judgement(verdict, List.of(), candidates);
    }

    private static List<Known> apart(List<Known> found, Set<PersonId> cleared) {
        return cleared.isEmpty()
                ? found
                : found.stream()
                        .filter(known -> !cleared.contains(known.person()))
                        .toList();
    }

    private static Verdict aboutHolder(Traveller asked, List<Known> holders, LocalDate day) {
        var bans = holders.stream().flatMap(known -> known.bansOn(day).stream()).toList();
        if (!bans.isEmpty()) {
            return new Verdict.Ban(bans);
        }
        var reasons = new ArrayList<Reason>();
        for (var known : holders) {
            if (!known.waitingOn(day).isEmpty() || !known.openDecisions().isEmpty()) {
                reasons.add(compared(Code.NOT_DEPARTED, asked, known, known.standing(day)));
            }
        }
        if (reasons.isEmpty() && !asked.sound()) {
            reasons.add(Reason.of(Code.MRZ_UNSOUND));
        }
        var waiting =
                holders.stream().flatMap(known -> known.waitingOn(day).stream()).toList();
        return reasons.isEmpty() ? new Verdict.NoBan() : new Verdict.NeedsLook(reasons, waiting);
    }

    private static void add(
            Code code, Traveller asked, Known known, Standing standing, List<Reason> reasons, List<Known> candidates) {
        reasons.add(compared(code, asked, known, standing));
        candidates.add(known);
    }

    /** The document is his, and the birth date agrees, or is not known while the number agrees to the letter. */
    private static boolean isHolder(Traveller asked, Known known) {
        if (contradictsBirth(asked, known)) {
            return false;
        }
        return asked.birthDate() == null ? hasSamePaper(asked, known) : hasLikePaper(asked, known);
    }

    private static boolean contradictsBirth(Traveller asked, Known known) {
        return asked.birthDate() != null && !known.mayBeBorn(asked.birthDate());
    }

    private static boolean hasSamePaper(Traveller asked, Known known) {
        return asked.number() != null
                && known.papers().stream()
                        .anyMatch(paper -> paper.issuer().equals(asked.likelyIssuer())
                                && Traveller.plain(paper.number()).equals(Traveller.plain(asked.number())));
    }

    private static boolean hasLikePaper(Traveller asked, Known known) {
        return asked.number() != null
                && known.papers().stream()
                        .anyMatch(paper -> paper.issuer().equals(asked.likelyIssuer())
                                && paper.numberKey().equals(DocumentNumbers.key(asked.number())));
    }

    /** Another nationality speaks against him, but not against the same names and the same full birth date together. */
    private static boolean isNamesake(Traveller asked, Known known) {
        var elsewhere = contradictsNationality(asked, known);
        return known.identities().stream()
                .filter(identity -> Names.same(asked, identity))
                .anyMatch(identity -> asked.birthDate() == null
                        ? !elsewhere
                        : Names.overlap(identity.birthDate(), asked.birthDate())
                                && (!elsewhere || isFullAndSame(identity.birthDate(), asked.birthDate())));
    }

    private static boolean isFullAndSame(PartialDate known, PartialDate asked) {
        return known.isFull() && !known.estimated() && known.equals(asked);
    }

    private static boolean contradictsNationality(Traveller asked, Known known) {
        return asked.nationality() != null
                && known.nationalities().findAny().isPresent()
                && known.nationalities().noneMatch(asked.nationality()::equals);
    }

    private static boolean isNear(Traveller asked, Known known) {
        return asked.number() != null
                && asked.birthDate() != null
                && asked.nationality() != null
                && known.nationalities().anyMatch(asked.nationality()::equals)
                && known.identities().stream()
                        .anyMatch(identity -> identity.birthDate()
                                        .earliest()
                                        .equals(asked.birthDate().earliest())
                                && identity.birthDate()
                                        .latest()
                                        .equals(asked.birthDate().latest()))
                && known.papers().stream()
                        .anyMatch(paper -> Names.oneApart(paper.numberKey(), DocumentNumbers.key(asked.number())));
    }

    private static Reason compared(Code code, Traveller asked, Known known, Standing standing) {
        var agrees = new ArrayList<Trait>();
        var differs = new ArrayList<Trait>();
        if (asked.number() != null && !known.papers().isEmpty()) {
            (hasSamePaper(asked, known) ? agrees : differs).add(Trait.DOCUMENT);
        }
        if (asked.familyName() != null) {
            (known.identities().stream().anyMatch(identity -> Names.same(asked, identity)) ? agrees : differs)
                    .add(Trait.NAMES);
        }
        if (asked.birthDate() != null) {
            (contradictsBirth(asked, known) ? differs : agrees).add(Trait.BIRTH_DATE);
        }
        if (asked.nationality() != null && known.nationalities().findAny().isPresent()) {
            (contradictsNationality(asked, known) ? differs : agrees).add(Trait.NATIONALITY);
        }
        if (("M".equals(asked.sex()) || "F".equals(asked.sex()))
                && known.identities().stream()
                        .allMatch(identity -> !identity.sex().equals(asked.sex())
                                && !identity.sex().equals("U")
                                && !identity.sex().equals("X"))) {
            differs.add(Trait.SEX);
        }
        return new Reason(code, standing, agrees, differs);
    }
}
