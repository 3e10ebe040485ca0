package lv.vmis.register.following;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.register.edge.AllowClient;
import lv.vmis.register.edge.ApiCall;
import lv.vmis.register.edge.Problems;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome.Done;
import lv.vmis.register.kernel.Outcome.Refused;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.reference.Countries;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whom an institution follows, and what it is told of them. */
@RestController
class FollowingApi {

    private static final int MOST = 1_000;

    private static final int EVENTS_AT_ONCE = 100;

    private final FollowPerson follow;
    private final EndFollowing end;
    private final Followings followings;
    private final Feed feed;
    private final Countries countries;
    private final Looks looks;
    private final Problems problems;
    private final Clock clock;

    FollowingApi(
            FollowPerson follow,
            EndFollowing end,
            Followings followings,
            Feed feed,
            Countries countries,
            Looks looks,
            Problems problems,
            Clock clock) {
        this.follow = follow;
        this.end = end;
        this.followings = followings;
        this.feed = feed;
        this.countries = countries;
        this.looks = looks;
        this.problems = problems;
        this.clock = clock;
    }

    @Operation(
            operationId = "follow",
            tags = "events",
            summary = "Tell us of this person",
            description =
                    "From now on events say what happens to whoever holds the document. The answer is the same whether the register knows "
                            + "him or not. The same request again changes its last day only; another person under the same reference is refused.")
    @ApiResponse(
            responseCode = "200",
            description = "He is followed.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = FollowingOut.class)))
    @ApiResponse(responseCode = "422", ref = "#/components/responses/Refused")
    @AllowClient(ApiCall.FOLLOW)
    @PostMapping(
            path = "/api/v1/following",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> follow(
            @RequestBody FollowRequest body,
            @Parameter(hidden = true) Purpose purpose,
            @Parameter(hidden = true) Actor by,
            @Parameter(hidden = true) HttpServletRequest request) {
        return switch (body.parse(countries, LocalDate.now(clock))) {
            case Done<FollowPerson.Input>(var input) ->
                switch (follow.run(input, purpose, by)) {
                    case Done<UUID>(var id) ->
                        ResponseEntity.ok(new FollowingOut(id, input.reference(), input.until()));
                    case Refused<UUID>(var reasons) -> problems.refused(request, 422, reasons);
                };
            case Refused<FollowPerson.Input>(var reasons) -> problems.refused(request, 422, reasons);
        };
    }

    @Operation(
            operationId = "followings",
            tags = "events",
            summary = "Whom do we follow?",
            description = "All followings of the agreement that have not ended, in the order of their `id`.")
    @ApiResponse(
            responseCode = "200",
            description = "At most 1 000 of them.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = FollowingOut.Page.class)))
    @AllowClient(ApiCall.FOLLOW)
    @GetMapping(path = "/api/v1/following", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<FollowingOut.Page> all(
            @Parameter(description = "The last `id` of the part before.") @RequestParam(required = false) @Nullable
                    UUID after,
            @Parameter(hidden = true) Actor by) {
        var from = after == null ? new UUID(0, 0) : after;
        var found = looks.together(() -> followings.all(Objects.requireNonNull(by.agreement()), from, MOST));
        return ResponseEntity.ok(
                new FollowingOut.Page(found.stream().map(FollowingOut::of).toList()));
    }

    @Operation(
            operationId = "unfollow",
            tags = "events",
            summary = "Tell us no more of this person",
            description = "Events that were not read yet stay in the feed.")
    @ApiResponse(responseCode = "204", description = "He is not followed.")
    @AllowClient(ApiCall.FOLLOW)
    @DeleteMapping("/api/v1/following/{id}")
    ResponseEntity<Void> end(@PathVariable UUID id, @Parameter(hidden = true) Actor by) {
        end.run(id, by);
        return ResponseEntity.noContent().build();
    }

    @Operation(
            operationId = "events",
            tags = "events",
            summary = "What has happened?",
            description =
                    "Events after a place of the feed, oldest first, 100 at most: of one person and of all in one order. Whoever asks again "
                            + "with the same `after` gets the same events again, so one that was lost on the way is not lost. "
                            + "An answer with events is an entry in the journal of the register.")
    @ApiResponse(
            responseCode = "200",
            description = "Events as CloudEvents 1.0; none when nothing has happened.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = EventsOut.class)))
    @ApiResponse(responseCode = "422", ref = "#/components/responses/Refused")
    @AllowClient(ApiCall.FOLLOW)
    @GetMapping(path = "/api/v1/events", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> events(
            @Parameter(description = "`next` of the answer before; 0 from the beginning.")
                    @RequestParam(defaultValue = "0")
                    long after,
            @Parameter(hidden = true) Purpose purpose,
            @Parameter(hidden = true) Actor by,
            @Parameter(hidden = true) HttpServletRequest request) {
        if (after < 0) {
            return problems.refused(request, 422, List.of(Refusal.at("after", FollowingRefusal.CURSOR)));
        }
        var agreement = Objects.requireNonNull(by.agreement());
        if (looks.together(() -> feed.after(agreement, after, 1)).isEmpty()) {
            return ResponseEntity.ok(EventsOut.of(agreement, List.of(), after));
        }
        var events = looks.at(
                by,
                "events",
                purpose,
                () -> feed.after(agreement, after, EVENTS_AT_ONCE),
                found -> found.stream()
                        .flatMap(event -> event.persons().stream())
                        .distinct()
                        .toList());
        return ResponseEntity.ok(EventsOut.of(agreement, events, after));
    }
}
