package lv.vmis.register.edge;

/** What a session remembers about its own beginning. */
public final class SessionMarks {

    /** When the official signed in, in milliseconds since 1970: no use makes a session last longer than a shift. */
    public static final String STARTED = "register.started";

    /** The network address it began from. */
    public static final String ADDRESS = "register.address";

    private SessionMarks() {}
}
