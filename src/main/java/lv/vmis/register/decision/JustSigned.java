package lv.vmis.register.decision;

/**
 * What an official has just signed, as the page that opens next tells of it.
 *
 * @param page where it is shown
 * @param isServed whether it was served meanwhile
 */
public record JustSigned(String number, String page, boolean isServed) {}
