package lv.vmis.register.check;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Outcome.Done;
import lv.vmis.register.kernel.Outcome.Refused;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.reference.Countries;
import org.jspecify.annotations.Nullable;

/** A check as the API takes it. */
@Schema(
        name = "CheckRequest",
        description = "Either `mrz`, or `nationality` and `birthDate` with a `document` or a `familyName`. "
                + "Unknown or repeated members are refused.",
        example = """
                {"document": {"number": "B1234567", "issuer": "VNM"}, "nationality": "VNM", "birthDate": "1990-03-12",
                 "familyName": "Nguyen", "givenNames": "Van An", "sex": "M"}
                """)
record CheckRequest(
        @Schema(description = "The travel document.") @Nullable
        Document document,

        @Schema(description = "Nationality: ICAO three-letter code.", example = "VNM", maxLength = 60) @Nullable
        String nationality,

        @Schema(
                description = "Date of birth; `00` for an unknown day or month: `1990-05-00`.",
                example = "1990-03-12",
                maxLength = 20)
        @Nullable
        String birthDate,

        @Schema(description = "Surname, in any script.", example = "Nguyen", maxLength = 200) @Nullable
        String familyName,

        @Schema(description = "Given names, in any script.", example = "Van An", maxLength = 200) @Nullable
        String givenNames,

        @Schema(
                description = "Sex: male, female, unspecified, unknown.",
                allowableValues = {"M", "F", "X", "U"})
        @Nullable
        String sex,

        @Schema(
                description = "The machine-readable zone of the document (ICAO Doc 9303 TD1, TD2 or TD3), "
                        + "lines separated by a line break. Instead of all other members.",
                maxLength = 1000,
                example = "P<VNMNGUYEN<<VAN<AN<<<<<<<<<<<<<<<<<<<<<<<<<\nB1234567<3VNM9003129M3103119<<<<<<<<<<<<<<<4")
        @Nullable
        String mrz,

        @Schema(
                description =
                        "A past moment: the answer is the one the register would have given then, by what it knew then, for that day. "
                                + "Absent: now. Service `CHECK_AS_OF`.",
                format = "date-time",
                maxLength = 40,
                example = "2026-11-01T12:00:00+02:00")
        @Nullable
        String asOf) {

    static final CheckRequest EMPTY = new CheckRequest(null, null, null, null, null, null, null, null);

    /** The travel document of the traveller. */
    @Schema(name = "Document", description = "A travel document.")
    record Document(
            @Schema(
                    description = "Number as printed; blanks and hyphens do not matter.",
                    example = "B1234567",
                    maxLength = 40)
            @Nullable
            String number,

            @Schema(
                    description = "Issuing State: ICAO three-letter code. Absent: the State of the nationality.",
                    example = "VNM",
                    maxLength = 60)
            @Nullable
            String issuer) {}

    /** Who is asked about and as of when; all mistakes at once. */
    Outcome<Check.Asking> asking(Countries countries, Clock clock) {
        var moment = AsOf.sent(asOf, clock.instant());
        return switch (form().parse(countries, LocalDate.now(clock))) {
            case Done<Traveller>(var who) ->
                switch (moment) {
                    case Done<Optional<Instant>>(var then) -> Outcome.done(new Check.Asking(who, then.orElse(null)));
                    case Refused<Optional<Instant>>(var reasons) -> Outcome.refused(reasons);
                };
            case Refused<Traveller>(var reasons) ->
                Outcome.refused(Stream.concat(
                                reasons.stream(),
                                moment instanceof Refused<Optional<Instant>>(var more)
                                        ? more.stream()
                                        : Stream.<Refusal>empty())
                        .toList());
        };
    }

    private CheckForm form() {
        return new CheckForm(
                mrz,
                document == null ? null : document.number(),
                document == null ? null : document.issuer(),
                nationality,
                birthDate,
                familyName,
                givenNames,
                sex);
    }

    /** Where the field of the form stands in the request. */
    static String path(String field) {
        return switch (field) {
            case "number", "issuer" -> "document." + field;
            default -> field;
        };
    }
}
