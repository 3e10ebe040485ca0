package lv.vmis.register.decision;

import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static org.assertj.core.api.Assertions.assertThat;

import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;

/** What of a decision comes into its printed form. */
@RegisterTest
class DecisionDocumentsTest {

    private final DecisionSamples samples;
    private final Decisions decisions;
    private final DecisionDocuments documents;

    DecisionDocumentsTest(DecisionSamples samples, Decisions decisions, DecisionDocuments documents) {
        this.samples = samples;
        this.decisions = decisions;
        this.documents = documents;
    }

    @Test
    void why_a_ban_is_as_long_as_it_is_stands_among_the_reasons() {
        var ban = new PlannedBan(BanTerritory.LV, "IL2002-61-5-1", 24, "Pārkāpums izdarīts otrreiz.");
        var id = samples.toSign(order(ban), official("inspektore"));
        var printed = samples.reading(
                () -> documents.of(decisions.find(id).orElseThrow(), null).reasonParagraphs());
        assertThat(printed).endsWith("Pārkāpums izdarīts otrreiz.").hasSizeGreaterThan(1);
    }
}
