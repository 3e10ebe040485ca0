package lv.vmis.register.decision;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static lv.vmis.register.support.DecisionSamples.removal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Bilingual;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@RegisterTest
class PrepareDecisionTest {

    private final DecisionSamples samples;
    private final PrepareDecision prepare;
    private final Decisions decisions;
    private final JdbcClient jdbc;
    private final Actor inspector = official("inspektore");
    private final PlannedBan latvia = new PlannedBan(BanTerritory.LV, "IL2002-61-5-1", 12, null);
    private final PlannedBan schengen = new PlannedBan(BanTerritory.SCH, "DIR2008-115-11", 12, "Tas pats");

    PrepareDecisionTest(DecisionSamples samples, PrepareDecision prepare, Decisions decisions, JdbcClient jdbc) {
        this.samples = samples;
        this.prepare = prepare;
        this.decisions = decisions;
        this.jdbc = jdbc;
    }

    @Test
    void an_order_with_two_bans_is_kept_with_one_journal_entry() {
        var id = done(run(samples.open(inspector).caseId(), order(latvia, schengen)));

        var kept = samples.reading(() -> decisions.find(id).orElseThrow());
        assertThat(kept.termDays()).isEqualTo(14);
        assertThat(kept.isWithPreparer()).isTrue();
        assertThat(samples.reading(() -> decisions.bans(id)))
                .extracting(BanLine::planned)
                .containsExactly(latvia, schengen);
        assertThat(samples.entries(id, PrepareDecision.class)).isEqualTo(1);
    }

    @Test
    void another_institution_may_not_decide() {
        var clerk = official("lietvede");
        var caseId = samples.open(inspector).caseId();

        assertThat(refusals(as(clerk, () -> prepare.run(new PrepareDecision.Input(caseId, order()), clerk))))
                .containsExactly("NOT_COMPETENT");
    }

    @Test
    void an_unknown_case_is_refused() {
        assertThat(refusals(run(UUID.randomUUID(), order()))).containsExactly("CASE_UNKNOWN");
    }

    @Test
    void the_term_keeps_the_limits_of_the_law() {
        for (var days : List.of(6, 31)) {
            var outcome = run(samples.open(inspector).caseId(), term(days));
            assertThat(refusals(outcome)).containsExactly("TERM_OUTSIDE_LAW");
            if (outcome instanceof Outcome.Refused<UUID>(var reasons)) {
                assertThat(reasons.getFirst().values())
                        .containsExactly(
                                7, 30, new Bilingual("Imigrācijas likums, 43. pants", "Immigration Law, Section 43"));
            }
        }
        for (var days : List.of(7, 30)) {
            assertThat(refusals(run(samples.open(inspector).caseId(), term(days))))
                    .isEmpty();
        }
    }

    private static Draft term(int days) {
        return new Draft(DecisionKind.DEPARTURE_ORDER, "IL2002-41-1", "UZB", days, "Tā.", null, List.of());
    }

    @Test
    void a_removal_needs_a_country_and_no_term() {
        var draft = new Draft(DecisionKind.REMOVAL, "IL2002-46-1-1", null, 7, "Tā.", null, List.of());

        assertThat(refusals(run(samples.open(inspector).caseId(), draft)))
                .containsExactly("TERM_NOT_FOR_REMOVAL", "DESTINATION_MISSING");
    }

    @Test
    void a_removal_for_an_order_not_obeyed_follows_one_whose_term_has_passed() {
        var opened = samples.open(inspector);
        var disobeyed = new Draft(DecisionKind.REMOVAL, "IL2002-46-1-4", "UZB", null, "Tā.", null, List.of());
        assertThat(refusals(run(opened.caseId(), disobeyed))).containsExactly("ORDER_NOT_DISOBEYED");
        var order = samples.served(opened, order(), inspector, official("vrs.vaditajs"));
        assertThat(refusals(run(opened.caseId(), disobeyed))).containsExactly("ORDER_NOT_DISOBEYED");
        samples.reading(() -> {
            jdbc.sql("update decision set decided_on = decided_on - 60, leave_by = leave_by - 60 where id = :id")
                    .param("id", order)
                    .update();
            return jdbc.sql("update service set served_on = served_on - 60 where decision_id = :id")
                    .param("id", order)
                    .update();
        });
        assertThat(refusals(run(opened.caseId(), disobeyed))).isEmpty();
    }

