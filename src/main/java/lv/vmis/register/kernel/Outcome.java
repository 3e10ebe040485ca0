package lv.vmis.register.kernel;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What an action answers: it is done, or it is refused with every reason at once. Nothing is written when refused. */
public sealed interface Outcome<T> {

    record Done<T>(T value) implements Outcome<T> {}

    record Refused<T>(List<Refusal> reasons) implements Outcome<T> {
        public Refused {
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
            reasons = List.copyOf(reasons);
        }
    }

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(List<Refusal> reasons) {
        return new Refused<>(reasons);
    }

    static <T> Outcome<T> refused(RefusalCode code, Object... values) {
        return new Refused<>(List.of(Refusal.of(code, values)));
    }

    default <R> Outcome<R> then(Function<T, Outcome<R>> next) {
        return switch (this) {
            case Done<T>(var value) -> next.apply(value);
            case Refused<T>(var reasons) -> new Refused<>(reasons);
        };
    }

    /** Done when the other is too; the reasons of both when neither is. */
    default Outcome<T> along(Outcome<?> other) {
        return switch (other) {
            case Done<?> _ -> this;
            case Refused<?>(var others) ->
                switch (this) {
                    case Done<T> _ -> new Refused<>(others);
                    case Refused<T>(var reasons) ->
                        new Refused<>(
                                Stream.concat(reasons.stream(), others.stream()).toList());
                };
        };
    }
}
