package lv.vmis.register.decision;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static lv.vmis.register.support.DecisionSamples.removal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RegisterTest
class SignDecisionTest {

    private final DecisionSamples samples;
    private final SignDecision sign;
    private final Decisions decisions;
    private final PrintedDecisions printed;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Actor inspector = official("inspektore");
    private final Actor decider = official("vrs.vaditajs");
    private final PlannedBan latvia = new PlannedBan(BanTerritory.LV, "IL2002-61-5-1", 36, null);

    SignDecisionTest(
            DecisionSamples samples,
            SignDecision sign,
            Decisions decisions,
            PrintedDecisions printed,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.samples = samples;
        this.sign = sign;
        this.decisions = decisions;
        this.printed = printed;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Test
    void a_signed_order_has_number_term_document_and_one_journal_entry() throws Exception {
        var signed = samples.signed(order(latvia), inspector, decider);
        var today = LocalDate.now(RegisterClock.RIGA);

        assertThat(signed.number()).matches("VRS-R-%d-\\d{5}".formatted(today.getYear()));
        assertThat(signed.leaveBy()).isEqualTo(signed.decidedOn().plusDays(14));
        assertThat(samples.entries(signed.decision(), SignDecision.class)).isEqualTo(1);
        var file = samples.reading(() -> printed.kept(signed.decision()).orElseThrow());
        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        assertThat(samples.reading(() -> jdbc.sql("select sha256 from decision_document where decision_id = :id")
                        .param("id", signed.decision())
                        .query(String.class)
                        .single()))
                .isEqualTo(hash);
        try (var pdf = Loader.loadPDF(file)) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Nr. " + signed.number())
                    .contains("Rīgā, ")
                    .contains("uz 3 gadiem")
                    .contains("Gunta Bērziņa")
                    .contains("Administratīvajā rajona tiesā")
                    .contains("7 dienu laikā")
                    .contains("Uzbekistāna")
                    .contains("Ģimenes nav.");
        }
    }

    @Test
    void nobody_signs_a_ban_that_does_not_weigh_family_life() {
        var id = samples.toSign(order(latvia), inspector);
        samples.reading(() -> jdbc.sql("update decision set family_life = null where id = :id")
                .param("id", id)
                .update());

        assertThat(refusals(sign(id, 1, decider))).containsExactly("FAMILY_LIFE_MISSING");
        assertThatThrownBy(() -> samples.reading(() -> jdbc.sql("update decision set signed_at = now() where id = :id")
                        .param("id", id)
                        .update()))
                .hasMessageContaining("a return decision that bans says how family and private life were weighed");
    }

    @Test
    void nobody_signs_that_somebody_has_to_leave_of_whom_vmis_told_that_he_may_stay() {
        var opened = samples.open(inspector);
        var id = samples.toSign(opened, removal(), inspector);
        told(opened.person().value(), "ASYLUM", "APPLIED", "1 hour");
        told(opened.person().value(), "PERMIT", "GRANTED", "50 minutes");

        assertThat(refusals(sign(id, 1, decider))).containsExactly("MAY_STAY");
        assertThatThrownBy(() -> samples.reading(() -> jdbc.sql(
                                "update decision set signed_at = now(), decided_on = current_date where id = :id")
                        .param("id", id)
                        .update()))
                .hasMessageContaining("who may stay is not told to leave");
        told(opened.person().value(), "PERMIT", "ANNULLED", "10 minutes");
        assertThat(refusals(sign(id, 1, decider))).isEmpty();
    }

    private void told(UUID person, String subject, String status, String ago) {
        samples.reading(() -> jdbc.sql("""
                        insert into vmis_notice (id, person_id, subject, status, told_at)
                        values (gen_random_uuid(), :person, :subject, :status, now() - cast(:ago as interval))
                        """)
                .param("person", person)
                .param("subject", subject)
                .param("status", status)
                .param("ago", ago)
                .update());
    }

    @Test
    void a_changed_file_is_not_given_out() {
        var signed = samples.signed(order(), inspector, decider);
        samples.reading(() -> jdbc.sql("update decision_document set content = :x where decision_id = :id")
                .param("x", new byte[] {1})
                .param("id", signed.decision())
                .update());

        assertThatThrownBy(() -> samples.reading(() -> printed.kept(signed.decision())))
                .hasStackTraceContaining("is not the one that was signed");
    }

