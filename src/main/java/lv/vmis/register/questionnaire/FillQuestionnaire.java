package lv.vmis.register.questionnaire;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.decision.DecisionKind;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.reference.Codes;
import org.jspecify.annotations.Nullable;

/** Fills in the questionnaire for a travel document, or replaces it by a new version (Reg. 454, p. 15.1). */
@Action
public class FillQuestionnaire {

    private static final Pattern HEIGHT = Pattern.compile("[1-9]\\d{1,2}");

    /**
     * @param seen the version the official had before him; 0 when there was none
     * @param answers by question; those not answered are left out
     * @param language it was translated from; nothing when no translation was needed
     */
    public record Input(
            UUID decision,
            int seen,
            Map<String, String> answers,
            @Nullable String language,
            @Nullable String interpreter) {

        public Input {
            answers = Map.copyOf(answers);
        }
    }

    private final Decisions decisions;
    private final Questionnaires questionnaires;
    private final Codes codes;
    private final Journal journal;
    private final Clock clock;

    FillQuestionnaire(Decisions decisions, Questionnaires questionnaires, Codes codes, Journal journal, Clock clock) {
        this.decisions = decisions;
        this.questionnaires = questionnaires;
        this.codes = codes;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var found = decisions.locked(in.decision());
        if (found.isEmpty()) {
            return refused(QuestionnaireRefusal.DECISION_UNKNOWN);
        }
        var decision = found.get();
        var latest = questionnaires.latest(decision.id()).map(Questionnaire::version);
        if (latest.orElse(0) != in.seen()) {
            return refused(QuestionnaireRefusal.FILLED_MEANWHILE);
        }
        var mistakes = mistakes(in, decision);
        if (!mistakes.isEmpty()) {
            return refused(mistakes);
        }
        questionnaires.add(in, decision, by, clock.instant());
        journal.record(
                by,
                Entry.act(FillQuestionnaire.class)
                        .on("decision", decision.id(), decision.version())
                        .about(decision.personId())
                        .with(Map.of("questionnaire", in)));
        return done(decision.id());
    }

    private List<Refusal> mistakes(Input in, Decision decision) {
        if (decision.kind() != DecisionKind.REMOVAL || !decision.isSigned()) {
            return List.of(Refusal.of(QuestionnaireRefusal.NOT_A_REMOVAL));
        }
        if (decision.departedOn() != null) {
            return List.of(Refusal.of(QuestionnaireRefusal.HAS_LEFT, LatvianDates.numeric(decision.departedOn())));
        }
        if (decision.cancelledOn() != null) {
            return List.of(Refusal.of(QuestionnaireRefusal.IS_CANCELLED, LatvianDates.numeric(decision.cancelledOn())));
        }
        var mistakes = new ArrayList<Refusal>();
        var today = LocalDate.now(clock);
        if (in.answers().isEmpty()) {
            mistakes.add(Refusal.of(QuestionnaireRefusal.NOTHING_ANSWERED));
        }
        for (var question : in.answers().keySet()) {
            if (!codes.isInForce("questionnaire_item", question, today)) {
                mistakes.add(Refusal.at(question, EdgeRefusal.NOT_IN_LIST));
            }
        }
        var height = in.answers().get("HEIGHT");
        if (height != null && !HEIGHT.matcher(height).matches()) {
            mistakes.add(Refusal.at("HEIGHT", QuestionnaireRefusal.NOT_A_HEIGHT));
        }
        if ((in.language() == null) != (in.interpreter() == null)) {
            mistakes.add(Refusal.at("interpreter", QuestionnaireRefusal.TRANSLATION_NOT_WHOLE));
        }
        if (in.language() != null && !codes.isInForce("language", in.language(), today)) {
            mistakes.add(Refusal.at("language", EdgeRefusal.NOT_IN_LIST));
        }
        return mistakes;
    }
}
