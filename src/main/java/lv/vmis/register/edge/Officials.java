package lv.vmis.register.edge;

import jakarta.servlet.http.HttpServletRequest;
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

    String ATTRIBUTE = Officials.class.getName() + ".official";

    /** The official who sent the request; none before sign-in and for machine clients. */
    static Optional<Official> of(HttpServletRequest request) {
        return Optional.ofNullable((@Nullable Official) request.getAttribute(ATTRIBUTE));
    }
}
