package lv.vmis.register.signing;

import java.util.Arrays;
import java.util.Optional;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Right;

/** Which documents can be signed electronically. */
public enum SignableKind {
    RETURN_DECISION("decision", Right.SIGN_DECISION),
    FOLLOW_UP("follow-up", Right.SIGN_DECISION),
    /** Certificates and extracts, which their issuer signs. */
    CERTIFICATE("certificate", Right.ISSUE_CERTIFICATE);

    private final String path;
    private final Right right;

    SignableKind(String path, Right right) {
        this.path = path;
        this.right = right;
    }

    /** Whether it is for somebody to sign documents of the kind. */
    boolean isFor(Actor by) {
        return by.may(right);
    }

    /** How addresses name it. */
    public String path() {
        return path;
    }

    static Optional<SignableKind> at(String path) {
        return Arrays.stream(values()).filter(kind -> kind.path.equals(path)).findFirst();
    }
}
