package lv.vmis.register.receipt;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.edge.AllowClient;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Problems;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.kernel.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Completes a receipt: that the journal holds the entries of its call. */
@RestController
class ProofApi {

    private final JournalLog log;
    private final Looks looks;
    private final Problems problems;

    ProofApi(JournalLog log, Looks looks, Problems problems) {
        this.log = log;
        this.looks = looks;
        this.problems = problems;
    }

    /** Proofs of the entries of a call. */
    @Schema(
            name = "Proofs",
            requiredProperties = {"call", "proofs"})
    record Proofs(
            @Schema(description = "Number of the call, as the receipt says.")
            UUID call,

            @Schema(description = "A proof for each entry of the journal, base64url; the verifier reads them.")
            List<String> proofs) {}

    @Operation(
            operationId = "receiptProof",
            tags = "receipts",
            summary = "Does the journal hold it?",
            description =
                    "Proofs that the journal of the register holds the entries of a call, up to a signed checkpoint: with them a receipt "
                            + "is complete. Answered to systems of the institution whose call it was, some seconds after the call.")
    @ApiResponse(
            responseCode = "200",
            description = "The proofs.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = Proofs.class)))
    @ApiResponse(
            responseCode = "404",
            description = "The institution made no call of this number that left an entry.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    @ApiResponse(
            responseCode = "409",
            description = "Not yet: ask again after `Retry-After` seconds.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    @AllowClient
    @GetMapping(path = "/api/v1/receipts/{number}/proof", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> proof(
            @Parameter(description = "`call` of the receipt.") @PathVariable UUID number,
            @Parameter(hidden = true) Purpose purpose,
            @Parameter(hidden = true) Actor by,
            @Parameter(hidden = true) HttpServletRequest request) {
        var entries = looks.together(() -> log.of(number, by.institution()));
        if (entries.isEmpty()) {
            throw new NotFound();
        }
        // It tells the institution what it stated itself, and nothing of whom it is about.
        var proofs = looks.at(by, "receipt.proof", purpose, () -> log.proofs(entries), _ -> List.of());
        if (proofs.isEmpty()) {
            var waits = problems.refused(request, 409, List.of(Refusal.of(ReceiptRefusal.PROOF_WAITS)));
            return ResponseEntity.status(waits.getStatusCode())
                    .headers(waits.getHeaders())
                    .header(HttpHeaders.RETRY_AFTER, String.valueOf(2 * JournalLog.EVERY.toSeconds()))
                    .body(waits.getBody());
        }
        return ResponseEntity.ok(new Proofs(
                number,
                proofs.get().stream()
                        .map(proof -> JournalLog.base64(proof.getBytes(StandardCharsets.UTF_8)))
                        .toList()));
    }
}
