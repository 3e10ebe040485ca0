package lv.vmis.register.questionnaire;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version of what a foreigner told for a travel document.
 *
 * @param answers by question, of the list of questions
 * @param language it was translated from; nothing when no translation was needed
 * @param official who filled it in, by name
 */
public record Questionnaire(
        int version,
        Map<String, String> answers,
        @Nullable String language,
        @Nullable String interpreter,
        String unit,
        String official,
        Instant enteredAt) {}
