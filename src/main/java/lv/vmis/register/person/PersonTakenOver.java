package lv.vmis.register.person;

import java.time.LocalDate;
import java.util.List;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A person as an old register has him.
 *
 * @param source the register: a code of the list of sources of facts
 * @param identities the primary one first
 */
public record PersonTakenOver(
        PersonId id,
        String source,
        List<Identity> identities,
        List<Document> documents,
        List<Address> addresses,
        List<String> remarks,
        List<String> marks) {

    /** One of his identities. */
    public record Identity(
            String kind,
            String familyName,
            @Nullable String givenNames,
            @Nullable String patronymic,
            @Nullable String latvianName,
            String sex,
            PartialDate birthDate,
            @Nullable String birthCountry,
            @Nullable String birthPlace,
            List<Nationality> nationalities,
            @Nullable String personalCode,
            @Nullable String personalCodeCountry,
            @Nullable String ethnicity) {}

    /** A nationality with its type. */
    public record Nationality(String country, String type) {}

    /** A document of his; each once. */
    public record Document(
            String type,
            String number,
            String issuer,
            @Nullable String authority,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate expiresOn) {}

    /** An address in one line. */
    public record Address(String country, String text) {}
}
