package lv.vmis.register.kernel;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts: the account, the role in which it acts now, and for which unit of which institution. A machine client of an
 * institution acts without a role and with the number of its agreement.
 */
public record Actor(
        UUID account,
        String name,
        @Nullable Role role,
        String institution,
        String unit,
        @Nullable String agreement,
        @Nullable String session,
        @Nullable String address,
        UUID request) {

    public boolean may(Right right) {
        return role != null && role.may(right);
    }

    /** "J. Bērziņš" for "Jānis Bērziņš". */
    public String shortName() {
        var space = name.lastIndexOf(' ');
        return space < 1 ? name : name.charAt(0) + ".\u00a0" + name.substring(space + 1);
    }
}
