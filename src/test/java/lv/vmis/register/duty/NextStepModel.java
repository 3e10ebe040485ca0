package lv.vmis.register.duty;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is next in a case, as officials would say from the papers before them: beside it the register is held. */
final class NextStepModel {

    private NextStepModel() {}

    /** A signed decision, as the officials of a case have it on paper. */
    static final class Sheet {
        final UUID id;
        final boolean isRemoval;
        boolean served;
        boolean suspended;
        boolean gone;

        @Nullable
        UUID remedy;

        /** Whether the next step of the case says that the result is awaited. */
        boolean isAwaited(@Nullable NextStep next, @Nullable Sheet top) {
            return next == NextStep.AWAIT_RESULT && this == top;
        }

        Sheet(UUID id, boolean isRemoval) {
            this.id = id;
            this.isRemoval = isRemoval;
        }

        NextStep next() {
            if (gone) {
                return NextStep.GONE;
            }
            if (remedy != null) {
                return NextStep.AWAIT_RESULT;
            }
            if (suspended) {
                return NextStep.RESUME;
            }
            if (!served) {
                return NextStep.SERVE;
            }
            return isRemoval ? NextStep.REMOVE : NextStep.LEAVE;
        }
    }

    /** A signed follow-up decision of which nobody has told the person. */
    record Untold(UUID id, Sheet of, boolean isCancellation) {}

    /** What the officials of a case have on paper: the decision that counts lies on top, and one that is cancelled is taken away. */
    static final class Paper {
        final Deque<Sheet> decisions = new ArrayDeque<>();
        final List<Sheet> contested = new ArrayList<>();
        boolean handed;

        @Nullable
        UUID draft;

        boolean draftIsRemoval;
        boolean sent;
        boolean left;

        @Nullable
        UUID leftElsewhere;

        int notes;

        @Nullable
        LocalDate reviewOn;

        final List<Untold> untold = new ArrayList<>();

        /** Of a change he is told only where he was told of the decision, and while it counts. */
        Optional<Untold> toTell() {
            return untold.stream()
                    .filter(one -> one.of.served && (one.isCancellation || one.of == decisions.peek()))
                    .findFirst();
        }

        /** He left before anything was decided that still stands: of him no return is decided any more. */
        boolean asksToBeConcluded() {
            return decisions.isEmpty() && leftElsewhere != null;
        }

        @Nullable
        NextStep next() {
            if (left) {
                return null;
            }
            if (reviewOn != null) {
                return NextStep.REVIEW;
            }
            if (draft != null) {
                return sent ? NextStep.SIGN : NextStep.FINISH;
            }
            if (toTell().isPresent()) {
                return NextStep.SERVE_FOLLOW_UP;
            }
            var top = decisions.peek();
            if (top == null) {
                return leftElsewhere != null ? NextStep.CONCLUDE : NextStep.DECIDE;
            }
            return top.next();
        }
    }
}
