package lv.vmis.register.following;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.reading.DocumentNumbers;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.reference.Country;
import org.jspecify.annotations.Nullable;

/** Whom a system asks to be told about. */
@Schema(
        name = "FollowRequest",
        requiredProperties = {"reference", "document", "birthDate", "until"})
record FollowRequest(
        @Schema(
                description =
                        "The institution's own name for this following. It stands in its events, so it should say nothing of the person.",
                example = "A-2026-118",
                maxLength = 60)
        @Nullable
        String reference,

        @Schema(description = "The travel document of the person.") @Nullable
        Document document,

        @Schema(
                description = "Date of birth; `00` for an unknown day or month.",
                example = "1990-03-12",
                maxLength = 20)
        @Nullable
        String birthDate,

        @Schema(
                description = "Last day; a year ahead at most. The same request again with a later day goes on.",
                format = "date",
                example = "2027-06-30")
        @Nullable
        String until) {

    static final String NUMBER = "document.number";
    static final String ISSUER = "document.issuer";

    private static final int LONGEST_REFERENCE = 60;
    private static final int LONGEST_NUMBER = 40;

    /** A travel document. */
    @Schema(
            name = "FollowedDocument",
            requiredProperties = {"number", "issuer"})
    record Document(
            @Schema(
                    description = "Number as printed; blanks and hyphens do not matter.",
                    example = "B1234567",
                    maxLength = 40)
            @Nullable
            String number,

            @Schema(description = "Issuing State: ICAO three-letter code.", example = "VNM", maxLength = 60) @Nullable
            String issuer) {}

    Outcome<FollowPerson.Input> parse(Countries countries, LocalDate today) {
        var in = new Parse(today);
        var named = in.text("reference", reference, LONGEST_REFERENCE);
        var number = in.text(NUMBER, document == null ? null : document.number(), LONGEST_NUMBER);
        if (number.orNull() != null && DocumentNumbers.key(number.get()).isEmpty()) {
            in.refuse(NUMBER, FollowingRefusal.NOT_A_NUMBER);
        }
        var issuer = in.found(
                ISSUER,
                document == null ? null : document.issuer(),
                typed -> countries
                        .accept(typed, Country::isIssuer)
                        .map(Country::code)
                        .orElse(null),
                FollowingRefusal.COUNTRY_UNKNOWN);
        var born = in.birthDate("birthDate", birthDate);
        var last = in.day("until", until);
        if (last.orNull() != null && last.get().isBefore(today)) {
            in.refuse("until", FollowingRefusal.UNTIL_PAST);
        }
        if (last.orNull() != null && last.get().isAfter(today.plusYears(1))) {
            in.refuse("until", FollowingRefusal.UNTIL_TOO_LATE);
        }
        return in.into(() -> new FollowPerson.Input(
                named.get(), new Bearer(DocumentNumbers.key(number.get()), issuer.get(), born.get()), last.get()));
    }
}
