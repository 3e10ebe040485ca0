package lv.vmis.register.check;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import lv.vmis.register.edge.AllowClient;
import lv.vmis.register.edge.AlsoAgreed;
import lv.vmis.register.edge.ApiCall;
import lv.vmis.register.edge.ManyAtOnce;
import lv.vmis.register.edge.MoreQuestions;
import lv.vmis.register.edge.Problems;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome.Done;
import lv.vmis.register.kernel.Outcome.Refused;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.reference.Countries;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The check for the systems of institutions under an agreement: the same form, rule and journal as the screen. */
@RestController
class CheckApi {

    /** Problem of a system whose agreement does not name checks as of a past moment. */
    private static final String NOT_PAST = "as-of-other";

    private final Check check;
    private final Countries countries;
    private final CheckWords words;
    private final Problems problems;
    private final MoreQuestions more;
    private final Clock clock;

    CheckApi(Check check, Countries countries, CheckWords words, Problems problems, MoreQuestions more, Clock clock) {
        this.check = check;
        this.countries = countries;
        this.words = words;
        this.problems = problems;
        this.more = more;
        this.clock = clock;
    }

    @Operation(
            operationId = "check",
            tags = "checks",
            summary = "May this person enter?",
            description =
                    "Asks whether an entry ban is in force today, or with `asOf` how the register would have answered then. Each call is an entry in the journal of the "
                            + "register, with its purpose and case; the answer leaves only after that entry is durable. "
                            + "A check never decides about a person by itself: what is not certain is `NEEDS_LOOK`.")
    @ApiResponse(
            responseCode = "200",
            description = "The verdict.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = CheckResult.class)))
    @ApiResponse(responseCode = "422", ref = "#/components/responses/Refused")
    @AllowClient(ApiCall.CHECK)
    @PostMapping(
            path = "/api/v1/checks",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> check(
            @RequestBody CheckRequest body,
            @Parameter(hidden = true) Purpose purpose,
            @Parameter(hidden = true) Actor by,
            @Parameter(hidden = true) HttpServletRequest request) {
        if (body.asOf() != null) {
            AlsoAgreed.need(request, ApiCall.CHECK_AS_OF, NOT_PAST);
        }
        return switch (body.asking(countries, clock)) {
            case Done<Check.Asking>(var asked) ->
                ResponseEntity.ok(CheckResult.of(answered(asked, purpose, by), words, Problems.language(request)));
            case Refused<Check.Asking>(var reasons) -> problems.refused(request, 422, inRequest(reasons));
        };
    }

    private CheckAnswer answered(Check.Asking asked, Purpose purpose, Actor by) {
        // What was known once is worked out anew: whoever asks about now does not wait for it.
        return asked.asOf() == null
                ? check.gathered(asked.who(), purpose, by)
                : check.all(List.of(asked), purpose, by).getFirst();
    }

    @Operation(
            operationId = "checkMany",
            tags = "checks",
            summary = "May these persons enter?",
            description =
                    "As a single check, for up to 1 000 persons. Each has its own entry in the journal, and no answer "
                            + "leaves before all of them are durable. Each counts towards what the agreement allows. Answers come in the order of the questions; one with "
                            + "mistakes is answered with them and the others are checked all the same.")
    @ApiResponse(
            responseCode = "200",
            description = "An answer for each.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = CheckBatch.Answers.class)))
    @ApiResponse(responseCode = "422", ref = "#/components/responses/Refused")
    @AllowClient(ApiCall.CHECK_MANY)
    @PostMapping(
            path = "/api/v1/checks/batch",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> checkMany(
            @ManyAtOnce @RequestBody CheckBatch body,
            @Parameter(hidden = true) Purpose purpose,
            @Parameter(hidden = true) Actor by,
            @Parameter(hidden = true) HttpServletRequest request) {
        var asked = body.checks();
        if (asked == null || asked.isEmpty() || asked.size() > CheckBatch.MOST) {
            return problems.refused(
                    request, 422, List.of(Refusal.at("checks", CheckRefusal.HOW_MANY, CheckBatch.MOST)));
        }
        var beyond = more.refused(request, asked.size());
        if (beyond.isPresent()) {
            return beyond.get();
        }
        if (asked.stream().anyMatch(one -> one != null && one.asOf() != null)) {
            AlsoAgreed.need(request, ApiCall.CHECK_AS_OF, NOT_PAST);
        }
        var language = Problems.language(request);
        var parsed = asked.stream()
                .map(one -> one == null ? CheckRequest.EMPTY : one)
                .map(one -> one.asking(countries, clock))
                .toList();
        var answers = check.all(
                        parsed.stream()
                                .flatMap(one ->
                                        one instanceof Done<Check.Asking>(var who) ? Stream.of(who) : Stream.empty())
                                .toList(),
                        purpose,
                        by)
                .iterator();
        return ResponseEntity.ok(new CheckBatch.Answers(parsed.stream()
                .map(one -> switch (one) {
                    case Done<Check.Asking> _ ->
                        new CheckBatch.Answer(CheckResult.of(answers.next(), words, language), null);
                    case Refused<Check.Asking>(var reasons) ->
                        new CheckBatch.Answer(null, problems.fields(language, inRequest(reasons)));
                })
                .toList()));
    }

    private static List<Refusal> inRequest(List<Refusal> reasons) {
        return reasons.stream()
                .map(reason -> new Refusal(reason.code(), CheckRequest.path(reason.field()), reason.values()))
                .toList();
    }
}
