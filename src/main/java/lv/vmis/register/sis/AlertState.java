package lv.vmis.register.sis;

/** Where an alert stands by what was sent to N.SIS and answered. */
public enum AlertState {
    /** Asked whether others stand in its way (2018/1861 Art. 23(1)). */
    CHECKING("info", true),
    /** Another State is consulted before it is entered. */
    CONSULTING("info", true),
    PROPOSED("info", true),
    REFUSED("ban", true),
    ENTERED("ok", true),
    DELETING("info", true),
    /** SIS deleted it, since its need was not reviewed in time (2018/1861 Art. 39(5)). */
    EXPIRED("ban", true),
    DELETED("muted", false),
    /** It was never entered. */
    WITHDRAWN("muted", false);

    private final String badge;
    private final boolean isOpen;

    AlertState(String badge, boolean isOpen) {
        this.badge = badge;
        this.isOpen = isOpen;
    }

    public String badge() {
        return badge;
    }

    /** Of a person one such alert exists at most. */
    public boolean isOpen() {
        return isOpen;
    }

    /** Whether it can be found in SIS. */
    boolean isInSis() {
        return this == ENTERED || this == DELETING;
    }
}
