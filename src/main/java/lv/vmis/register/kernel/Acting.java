package lv.vmis.register.kernel;

import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Who acts on this thread. Every transaction begun while somebody acts tells the database, and the database shows
 * personal rows to no one else (forced row security).
 */
public final class Acting {

    private static final ScopedValue<Actor> CURRENT = ScopedValue.newInstance();

    private Acting() {}

    public static Optional<Actor> now() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    public static <T> T as(Actor actor, Callable<T> work) throws Exception {
        return ScopedValue.where(CURRENT, actor).call(work::call);
    }
}
