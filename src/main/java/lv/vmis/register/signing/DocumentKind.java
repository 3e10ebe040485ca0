package lv.vmis.register.signing;

import java.util.Arrays;
import java.util.Optional;

/** Which documents can be signed electronically. */
public enum DocumentKind {
    RETURN_DECISION("decision");

    private final String path;

    DocumentKind(String path) {
        this.path = path;
    }

    /** How addresses name it. */
    public String path() {
        return path;
    }

    static Optional<DocumentKind> at(String path) {
        return Arrays.stream(values()).filter(kind -> kind.path.equals(path)).findFirst();
    }
}
