package lv.vmis.register.receipt;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lv.vmis.register.edge.Open;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public keys of receipts, for whoever is shown one: a court needs no agreement to verify it. */
@RestController
class ReceiptApi {

    /** As long as a node remembers a key, so that nobody is handed a receipt whose key he cannot get. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final ReceiptKeys keys;

    ReceiptApi(ReceiptKeys keys) {
        this.keys = keys;
    }

    /** A JSON Web Key Set (RFC 7517). */
    @Schema(
            name = "ReceiptKeys",
            description = "The public keys of receipts, as a JSON Web Key Set (RFC 7517), the newest first.",
            requiredProperties = "keys")
    record KeySet(List<Jwk> keys) {}

    /** A public key (RFC 8037). */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "ReceiptKey",
            description = "A public key (RFC 8037). Keys that sign no longer stay in the set.",
            requiredProperties = {"kty", "crv", "use", "alg", "kid", "x", "madeAt"})
    record Jwk(
            @Schema(example = "OKP") String kty,
            @Schema(example = "Ed25519") String crv,
            @Schema(example = "sig") String use,
            @Schema(example = "EdDSA") String alg,

            @Schema(description = "Name of the key: its thumbprint (RFC 7638).")
            String kid,

            @Schema(description = "The public key, base64url.")
            String x,

            @Schema(description = "Since when it signs.") Instant madeAt,

            @Schema(description = "Until when it signed; absent while it signs.") @Nullable
            Instant retiredAt) {}

    @Operation(
            operationId = "receiptKeys",
            tags = "receipts",
            summary = "Public keys of receipts",
            description =
                    "Every answer with data carries a receipt in the header `X-Register-Receipt`. These keys verify it, "
                            + "without the register and long after.")
    @SecurityRequirements
    @Open
    @GetMapping(path = "/api/v1/receipts/keys", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<KeySet> keys() {
        keys.current();
        var all = keys.all().stream()
                .map(key -> new Jwk(
                        "OKP",
                        "Ed25519",
                        "sig",
                        "EdDSA",
                        key.kid(),
                        key.x(),
                        key.madeAt().toInstant(),
                        key.retiredAt() == null ? null : key.retiredAt().toInstant()))
                .toList();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .body(new KeySet(all));
    }
}
