package lv.vmis.register.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A person of the register as far as a check needs him.
 *
 * @param identities the primary one first
 * @param openDecisions numbers of signed decisions not carried out
 */
public record Known(
        PersonId person,
        long number,
        List<Identity> identities,
        List<Paper> papers,
        List<KnownBan> bans,
        List<String> openDecisions) {

    public Known {
        identities = List.copyOf(identities);
        papers = List.copyOf(papers);
        bans = List.copyOf(bans);
        openDecisions = List.copyOf(openDecisions);
    }

    /** One identity of a person. */
    public record Identity(
            String familyName,
            @Nullable String givenNames,
            @Nullable String patronymic,
            @Nullable String originalName,
            String sex,
            PartialDate birthDate,
            List<String> nationalities) {

        public String name() {
            var family = familyName.toUpperCase(Locale.ROOT);
            return givenNames == null ? family : family + " " + givenNames;
        }
    }

    /** A document of a person. */
    public record Paper(String number, String numberKey, String issuer) {}

    public Identity primary() {
        return identities.getFirst();
    }

    /** "P-0001234". */
    public String shownNumber() {
        return "P-%07d".formatted(number);
    }

    public List<KnownBan> bansOn(LocalDate day) {
        return bans.stream().filter(ban -> ban.inForceOn(day)).toList();
    }

    List<KnownBan> waitingOn(LocalDate day) {
        return bans.stream().filter(ban -> ban.waitsOn(day)).toList();
    }

    Standing standing(LocalDate day) {
        if (!bansOn(day).isEmpty()) {
            return Standing.BAN_IN_FORCE;
        }
        if (!waitingOn(day).isEmpty()) {
            return Standing.BAN_WAITS;
        }
        return openDecisions.isEmpty() ? Standing.NOTHING : Standing.DECISION_OPEN;
    }

    boolean mayBeBorn(PartialDate date) {
        return identities.stream().anyMatch(identity -> Names.overlap(identity.birthDate(), date));
    }

    Stream<String> nationalities() {
        return identities.stream().flatMap(identity -> identity.nationalities().stream());
    }
}
