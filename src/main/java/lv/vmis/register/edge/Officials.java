package lv.vmis.register.edge;

import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.Language;
import lv.vmis.register.kernel.Role;
import org.jspecify.annotations.Nullable;

/** Who has signed in, asked anew on every request so that a withdrawn right ends at once. Implemented by accounts. */
public interface Officials {

    /** An official as the edge needs to know him. */
    record Official(
            UUID account,
            String name,
            Role role,
            String institution,
            String unit,
            String unitName,
            Language language,
            @Nullable String rulesAccepted,
            boolean blocked) {}

    Optional<Official> find(UUID account);
}
