package lv.vmis.register.joining;

/**
 * Where a pair went that was judged just now.
 *
 * @param key of the words
 */
public record Gone(String key, String one, String other) {}
