package lv.vmis.register.check;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import lv.vmis.register.edge.Problems.FieldProblem;
import org.jspecify.annotations.Nullable;

/** Many checks as the API takes them. */
@Schema(name = "CheckBatch", description = "Up to 1 000 checks.", requiredProperties = "checks")
record CheckBatch(
        @ArraySchema(minItems = 1, maxItems = CheckBatch.MOST) @Nullable
        List<@Nullable CheckRequest> checks) {

    static final int MOST = 1000;

    /** The answers, in the order of the questions. */
    @Schema(
            name = "CheckAnswers",
            description = "An answer for each check, in the order of the questions.",
            requiredProperties = "answers")
    record Answers(List<Answer> answers) {}

    /** The answer to one of them. */
    @Schema(name = "CheckAnswer", description = "Either `result`, or `errors` where the question has mistakes.")
    record Answer(@Nullable CheckResult result, @Nullable List<FieldProblem> errors) {}
}
