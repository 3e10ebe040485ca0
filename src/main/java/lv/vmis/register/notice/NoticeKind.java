package lv.vmis.register.notice;

/** What a notice is about, and how long its entry may take. */
public enum NoticeKind {
    BAN("register.entry.decision"),
    CHANGE("register.entry.cancellation"),
    INFORMATION("register.entry.correction");

    private final String term;

    NoticeKind(String term) {
        this.term = term;
    }

    /** The legal parameter with the working days from the receipt to the entry. */
    String term() {
        return term;
    }
}
