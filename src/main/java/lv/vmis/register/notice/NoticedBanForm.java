package lv.vmis.register.notice;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.ban.BanTerms;
import lv.vmis.register.decision.BanStart;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.edge.Parse.Parsed;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.person.NewPerson;
import lv.vmis.register.reference.Codes;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.reference.Country;
import org.jspecify.annotations.Nullable;

/**
 * A decision on bans as a notice says it, as typed.
 *
 * @param person chosen among those likely meant
 * @param distinctFrom numbers of those likely meant who are others
 */
public record NoticedBanForm(
        UUID key,
        int version,
        @Nullable String person,
        @Nullable String distinctFrom,
        @Nullable String familyName,
        @Nullable String givenNames,
        @Nullable String birthDate,
        @Nullable String sex,
        @Nullable String nationality,
        @Nullable String number,
        @Nullable String decidedOn,
        @Nullable String legalBasis,
        @Nullable String territory,
        @Nullable String months,
        @Nullable String schMonths,
        @Nullable String starts,
        @Nullable String startsOn,
        @Nullable String reasons) {

    private static final int NAME = 200;
    private static final int REASONS = 20_000;

    static NoticedBanForm of(UUID key, Notice notice) {
        var terms = BanTerms.EMPTY;
        return new NoticedBanForm(
                key,
                notice.version(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                terms.territory(),
                null,
                null,
                BanStart.DECISION.name(),
                null,
                notice.summary());
    }

    Outcome<EnterNoticedBan.Input> parse(UUID notice, Countries countries, Codes codes, LocalDate today) {
        var in = new Parse(today);
        var known = Parse.optionalId("person", person);
        var somebody = known == null ? newPerson(in, countries, codes, today) : new Parsed<NewPerson>(null);
        var no = in.text("number", number, NAME);
        var given = in.pastDay("decidedOn", decidedOn);
        var bans = new BanTerms(legalBasis, territory, months, schMonths, starts, startsOn).parse(in);
        var why = in.text("reasons", reasons, REASONS);
        var others = Parse.numbers("distinctFrom", distinctFrom);
        return in.into(() -> new EnterNoticedBan.Input(
                notice,
                version,
                known == null ? null : new PersonId(known),
                somebody.orNull(),
                others,
                no.get(),
                given.get(),
                why.get(),
                bans.get()));
    }

    private Parsed<NewPerson> newPerson(Parse in, Countries countries, Codes codes, LocalDate today) {
        var family = in.text("familyName", familyName, NAME);
        var names = in.optionalText("givenNames", givenNames, NAME);
        var birth = in.birthDate("birthDate", birthDate);
        var of = in.code("sex", sex, typed -> codes.isInForce("sex", typed, today));
        var country = in.found(
                "nationality",
                nationality,
                typed -> countries
                        .accept(typed, Country::isNationality)
                        .filter(found -> !found.code().equals("LVA"))
                        .orElse(null),
                NoticeRefusal.NATIONALITY_UNKNOWN);
        if (in.hasMistakes()) {
            return new Parsed<>(null);
        }
        return new Parsed<>(new NewPerson(
                family.get(),
                names.orNull(),
                null,
                null,
                of.get(),
                birth.get(),
                null,
                null,
                country.get().code(),
                "CITIZEN",
                null,
                "AUTHORITY",
                null,
                null));
    }
}
