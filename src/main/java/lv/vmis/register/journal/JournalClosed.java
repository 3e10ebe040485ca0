package lv.vmis.register.journal;

/** The journal cannot be written, so nothing personal may be shown. */
public final class JournalClosed extends RuntimeException {

    JournalClosed(Throwable cause) {
        super("the journal cannot be written", cause);
    }
}
