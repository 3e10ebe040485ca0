package lv.vmis.register.safeguard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * An assessment as typed. Questions that are left blank stay as they stand.
 *
 * @param typed by the name of the field
 */
public record SafeguardForm(UUID key, Map<String, String> typed) {

    private static final int EVIDENCE = 4_000;

    private static final int CODE = 50;

    private static final int ANSWERS = 1_000_000;

    static SafeguardForm of(Map<String, String> sent) {
        return new SafeguardForm(Parse.id("key", sent.get("key")), Map.copyOf(sent));
    }

    public static String answer(String question) {
        return "answer-" + question;
    }

    public static String evidence(String question) {
        return "evidence-" + question;
    }

    public @Nullable String value(String field) {
        return typed.get(field);
    }

    Outcome<AssessSafeguards.Input> parse(UUID caseId, List<String> questions, LocalDate today) {
        var in = new Parse(today);
        var on = in.pastDay("assessedOn", value("assessedOn"));
        var seen = in.number("seen", value("seen"), 0, ANSWERS);
        var answers = new ArrayList<AssessSafeguards.Answer>();
        for (var question : questions) {
            var answer = in.optionalText(answer(question), value(answer(question)), CODE)
                    .orNull();
            var evidence = value(evidence(question));
            if (answer == null) {
                if (in.optionalText(evidence(question), evidence, EVIDENCE).orNull() != null) {
                    in.refuse(answer(question), SafeguardRefusal.EVIDENCE_WITHOUT_ANSWER);
                }
                continue;
            }
            var ground = in.text(evidence(question), evidence, EVIDENCE).orNull();
            if (ground != null) {
                answers.add(new AssessSafeguards.Answer(question, answer, ground));
            }
        }
        return in.into(() -> new AssessSafeguards.Input(caseId, seen.get(), on.get(), answers));
    }
}
