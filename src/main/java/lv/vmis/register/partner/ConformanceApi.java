package lv.vmis.register.partner;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import lv.vmis.register.edge.AllowClient;
import lv.vmis.register.kernel.Actor;
import org.springframework.http.MediaType;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a system which steps of the trial of its connection it has done. */
@RestController
class ConformanceApi {

    private final Conformance conformance;
    private final TransactionTemplate reading;

    ConformanceApi(Conformance conformance, PlatformTransactionManager transactions) {
        this.conformance = conformance;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** The steps, in the order in which they are best done. */
    @Schema(name = "Conformance", requiredProperties = "steps")
    record Steps(List<StepOut> steps) {}

    /** One step. */
    @Schema(
            name = "ConformanceStep",
            requiredProperties = {"step", "done"})
    record StepOut(
            @Schema(
                    description = "`CHECK`: one check was answered. `BATCH`: several were answered in one call. "
                            + "`PERMISSION_REFUSED`, `PURPOSE_REFUSED`, `CASE_REFUSED`: a call with another number, with no purpose or "
                            + "another one, without a case was refused. `WAITED`: a call too many was answered 429, "
                            + "nothing more was asked in that minute, and a check after it was answered.")
            TrialStep step,

            @Schema(description = "Whether this system did it within the last hour.")
            boolean done) {}

    @Operation(
            operationId = "conformance",
            tags = "agreements",
            summary = "Which steps of the trial has this system done?",
            description =
                    "Looks into the journal for what this system did within the last hour: a self-test of a new connection.")
    @AllowClient
    @GetMapping(path = "/api/v1/conformance", produces = MediaType.APPLICATION_JSON_VALUE)
    Steps steps(@Parameter(hidden = true) Actor by) {
        return new Steps(Objects.requireNonNull(reading.execute(_ -> conformance.of(by.account()))).stream()
                .map(step -> new StepOut(step.step(), step.done()))
                .toList());
    }
}
