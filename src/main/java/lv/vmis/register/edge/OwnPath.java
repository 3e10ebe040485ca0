package lv.vmis.register.edge;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Where a form leads back to: a page of the register, never an address given from outside. */
public final class OwnPath {

    private OwnPath() {}

    /** The path as given, if it can only lead to this register; else that of the desktop. */
    public static URI of(@Nullable String back) {
        var home = URI.create("/");
        if (back == null || !back.startsWith("/") || back.startsWith("//") || back.contains("\\")) {
            return home;
        }
        try {
            return new URI(back);
        } catch (URISyntaxException noAddress) {
            // Blanks and control characters too: browsers leave some of them out, and "/<tab>/host" becomes "//host".
            return home;
        }
    }
}
