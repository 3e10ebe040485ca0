package lv.vmis.register.questionnaire;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A questionnaire as typed.
 *
 * @param typed by the name of the field: a question is named as its code
 */
public record QuestionnaireForm(UUID key, Map<String, String> typed) {

    private static final int ANSWER = 2_000;

    private static final int NAME = 200;

    private static final int VERSIONS = 100_000;

    static QuestionnaireForm of(Map<String, String> sent) {
        return new QuestionnaireForm(Parse.id("key", sent.get("key")), Map.copyOf(sent));
    }

    /** As filled in last, so that a new version begins with what was told. */
    static QuestionnaireForm of(UUID key, Optional<Questionnaire> latest) {
        var typed = new HashMap<String, String>();
        latest.ifPresent(last -> {
            typed.putAll(last.answers());
            if (last.language() != null && last.interpreter() != null) {
                typed.put("language", last.language());
                typed.put("interpreter", last.interpreter());
            }
        });
        return new QuestionnaireForm(key, typed);
    }

    public @Nullable String value(String field) {
        return typed.get(field);
    }

    Outcome<FillQuestionnaire.Input> parse(UUID decision, List<String> questions, LocalDate today) {
        var in = new Parse(today);
        var seen = in.number("seen", value("seen"), 0, VERSIONS);
        var answers = new HashMap<String, String>();
        for (var question : questions) {
            var answer = in.optionalText(question, value(question), ANSWER).orNull();
            if (answer != null) {
                answers.put(question, answer);
            }
        }
        var language = in.optionalText("language", value("language"), NAME).orNull();
        var interpreter =
                in.optionalText("interpreter", value("interpreter"), NAME).orNull();
        return in.into(() -> new FillQuestionnaire.Input(decision, seen.get(), answers, language, interpreter));
    }
}
