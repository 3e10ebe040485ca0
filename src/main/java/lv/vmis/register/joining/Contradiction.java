package lv.vmis.register.joining;

/**
 * Two records that can hardly be of one person.
 *
 * @param kind {@code sex}, {@code birth} or {@code document}
 */
public record Contradiction(String kind, long oneNumber, String one, long otherNumber, String other) {

    public String oneRecord() {
        return Link.shown(oneNumber);
    }

    public String otherRecord() {
        return Link.shown(otherNumber);
    }
}
