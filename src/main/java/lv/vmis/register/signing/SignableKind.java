package lv.vmis.register.signing;

import java.util.Arrays;
import java.util.Optional;

/** Which documents can be signed electronically. */
public enum SignableKind {
    RETURN_DECISION("decision");

    private final String path;

    SignableKind(String path) {
        this.path = path;
    }

    /** How addresses name it. */
    public String path() {
        return path;
    }

    static Optional<SignableKind> at(String path) {
        return Arrays.stream(values()).filter(kind -> kind.path.equals(path)).findFirst();
    }
}
