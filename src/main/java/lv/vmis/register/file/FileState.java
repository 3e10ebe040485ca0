package lv.vmis.register.file;

/** How a file stands: follows from what happened to it. */
public enum FileState {
    CURRENT("ok"),
    /** A face image after which a newer one came. */
    SUPERSEDED("muted"),
    /** Not yet searched for malware: nobody reads it. */
    QUARANTINE("order"),
    WITHDRAWN("muted"),
    /** Malware was found, and the content is no more. */
    DESTROYED("ban");

    private final String badge;

    FileState(String badge) {
        this.badge = badge;
    }

    public String badge() {
        return badge;
    }
}
