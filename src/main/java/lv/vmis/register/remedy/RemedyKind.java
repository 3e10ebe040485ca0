package lv.vmis.register.remedy;

import org.jspecify.annotations.Nullable;

/** Where a decision is objected to: a higher authority, the court, or the court of cassation. */
public enum RemedyKind {
    CONTEST,
    APPEAL,
    CASSATION;

    /** What comes before it; nothing before the first. */
    @Nullable
    RemedyKind before() {
        return switch (this) {
            case CONTEST -> null;
            case APPEAL -> CONTEST;
            case CASSATION -> APPEAL;
        };
    }
}
