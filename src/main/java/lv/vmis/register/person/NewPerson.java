package lv.vmis.register.person;

import java.time.LocalDate;
import lv.vmis.register.kernel.PartialDate;
import org.jspecify.annotations.Nullable;

/** A person not yet in the register, as an official enters him: one identity, and a document and an address if there are. */
public record NewPerson(
        String familyName,
        @Nullable String givenNames,
        @Nullable String patronymic,
        @Nullable String originalName,
        String sex,
        PartialDate birthDate,
        @Nullable String birthCountry,
        @Nullable String birthPlace,
        String nationality,
        String nationalityType,
        @Nullable String personalCode,
        String source,
        @Nullable NewDocument document,
        @Nullable NewAddress address) {

    /** An identity document as read or typed. */
    public record NewDocument(
            String type,
            String number,
            String issuer,
            @Nullable String authority,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate expiresOn,
            @Nullable String mrz) {}

    /** An address in Latvia ({@code LVA}) or abroad. */
    public record NewAddress(String country, String text) {}
}
