package lv.vmis.register.exchange;

import org.jspecify.annotations.Nullable;

/** Another system could not be reached, or did not answer so that it could be understood. */
final class LineFailure extends Exception {

    private final SendFault fault;
    private final @Nullable String content;

    LineFailure(SendFault fault, String detail) {
        this(fault, detail, null);
    }

    /** @param content what it said instead */
    LineFailure(SendFault fault, String detail, @Nullable String content) {
        super(detail);
        this.fault = fault;
        this.content = content;
    }

    SendFault fault() {
        return fault;
    }

    String detail() {
        return String.valueOf(getMessage());
    }

    @Nullable
    String content() {
        return content;
    }
}
