package lv.vmis.register.vmis;

import java.util.UUID;

/** A question to VMIS: nothing but its key. */
public record AskForm(UUID key) {}