    @Test
    void the_legal_basis_fits_kind_and_country_is_abroad_and_letters_can_be_printed() {
        var draft = new Draft(DecisionKind.REMOVAL, "IL2002-41-1", "LVA", null, "Tā 王.", null, List.of());

        assertThat(refusals(run(samples.open(inspector).caseId(), draft)))
                .containsExactly("BASIS_NOT_IN_FORCE", "DESTINATION_IS_LATVIA", "UNPRINTABLE");
    }

    @Test
    void nobody_is_sent_to_another_member_or_schengen_state() {
        for (var country : List.of("EST", "IRL", "NOR", "CHE")) {
            var order = new Draft(DecisionKind.DEPARTURE_ORDER, "IL2002-41-1", country, 7, "Tā.", null, List.of());
            var removal = new Draft(DecisionKind.REMOVAL, "IL2002-46-1-1", country, null, "Tā.", null, List.of());
            for (var draft : List.of(order, removal)) {
                assertThat(refusals(run(samples.open(inspector).caseId(), draft)))
                        .as(country)
                        .containsExactly("DESTINATION_INSIDE");
            }
        }
        var estonian = samples.open(inspector);
        samples.reading(
                () -> jdbc.sql("insert into nationality (identity_id, country, type) values (:id, 'EST', 'CITIZEN')")
                        .param("id", samples.identity(estonian.person()))
                        .update());
        var ordinary = new Draft(DecisionKind.REMOVAL, "IL2002-46-1-1", "EST", null, "Tā.", null, List.of());
        assertThat(refusals(run(estonian.caseId(), ordinary))).containsExactly("UNION_RETURN");
        var home = new Draft(DecisionKind.REMOVAL, "R675-EXPULSION", "EST", null, "Tā.", null, List.of());
        assertThat(refusals(run(estonian.caseId(), home))).isEmpty();
    }

    @Test
    void bans_keep_their_limits() {
        var caseId = samples.open(inspector).caseId();

        assertThat(refusals(run(caseId, order(new PlannedBan(BanTerritory.LV, "IL2002-61-5-1", 37, null)))))
                .containsExactly("TERM_TOO_LONG");
        assertThat(refusals(run(caseId, order(new PlannedBan(BanTerritory.LV, "IL2002-61-5-2", 12, null)))))
                .containsExactly("BASIS_NOT_OF_ORDER");
        assertThat(refusals(run(caseId, removal(new PlannedBan(BanTerritory.LV, "IL2002-61-5-2", 61, null)))))
                .containsExactly("TERM_TOO_LONG");
        assertThat(refusals(run(caseId, removal(new PlannedBan(BanTerritory.SCH, "SIS1861-24-2", 121, null)))))
                .containsExactly("TERM_TOO_LONG");
        assertThat(refusals(run(caseId, removal(new PlannedBan(BanTerritory.LV, "IL2002-61-5-2", null, null)))))
                .containsExactly("INDEFINITE_NOT_ALLOWED");
        assertThat(refusals(run(caseId, removal(new PlannedBan(BanTerritory.LV, "IL2002-61-4-2", 12, null)))))
                .containsExactly("BASIS_OF_ANOTHER");
        assertThat(refusals(run(caseId, removal(latvia, latvia)))).containsExactly("TERRITORY_TWICE");
        assertThat(refusals(run(caseId, removal(new PlannedBan(BanTerritory.SCH, "SIS1861-24-2", 120, null)))))
                .isEmpty();
    }

    @Test
    void whoever_bans_says_how_family_life_was_weighed() {
        for (var draft : List.of(order(latvia), removal(latvia), order(), removal())) {
            var caseId = samples.open(inspector).caseId();
            var unweighed = new Draft(
                    draft.kind(),
                    draft.legalBasis(),
                    draft.destination(),
                    draft.termDays(),
                    draft.reasons(),
                    null,
                    draft.bans());
            assertThat(refusals(run(caseId, unweighed)))
                    .isEqualTo(draft.bans().isEmpty() ? List.of() : List.of("FAMILY_LIFE_MISSING"));
        }
    }

    @Test
    void two_officials_at_once_make_one_draft() throws Exception {
        var caseId = samples.open(inspector).caseId();
        try (var pool = Executors.newFixedThreadPool(8)) {
            var runs = IntStream.range(0, 8)
                    .mapToObj(_ -> pool.submit(() -> refusals(run(caseId, order(latvia)))))
                    .toList();
            var all = new java.util.ArrayList<String>();
            for (var run : runs) {
                all.addAll(run.get());
            }
            assertThat(all).hasSize(7).containsOnly("DRAFT_EXISTS");
        }
    }

    private Outcome<UUID> run(UUID caseId, Draft draft) {
        return as(inspector, () -> prepare.run(new PrepareDecision.Input(caseId, draft), inspector));
    }
}
