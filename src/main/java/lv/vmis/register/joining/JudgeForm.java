package lv.vmis.register.joining;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.reference.Codes;
import org.jspecify.annotations.Nullable;

/** What an official says of two persons, as typed. Each answer has reasons of its own. */
public record JudgeForm(
        UUID key,
        @Nullable UUID one,
        @Nullable UUID other,
        @Nullable String answer,
        @Nullable String same,
        @Nullable String different,
        @Nullable String unsure,
        @Nullable String note) {

    static final String REASONS = "likeness_reason";

    private static final int NOTE = 2_000;

    /** What can be said of two persons. */
    public enum Answer {
        SAME,
        DIFFERENT,
        UNSURE;

        /** The field of its reason. */
        public String field() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** Whether a reason is one of this answer's. */
        public boolean isReason(String code) {
            return code.startsWith(name() + "_");
        }
    }

    /** The answer with its reason, read. */
    record Said(
            PersonId one,
            PersonId other,
            Answer answer,
            String reason,
            @Nullable String note) {}

    static JudgeForm fresh(UUID key, PersonId one, PersonId other) {
        return new JudgeForm(key, one.value(), other.value(), null, null, null, null, null);
    }

    public @Nullable String reasonOf(Answer of) {
        return switch (of) {
            case SAME -> same;
            case DIFFERENT -> different;
            case UNSURE -> unsure;
        };
    }

    Outcome<Said> parse(Codes codes, LocalDate today) {
        var in = new Parse(today);
        var said = in.oneOf("answer", answer, Answer.class);
        var chosen = said.orNull();
        var text = in.optionalText("note", note, NOTE);
        var reason = chosen == null
                ? new Parse.Parsed<String>(null)
                : in.code(
                        chosen.field(),
                        reasonOf(chosen),
                        code -> chosen.isReason(code) && codes.isInForce(REASONS, code, today));
        if (reason.orNull() != null && reason.get().endsWith("_OTHER") && text.orNull() == null && !in.noted("note")) {
            in.refuse("note", JoiningRefusal.REASON_NEEDS_NOTE);
        }
        return in.into(() -> new Said(
                new PersonId(Parse.id("one", String.valueOf(one))),
                new PersonId(Parse.id("other", String.valueOf(other))),
                said.get(),
                reason.get(),
                text.orNull()));
    }
}
