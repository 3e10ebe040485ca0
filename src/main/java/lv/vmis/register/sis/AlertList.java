package lv.vmis.register.sis;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What waits about alerts, list by list in the order of the desk. */
public enum AlertList {
    /** Questions of other States. */
    ASKED("sis.consultation", "/sis/consultations/", ""),
    NOTICES("sis.notice", "/sis/notices/", ""),
    MISSING(Standing.Side.MISSING),
    SURPLUS(Standing.Side.SURPLUS),
    REVIEWS("sis.category", "/sis/alerts/", "/review"),
    /** Questions of Latvia. */
    ASKING("sis.consultation", null, ""),
    OTHER(Standing.Side.OTHER);

    private final Standing.@Nullable Side side;
    private final String kinds;
    private final @Nullable String where;
    private final String tail;

    AlertList(String kinds, @Nullable String where, String tail) {
        this.side = null;
        this.kinds = kinds;
        this.where = where;
        this.tail = tail;
    }

    AlertList(Standing.Side side) {
        this.side = side;
        this.kinds = "";
        this.where = null;
        this.tail = "";
    }

    /** The side of a list of differences. */
    Standing.@Nullable Side side() {
        return side;
    }

    /** The texts that name what a row is about. */
    public String kinds() {
        return kinds;
    }

    /** Where a row is seen to: at its person when it has no page of its own. */
    public String href(AlertBoard.WaitingRow row) {
        return where == null ? "/persons/" + row.personId() + "/sis" : where + row.id() + tail;
    }

    public String address() {
        return "/sis/lists/" + part();
    }

    /** As it stands in an address and in a page. */
    public String part() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<AlertList> at(String part) {
        return Arrays.stream(values()).filter(list -> list.part().equals(part)).findFirst();
    }
}
