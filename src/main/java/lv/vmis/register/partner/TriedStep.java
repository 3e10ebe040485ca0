package lv.vmis.register.partner;

/** A step of the trial of a connection, and whether the system did it. */
public record TriedStep(TrialStep step, boolean done) {}
