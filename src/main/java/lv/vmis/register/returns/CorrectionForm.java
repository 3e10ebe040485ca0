package lv.vmis.register.returns;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Why a finding is corrected, as typed; what it is to say stands in the form of a finding. */
public record CorrectionForm(
        UUID key,
        int version,
        @Nullable String reason,
        @Nullable String born) {}
