package lv.vmis.register.sis;

import java.util.UUID;
import java.util.function.Predicate;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** What an official typed about an alert: an answer with a note, reasons of a review, or particulars. */
public record AlertForm(
        UUID key,
        @Nullable String version,
        @Nullable String answer,
        @Nullable String note,
        @Nullable String assessment,
        @Nullable String threat,
        @Nullable String offence,
        @Nullable String familyMember,
        @Nullable String fingerprints,
        @Nullable String links) {

    private static final int NOTE = 4_000;

    private static final int NUMBERS = 1_000;

    private static final int NUMBER = 100;

    private static final int VERSIONS = 1_000_000;

    /** Whether something is so is chosen, and not ticked: nobody leaves it out by mistake. */
    private enum Choice {
        YES,
        NO
    }

    static AlertForm fresh(int version) {
        return new AlertForm(Ids.next(), Integer.toString(version), null, null, null, null, null, null, null, null);
    }

    /** As they stand now. */
    static AlertForm of(@Nullable Particulars now) {
        return now == null
                ? fresh(0)
                : new AlertForm(
                        Ids.next(),
                        Integer.toString(now.place()),
                        null,
                        null,
                        now.assessment(),
                        choice(now.threat()),
                        now.offence(),
                        choice(now.familyMember()),
                        now.fingerprints(),
                        now.links());
    }

    private static String choice(boolean value) {
        return (value ? Choice.YES : Choice.NO).name();
    }

    Outcome<AnswerConsultation.Input> consultation(UUID id, Parse in) {
        var what = chosen(in, Consultation.Answer.class);
        var words = in.optionalText("note", note, NOTE);
        return in.into(() -> new AnswerConsultation.Input(id, what.get(), words.orNull()));
    }

    Outcome<AnswerNotice.Input> notice(UUID id, Parse in) {
        var what = chosen(in, SisNotice.Answer.class);
        var words = in.optionalText("note", note, NOTE);
        return in.into(() -> new AnswerNotice.Input(id, what.get(), words.orNull()));
    }

    private <E extends Enum<E>> Parse.Parsed<E> chosen(Parse in, Class<E> answers) {
        if (answer == null || answer.isBlank()) {
            in.refuse("answer", AlertRefusal.CHOICE_MISSING);
            return new Parse.Parsed<>(null);
        }
        return in.oneOf("answer", answer, answers);
    }

    Outcome<ReviewAlert.Input> review(UUID id, Parse in) {
        var seen = in.number("version", version, 0, VERSIONS);
        var words = in.text("assessment", assessment, NOTE);
        return in.into(() -> new ReviewAlert.Input(id, seen.get(), words.get()));
    }

    Outcome<TellAgain.Input> again(UUID id, Parse in) {
        var seen = in.number("version", version, 0, VERSIONS);
        return in.into(() -> new TellAgain.Input(id, seen.get()));
    }

    Outcome<NoteParticulars.Input> particulars(PersonId person, Parse in, Predicate<String> offences) {
        var seen = in.number("version", version, 0, VERSIONS);
        var words = in.text("assessment", assessment, NOTE);
        var dangerous = in.oneOf("threat", threat, Choice.class);
        var what = offence == null || offence.isBlank()
                ? new Parse.Parsed<String>(null)
                : in.code("offence", offence, offences);
        var family = in.oneOf("familyMember", familyMember, Choice.class);
        var prints = in.optionalText("fingerprints", fingerprints, NUMBER);
        var linked = in.optionalText("links", links, NUMBERS);
        return in.into(() -> new NoteParticulars.Input(
                person,
                seen.get(),
                words.get(),
                dangerous.get() == Choice.YES,
                what.orNull(),
                family.get() == Choice.YES,
                prints.orNull(),
                linked.orNull()));
    }
}
