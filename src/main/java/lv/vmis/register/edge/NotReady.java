package lv.vmis.register.edge;

/** Something is still being made ready after a start: the answer is 503, and asking again soon helps. */
public final class NotReady extends RuntimeException {

    private final int done;
    private final int total;

    /** So much of so much is ready. */
    public NotReady(int done, int total) {
        super("%d of %d".formatted(done, total));
        this.done = done;
        this.total = total;
    }

    public int done() {
        return done;
    }

    public int total() {
        return total;
    }
}
