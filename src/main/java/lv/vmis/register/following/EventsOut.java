package lv.vmis.register.following;

import com.fasterxml.jackson.annotation.JsonFilter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.edge.Agreed;
import lv.vmis.register.edge.Attribute;
import org.jspecify.annotations.Nullable;

/** A part of a feed as the API gives it: events as CloudEvents 1.0, and where to go on. */
@Schema(
        name = "Events",
        requiredProperties = {"events", "next"})
record EventsOut(
        @Schema(description = "Events in the order in which they are to be taken.")
        List<Event> events,

        @Schema(
                description =
                        "Where to go on: `after` of the next call. Asked with an earlier one, the same events come again.",
                example = "118")
        long next) {

    /** One event. Its envelope names nobody. */
    @Schema(
            name = "Event",
            requiredProperties = {"specversion", "id", "source", "type", "subject", "time", "datacontenttype", "data"})
    record Event(
            @Schema(example = "1.0") String specversion,

            @Schema(description = "The same however often the event is read.")
            UUID id,

            @Schema(description = "The feed of the agreement.", example = "/api/v1/events/VP-2026-1")
            String source,

            @Schema(
                    description =
                            "What happened. `ban.changed`: its days or its state are others; `ban.ended`: it ran out, was cancelled, or is "
                                    + "no longer known to be his.",
                    allowableValues = {
                        "lv.vmis.register.ban.set",
                        "lv.vmis.register.ban.changed",
                        "lv.vmis.register.ban.ended",
                        "lv.vmis.register.departure.confirmed"
                    })
            String type,

            @Schema(description = "The following it is about.")
            UUID subject,

            @Schema(description = "When it was noticed.") Instant time,

            @Schema(example = "application/json") String datacontenttype,

            Data data) {}

    /** What it says, as far as the agreement names it. */
    @JsonFilter(Agreed.ONLY)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "EventData", requiredProperties = "reference")
    record Data(
            @Schema(description = "The institution's own name for the following.", example = "A-2026-118")
            String reference,

            @Schema(
                    description = "How far the ban is; absent for a departure.",
                    allowableValues = {"WAITING", "IN_FORCE", "SUSPENDED", "ENDED"})
            Standing.@Nullable State state,

            @Agreed(Attribute.BAN_TERRITORY)
            @Schema(
                    description = "Territory: Latvia or the Schengen area. Attribute `BAN_TERRITORY`.",
                    allowableValues = {"LV", "SCH"})
            @Nullable
            String territory,

            @Agreed(Attribute.BAN_DAYS)
            @Schema(
                    description = "First day; absent while the ban waits for the departure. Attribute `BAN_DAYS`.",
                    format = "date")
            @Nullable
            LocalDate from,

            @Agreed(Attribute.BAN_DAYS)
            @Schema(
                    description = "Last day; absent while it waits and of an indefinite ban. Attribute `BAN_DAYS`.",
                    format = "date")
            @Nullable
            LocalDate until,

            @Agreed(Attribute.BAN_DAYS)
            @Schema(description = "Whether the ban has no last day. Attribute `BAN_DAYS`.")
            @Nullable
            Boolean indefinite,

            @Schema(description = "The day he left; of a departure only.", format = "date") @Nullable
            LocalDate leftOn) {}

    static EventsOut of(String agreement, List<Feed.Event> events, long after) {
        return new EventsOut(
                events.stream().map(event -> out(agreement, event)).toList(),
                events.isEmpty() ? after : events.getLast().place());
    }

    static Event out(String agreement, Feed.Event event) {
        var happened = event.happened();
        var ban = happened.ban();
        var data = ban == null
                ? new Data(event.reference(), null, null, null, null, null, happened.leftOn())
                : new Data(
                        event.reference(),
                        ban.state(),
                        ban.territory(),
                        ban.from(),
                        ban.until(),
                        ban.indefinite(),
                        null);
        return new Event(
                "1.0",
                event.id(),
                "/api/v1/events/" + agreement,
                happened.type().inEvent(),
                event.followed(),
                event.at(),
                "application/json",
                data);
    }
}
