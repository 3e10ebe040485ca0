package lv.vmis.register.following;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A following as the API gives it: nothing of what the register knows. */
@Schema(
        name = "Following",
        requiredProperties = {"id", "reference", "until"})
record FollowingOut(
        @Schema(description = "Stands in its events as `subject`.")
        UUID id,

        @Schema(description = "The institution's own name for it.", example = "A-2026-118")
        String reference,

        @Schema(description = "Last day.", example = "2027-06-30")
        LocalDate until) {

    /** A part of all followings of an agreement. */
    @Schema(name = "Followings", requiredProperties = "followings")
    record Page(
            @Schema(description = "At most 1 000; ask on with `after`, the last `id`.")
            List<FollowingOut> followings) {}

    static FollowingOut of(Followed followed) {
        return new FollowingOut(followed.id(), followed.reference(), followed.until());
    }
}
