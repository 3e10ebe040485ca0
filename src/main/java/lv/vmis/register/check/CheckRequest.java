package lv.vmis.register.check;

import io.swagger.v3.oas.annotations.media.Schema;
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
        String mrz) {

    static final CheckRequest EMPTY = new CheckRequest(null, null, null, null, null, null, null);

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

    CheckForm form() {
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
