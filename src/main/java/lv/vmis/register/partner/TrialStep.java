package lv.vmis.register.partner;

import java.util.function.Predicate;

/** A step of the trial of a connection, with how the journal tells that it was done. */
public enum TrialStep {
    /** One check was answered. */
    CHECK(calls -> calls.checks() > 0),
    /** Several were answered in one call. */
    BATCH(calls -> calls.most() > 1),
    /** A call under another number was refused. */
    PERMISSION_REFUSED(calls -> calls.permissions() > 0),
    /** A call without a purpose, or with one that is not agreed, was refused. */
    PURPOSE_REFUSED(calls -> calls.purposes() > 0),
    /** A call without a case was refused. */
    CASE_REFUSED(calls -> calls.cases() > 0),
    /** A call too many was refused, and the next one waited until as many might be asked again. */
    WAITED(calls -> calls.waits() > 0);

    private final Predicate<Calls> done;

    TrialStep(Predicate<Calls> done) {
        this.done = done;
    }

    /**
     * What a system called lately.
     *
     * @param most checks in one call
     * @param waits minutes in which it was refused for too many once, and then asked no more
     */
    record Calls(int checks, int most, int permissions, int purposes, int cases, int waits) {}

    boolean isDone(Calls calls) {
        return done.test(calls);
    }
}
