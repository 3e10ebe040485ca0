package lv.vmis.register.law;

import java.util.Arrays;
import lv.vmis.register.reference.Amendment;
import lv.vmis.register.reference.GroundChange;
import lv.vmis.register.reference.LawChange;
import org.jspecify.annotations.Nullable;

/** What a proposal changes. */
public enum ChangeKind {
    VALUE(null),
    GROUND_ADDED(GroundChange.Kind.ADDED),
    GROUND_CHANGED(GroundChange.Kind.CHANGED),
    GROUND_ENDED(GroundChange.Kind.ENDED);

    private final GroundChange.@Nullable Kind ground;

    ChangeKind(GroundChange.@Nullable Kind ground) {
        this.ground = ground;
    }

    /** What becomes of a ground; nothing when a value changes. */
    public GroundChange.@Nullable Kind ground() {
        return ground;
    }

    static ChangeKind of(Amendment change) {
        return switch (change) {
            case LawChange _ -> VALUE;
            case GroundChange ground ->
                Arrays.stream(values())
                        .filter(kind -> kind.ground == ground.kind())
                        .findFirst()
                        .orElseThrow();
        };
    }

    /** As typed in an address or a form; a value, where nothing is. */
    static ChangeKind typed(@Nullable String typed) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(typed))
                .findFirst()
                .orElse(VALUE);
    }
}
