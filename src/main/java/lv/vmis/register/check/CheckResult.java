package lv.vmis.register.check;

import static lv.vmis.register.edge.Attribute.BAN_AUTHORITY;
import static lv.vmis.register.edge.Attribute.BAN_DAYS;
import static lv.vmis.register.edge.Attribute.BAN_DECISION;
import static lv.vmis.register.edge.Attribute.BAN_LEGAL_BASIS;
import static lv.vmis.register.edge.Attribute.BAN_TERRITORY;
import static lv.vmis.register.edge.Attribute.DOCUMENTS;
import static lv.vmis.register.edge.Attribute.IDENTITY;

import com.fasterxml.jackson.annotation.JsonFilter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lv.vmis.register.edge.Agreed;
import lv.vmis.register.edge.Attribute;
import lv.vmis.register.kernel.Language;
import org.jspecify.annotations.Nullable;

/** The answer of the API to a check: the verdict, and of what follows from it and of who was found what the agreement names. */
@JsonFilter(Agreed.ONLY)
@Schema(
        name = "CheckResult",
        description =
                "The verdict, and what the agreement of the caller names besides. A member whose attribute is not agreed is absent.",
        requiredProperties = {"verdict", "checkedAt", "journalNumber"})
record CheckResult(
        @Schema(
                description =
                        "`NO_BAN`: the register knows no ban in force. `BAN`: the holder of the document is banned "
                                + "today. `NEEDS_LOOK`: an official has to decide; `reasons` says why.",
                example = "BAN")
        CheckSlip.Verdict verdict,

        @Agreed(Attribute.REASONS)
        @Schema(
                description =
                        "Why an official has to look; empty unless the verdict is `NEEDS_LOOK`. Attribute `REASONS`.")
        List<Why> reasons,

        @Agreed({BAN_TERRITORY, BAN_DAYS, BAN_LEGAL_BASIS, BAN_DECISION, BAN_AUTHORITY})
        @Schema(
                description =
                        "Bans of the holder of the document: those in force, or those that wait for departure. Any attribute of bans.")
        List<BanOut> bans,

        @Agreed({IDENTITY, DOCUMENTS})
        @Schema(
                description =
                        "Who was found: the holder of the document, and where an official has to look those who may be meant. "
                                + "Attribute `IDENTITY` or `DOCUMENTS`.")
        List<PersonOut> persons,

        @Agreed(Attribute.INSTRUCTION)
        @Schema(
                description =
                        "What the official does next, in the language of `Accept-Language` (lv, en). Attribute `INSTRUCTION`.",
                example = "Refuse entry.")
        String instruction,

        @Schema(description = "When the check was made.", example = "2026-11-23T07:41:07Z")
        Instant checkedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description =
                        "The past moment by whose knowledge, and for whose day, it is answered; absent when that is now.",
                example = "2026-11-01T10:00:00Z")
        @Nullable
        Instant asOf,

        @Schema(
                description = "Number of the journal entry, the receipt of this check.",
                example = "019ab000-0000-7000-8000-000000000012")
        UUID journalNumber) {

    /** One reason to look. */
    @Schema(
            name = "Reason",
            requiredProperties = {"code", "text"})
    record Why(
            @Schema(description = "Code of the reason.", example = "SAME_NAME")
            Reason.Code code,

            @Schema(
                    description = "The reason in words: what was found, what agrees, what differs.",
                    example = "The register has somebody with the same names.")
            String text) {}

    /** One ban. */
    @JsonFilter(Agreed.ONLY)
    @Schema(name = "Ban")
    record BanOut(
            @Agreed(BAN_TERRITORY)
            @Schema(
                    description = "Territory: Latvia or the Schengen area. Attribute `BAN_TERRITORY`.",
                    allowableValues = {"LV", "SCH"},
                    example = "SCH")
            String territory,

            @Agreed(BAN_DAYS)
            @Schema(
                    description = "First day; null while the ban waits for the departure. Attribute `BAN_DAYS`.",
                    types = {"string", "null"},
                    format = "date",
                    example = "2025-05-14")
            @Nullable
            LocalDate from,

            @Agreed(BAN_DAYS)
            @Schema(
                    description = "Last day; null for an indefinite ban and while it waits. Attribute `BAN_DAYS`.",
                    types = {"string", "null"},
                    format = "date",
                    example = "2028-05-14")
            @Nullable
            LocalDate until,

            @Agreed(BAN_DAYS)
            @Schema(description = "Whether the ban has no last day. Attribute `BAN_DAYS`.", example = "false")
            boolean indefinite,

            @Agreed(BAN_LEGAL_BASIS)
            @Schema(
                    description = "Legal basis, as cited on the day of the decision. Attribute `BAN_LEGAL_BASIS`.",
                    example = "Immigration Law, Section 61, Paragraph one")
            String legalBasis,

            @Agreed(BAN_DECISION)
            @Schema(description = "Number of the decision. Attribute `BAN_DECISION`.", example = "PMLP-L-2026-00012")
            String decision,

            @Agreed(BAN_DECISION)
            @Schema(
                    description = "Day of the decision. Attribute `BAN_DECISION`.",
                    types = {"string", "null"},
                    format = "date",
                    example = "2025-05-12")
            @Nullable
            LocalDate decidedOn,

            @Agreed(BAN_AUTHORITY)
            @Schema(
                    description = "The institution that decided. Attribute `BAN_AUTHORITY`.",
                    example = "Office of Citizenship and Migration Affairs")
            String authority) {}

    /** A person that was found. */
    @JsonFilter(Agreed.ONLY)
    @Schema(name = "Person", requiredProperties = "holder")
    record PersonOut(
            @Schema(description = "Whether the document is his; otherwise he may be meant.", example = "true")
            boolean holder,

            @Agreed(IDENTITY)
            @Schema(description = "Number in the register. Attribute `IDENTITY`.", example = "P-0001234")
            String number,

            @Agreed(IDENTITY)
            @Schema(description = "Every identity known, the primary one first. Attribute `IDENTITY`.")
            List<IdentityOut> identities,

            @Agreed(DOCUMENTS) @Schema(description = "Every document known. Attribute `DOCUMENTS`.")
            List<PaperOut> documents) {}

    /** One identity of a person. */
    @Schema(
            name = "Identity",
            requiredProperties = {"familyName", "givenNames", "birthDate", "sex", "nationalities"})
    record IdentityOut(
            @Schema(description = "Surname.", example = "Nguyen")
            String familyName,

            @Schema(
                    description = "Given names; null where he has none.",
                    types = {"string", "null"},
                    example = "Van An")
            @Nullable
            String givenNames,

            @Schema(
                    description = "Date of birth; `00` for an unknown day or month, `~` before an estimated one.",
                    example = "1990-03-12")
            String birthDate,

            @Schema(
                    description = "Sex: male, female, unspecified, unknown.",
                    allowableValues = {"M", "F", "X", "U"})
            String sex,

            @Schema(description = "Nationalities: ICAO three-letter codes.", example = "[\"VNM\"]")
            List<String> nationalities) {}

    /** One document of a person. */
    @Schema(
            name = "KnownDocument",
            requiredProperties = {"number", "issuer"})
    record PaperOut(
            @Schema(description = "Number.", example = "B1234567")
            String number,

            @Schema(description = "Issuing State: ICAO three-letter code.", example = "VNM")
            String issuer) {}

    static CheckResult of(CheckAnswer answer, CheckWords words, Language language) {
        var verdict = answer.verdict();
        return new CheckResult(
                verdict.kind(),
                verdict.why().stream()
                        .map(reason -> new Why(reason.code(), words.reason(language, reason)))
                        .toList(),
                verdict.known().stream().map(ban -> ban(ban, words, language)).toList(),
                persons(answer),
                String.join(" ", words.todo(language, verdict.kind())),
                answer.at(),
                answer.asOf(),
                answer.entry());
    }

    private static BanOut ban(KnownBan ban, CheckWords words, Language language) {
        var one = List.of(ban);
        return new BanOut(
                ban.territory(),
                ban.from(),
                ban.until(),
                ban.indefinite(),
                words.legalBases(language, one).getFirst(),
                ban.decision(),
                ban.decidedOn(),
                words.institution(language, ban));
    }

    /** Nobody where there is no hit: that somebody stands in the register without a ban is not for the caller. */
    private static List<PersonOut> persons(CheckAnswer answer) {
        var holders = answer.identified().stream().map(known -> person(known, true));
        return switch (answer.verdict()) {
            case Verdict.NoBan _ -> List.of();
            case Verdict.Ban _ -> holders.toList();
            case Verdict.NeedsLook _ ->
                Stream.concat(holders, answer.candidates().stream().map(known -> person(known, false)))
                        .toList();
        };
    }

    private static PersonOut person(Known known, boolean holder) {
        return new PersonOut(
                holder,
                known.shownNumber(),
                known.identities().stream()
                        .map(one -> new IdentityOut(
                                one.familyName(),
                                one.givenNames(),
                                one.birthDate().toString(),
                                one.sex(),
                                one.nationalities()))
                        .toList(),
                known.papers().stream()
                        .map(paper -> new PaperOut(paper.number(), paper.issuer()))
                        .toList());
    }
}
