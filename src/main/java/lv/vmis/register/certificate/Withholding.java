package lv.vmis.register.certificate;

import java.util.SortedSet;

/**
 * What an extract does not tell.
 *
 * @param ground code of the list {@code withholding_ground}; it is printed, the sections and the reason are not
 */
public record Withholding(SortedSet<ExtractSection> sections, String ground, String reason) {}
