package lv.vmis.register.law;

/**
 * A line of what a ground says before and after a change.
 *
 * @param key of its label
 */
public record GroundLine(String key, String before, String after) {

    public boolean changes() {
        return !before.equals(after);
    }
}