    @Test
    void the_preparer_does_not_sign() {
        var id = samples.toSign(order(), inspector);

        assertThat(refusals(sign(id, 1, inspector))).containsExactly("FOUR_EYES");
        assertThatThrownBy(() ->
                        samples.reading(() -> jdbc.sql("update decision set signed_by = prepared_by where id = :id")
                                .param("id", id)
                                .update()))
                .hasStackTraceContaining("decision_four_eyes");
    }

    @Test
    void another_institution_does_not_sign_nor_anyone_a_draft_that_was_not_sent() {
        assertThat(refusals(sign(samples.toSign(order(), inspector), 1, official("pmlp.vaditajs"))))
                .containsExactly("NOT_YOUR_INSTITUTION");
        var draft = samples.prepared(samples.open(inspector).caseId(), order(), inspector);
        assertThat(refusals(sign(draft, 0, decider))).containsExactly("NOT_SENT");
        assertThat(refusals(sign(UUID.randomUUID(), 0, decider))).containsExactly("DECISION_UNKNOWN");
        assertThat(refusals(sign(samples.toSign(order(), inspector), 0, decider)))
                .containsExactly("CHANGED_MEANWHILE");
    }

    @Test
    void a_name_in_letters_without_a_font_is_left_out_of_the_document() {
        var opened = samples.open(inspector, "王小明");
        var id = samples.prepared(opened.caseId(), order(), inspector);

        assertThat(samples.reading(() -> printed.unprintable(decisions.find(id).orElseThrow(), decider)))
                .isEmpty();
    }

    @Test
    void two_deciders_at_once_give_one_number() throws Exception {
        var id = samples.toSign(order(), inspector);
        try (var pool = Executors.newFixedThreadPool(4)) {
            var runs = IntStream.range(0, 4)
                    .mapToObj(_ -> pool.submit(() -> refusals(sign(id, 1, decider))))
                    .toList();
            var all = new ArrayList<String>();
            for (var run : runs) {
                all.addAll(run.get());
            }
            assertThat(all).hasSize(3).containsOnly("ALREADY_SIGNED");
        }
    }

    @Test
    void numbers_have_no_gaps_under_eight_threads_and_after_a_lost_signature() throws Exception {
        var clerk = official("lietvede");
        var head = official("pmlp.vaditajs");
        var drafts = new ArrayList<UUID>();
        for (var i = 0; i < 16; i++) {
            var draft = i % 2 == 0
                    ? order()
                    : new Draft(DecisionKind.REMOVAL, "IL2002-41-2", "UZB", null, "Tā.", null, List.of());
            drafts.add(samples.toSign(draft, clerk));
        }
        try (var pool = Executors.newFixedThreadPool(8)) {
            var runs = drafts.stream()
                    .map(id -> pool.submit(() -> {
                        // Every signature is first lost once, as when the machine stops before the end.
                        as(
                                head,
                                () -> transaction.execute(status -> {
                                    done(sign.run(new SignDecision.Input(id, 1), head));
                                    status.setRollbackOnly();
                                    return true;
                                }));
                        return done(sign(id, 1, head)).number();
                    }))
                    .toList();
            for (var run : runs) {
                assertThat(run.get()).startsWith("PMLP-");
            }
        }
        // Follow-up decisions are numbered with the decisions; one of a minister that was entered has a number of its
        // own.
        var numbers = samples.reading(() -> jdbc.sql("""
                        select number_in_year from decision where institution = 'PMLP' and number_in_year is not null
                        union all
                        select split_part(number, '-', 4)::integer from follow_up
                         where institution = 'PMLP' and number is not null
                         order by 1
                        """).query(Integer.class).list());
        assertThat(numbers)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, numbers.size()).boxed().toList());
        assertThat(numbers).hasSizeGreaterThanOrEqualTo(16);
    }

    @Test
    void a_removal_has_its_letter_and_no_term() {
        var signed = samples.signed(removal(), inspector, decider);

        assertThat(signed.number()).contains("-L-");
        assertThat(signed.leaveBy()).isNull();
    }

    private Outcome<SignDecision.Signed> sign(UUID id, int version, Actor by) {
        return as(by, () -> sign.run(new SignDecision.Input(id, version), by));
    }
}
