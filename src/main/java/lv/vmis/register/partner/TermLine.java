package lv.vmis.register.partner;

import java.util.List;

/** One point of an agreement in words. */
public record TermLine(String label, List<String> said) {}
