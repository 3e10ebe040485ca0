package lv.vmis.register.partner;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import lv.vmis.register.edge.AllowClient;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets a system try its key, agreement, purpose and case before it asks about anybody. */
@RestController
class AgreementApi {

    @Operation(
            operationId = "tryAccess",
            tags = "agreements",
            summary = "Would a call be let in?",
            description =
                    "Says whether the key is known, the agreement in force, and its number, the purpose and the case are "
                            + "as they should be. Nothing is looked up, so nothing is written in the journal unless it is refused.")
    @ApiResponse(responseCode = "204", description = "A call with these headers is let in now.")
    @AllowClient
    @GetMapping("/api/v1/access")
    ResponseEntity<Void> access() {
        return ResponseEntity.noContent().build();
    }
}
