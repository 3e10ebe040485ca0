package lv.vmis.register.decision;

import java.time.Instant;
import java.time.LocalDate;

/** That the person left, as the border system told, under a decision that is still open. */
public record ToldExit(LocalDate leftOn, String crossingPoint, Instant toldAt) {}
