package lv.vmis.register.whereabouts;

/** What is known of where a person is. */
public enum SearchState {
    UNKNOWN,
    REVIEWED,
    FOUND;

    boolean isMissing() {
        return this != FOUND;
    }
}
