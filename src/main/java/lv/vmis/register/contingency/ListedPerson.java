package lv.vmis.register.contingency;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.register.check.Known;
import lv.vmis.register.check.KnownBan;
import lv.vmis.register.check.ListedPersons;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.person.IndexedIdentity;
import lv.vmis.register.reference.Code;
import lv.vmis.register.reference.Country;
import lv.vmis.register.reference.Institution;
import lv.vmis.register.reference.LegalBasis;
import org.jspecify.annotations.Nullable;

/**
 * A person as a line of a list tells of him: what a check weighs, and no more. {@link ListRows} writes it.
 *
 * @param alerts kinds of his alerts in SIS
 * @param cleared marks of travellers whom an inspector has told apart from him
 */
record ListedPerson(
        UUID id,
        long number,
        @Nullable List<Identity> identities,
        @Nullable List<Paper> papers,
        @Nullable List<KnownBan> bans,
        @Nullable List<String> open,
        @Nullable List<String> alerts,
        @Nullable List<String> cleared) {

    /** @param record number of the record it belongs to, where several were joined */
    record Identity(
            long record,
            String family,
            @Nullable String given,
            @Nullable String patronymic,
            @Nullable String original,
            @Nullable String latvian,
            String key,
            String sex,
            String born,
            @Nullable List<String> nationalities) {}

    record Paper(long record, String number, String key, String issuer) {}

    /** A line of a list: one of its members is there. */
    record Line(
            @Nullable Preface preface,
            @Nullable ListedPerson person,
            @Nullable UUID gone,
            @Nullable End end) {}

    /**
     * What a check needs besides persons.
     *
     * @param likely by purpose, from how likely on whoever is like a traveller is weighed, in per cent
     */
    record Preface(
            List<Country> countries,
            List<Institution> institutions,
            List<LegalBasis> legalBases,
            List<Code> purposes,
            Map<String, Integer> likely) {}

    /** The last line: a list without it is not whole. */
    record End(long lines) {}

    ListedPersons.Listed listed() {
        var all = some(identities);
        return new ListedPersons.Listed(
                new Known(
                        new PersonId(id),
                        number,
                        all.stream().map(ListedPerson::known).toList(),
                        some(papers).stream()
                                .map(paper -> new Known.Paper(paper.number(), paper.key(), paper.issuer()))
                                .toList(),
                        some(bans),
                        some(open)),
                all.stream().map(Identity::key).toList(),
                all.stream().map(this::indexed).toList(),
                some(cleared));
    }

    private static Known.Identity known(Identity identity) {
        return new Known.Identity(
                identity.family(),
                identity.given(),
                identity.patronymic(),
                identity.original(),
                identity.sex(),
                PartialDate.valueOf(identity.born()),
                some(identity.nationalities()));
    }

    private IndexedIdentity indexed(Identity identity) {
        return new IndexedIdentity(
                identity.family(),
                identity.given(),
                identity.patronymic(),
                identity.original(),
                identity.latvian(),
                identity.sex(),
                PartialDate.valueOf(identity.born()),
                null,
                some(identity.nationalities()),
                some(papers).stream()
                        .filter(paper -> paper.record() == identity.record())
                        .map(Paper::key)
                        .toList());
    }

    private static <T> List<T> some(@Nullable List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }
}
