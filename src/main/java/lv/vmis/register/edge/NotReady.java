package lv.vmis.register.edge;

/** Something is still being made ready after a start: the answer is 503, and asking again soon helps. */
public final class NotReady extends RuntimeException {

    public NotReady(String what) {
        super(what);
    }
}
