package lv.vmis.register.edge;

/** A choice in a list: what is sent, and what is shown. */
public record Option(String value, String text) {}
