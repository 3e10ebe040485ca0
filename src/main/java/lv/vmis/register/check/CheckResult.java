package lv.vmis.register.check;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.kernel.Language;
import org.jspecify.annotations.Nullable;

/** The answer of the API to a check: the verdict and what follows from it, nothing about who anybody is. */
@Schema(
        name = "CheckResult",
        description =
                "The verdict and what follows from it. It says nothing about who anybody is beyond what was asked.",
        requiredProperties = {"verdict", "reasons", "bans", "instruction", "checkedAt", "journalNumber"})
record CheckResult(
        @Schema(
                description =
                        "`NO_BAN`: the register knows no ban in force. `BAN`: the holder of the document is banned "
                                + "today. `NEEDS_LOOK`: an official has to decide; `reasons` says why.",
                example = "BAN")
        CheckSlip.Verdict verdict,

        @Schema(description = "Why an official has to look; empty unless the verdict is `NEEDS_LOOK`.")
        List<Why> reasons,

        @Schema(description = "Bans of the holder of the document: those in force, or those that wait for departure.")
        List<BanOut> bans,

        @Schema(
                description = "What the official does next, in the language of `Accept-Language` (lv, en).",
                example = "Refuse entry.")
        String instruction,

        @Schema(description = "When the check was made.", example = "2026-11-23T07:41:07Z")
        Instant checkedAt,

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
    @Schema(
            name = "Ban",
            requiredProperties = {"territory", "from", "until", "indefinite"})
    record BanOut(
            @Schema(
                    description = "Territory: Latvia or the Schengen area.",
                    allowableValues = {"LV", "SCH"},
                    example = "SCH")
            String territory,

            @Schema(
                    description = "First day; null while the ban waits for the departure.",
                    types = {"string", "null"},
                    format = "date",
                    example = "2025-05-14")
            @Nullable
            LocalDate from,

            @Schema(
                    description = "Last day; null for an indefinite ban and while it waits.",
                    types = {"string", "null"},
                    format = "date",
                    example = "2028-05-14")
            @Nullable
            LocalDate until,

            @Schema(description = "Whether the ban has no last day.", example = "false")
            boolean indefinite) {}

    static CheckResult of(CheckAnswer answer, CheckWords words, Language language) {
        var verdict = answer.verdict();
        return new CheckResult(
                verdict.kind(),
                verdict.why().stream()
                        .map(reason -> new Why(reason.code(), words.reason(language, reason)))
                        .toList(),
                verdict.known().stream()
                        .map(ban -> new BanOut(ban.territory(), ban.from(), ban.until(), ban.indefinite()))
                        .toList(),
                String.join(" ", words.todo(language, verdict.kind())),
                answer.at(),
                answer.entry());
    }
}
