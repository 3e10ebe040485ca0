package lv.vmis.register.edge;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Work in the background after a start that every page tells of: generated people of a demo. */
@Component
public class Preparing {

    /** How many are there, of how many. */
    public record Reached(int done, int of) {}

    private volatile @Nullable Reached reached;

    public void reached(int done, int of) {
        reached = new Reached(done, of);
    }

    public void done() {
        reached = null;
    }

    public @Nullable Reached now() {
        return reached;
    }
}
