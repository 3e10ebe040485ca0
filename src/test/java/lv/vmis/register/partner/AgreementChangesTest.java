package lv.vmis.register.partner;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.edge.Way;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Terms and the end of a suspension need two officials, a suspension and a revoked key none but one; the past stays. */
@RegisterTest
class AgreementChangesTest {

    private final MockMvcTester mvc;
    private final AgreementSamples made;
    private final AgreementChanges changes;
    private final ProposeTerms propose;
    private final ProposeResumption resume;
    private final ApproveAgreementChange approve;
    private final DeclineAgreementChange decline;
    private final WithdrawAgreementChange withdraw;
    private final IssueKey issue;
    private final RevokeKey revoke;
    private final DecisionSamples samples;
    private final JdbcClient jdbc;
    private final LocalDate today;
    private final Actor proposer = official("administrators");
    private final Actor steward = official("parzine");

    AgreementChangesTest(
            MockMvcTester mvc,
            AgreementSamples made,
            AgreementChanges changes,
            ProposeTerms propose,
            ProposeResumption resume,
            ApproveAgreementChange approve,
            DeclineAgreementChange decline,
            WithdrawAgreementChange withdraw,
            IssueKey issue,
            RevokeKey revoke,
            DecisionSamples samples,
            JdbcClient jdbc,
            Clock clock) {
        this.mvc = mvc;
        this.made = made;
        this.changes = changes;
        this.propose = propose;
        this.resume = resume;
        this.approve = approve;
        this.decline = decline;
        this.withdraw = withdraw;
        this.issue = issue;
        this.revoke = revoke;
        this.samples = samples;
        this.jdbc = jdbc;
        this.today = LocalDate.now(clock);
    }

    private Outcome<UUID> approved(UUID change, Actor by) {
        return as(by, () -> approve.run(new ApproveAgreementChange.Input(change, 0), by));
    }

    private int status(String number, String key, String purpose) {
        return mvc.get()
                .uri("/api/v1/access")
                .header("Authorization", "Bearer " + key)
                .header("X-Register-Permission", number)
                .header("X-Register-Purpose", purpose)
                .header("X-Register-Case", "1")
                .exchange()
                .getResponse()
                .getStatus();
    }

    private int status(String number, String purpose) {
        return status(number, AgreementSamples.key(number), purpose);
    }

    @Test
    void terms_hold_once_another_official_approved_them_and_the_earlier_stay_readable() {
        var number = made.agreed(AgreementSamples.terms(today, "CRIMINAL"));
        var change = made.propose(number, AgreementSamples.terms(today, "VISA"), false);
        assertThat(status(number, "VISA")).isEqualTo(403);
        assertThat(refusals(approved(change, proposer))).containsExactly("FOUR_EYES");
        assertThat(status(number, "VISA")).isEqualTo(403);

        done(approved(change, steward));

        assertThat(status(number, "VISA")).isEqualTo(204);
        assertThat(status(number, "CRIMINAL")).isEqualTo(403);
        assertThat(samples.reading(() -> changes.of(number)))
                .extracting(one -> one.terms() == null ? List.of() : one.terms().purposes())
                .containsExactly(List.of("VISA"), List.of("CRIMINAL"));
        assertThat(samples.entries(change, ApproveAgreementChange.class)).isOne();
        assertThat(refusals(approved(change, steward))).containsExactly("ALREADY_ANSWERED");
    }

    @Test
    void one_change_waits_at_a_time_and_what_is_refused_changes_nothing() {
        var number = made.agreed(AgreementSamples.terms(today, "CRIMINAL"));
        var change = made.propose(number, AgreementSamples.terms(today, "VISA"), false);
        assertThat(refusals(proposed(number, AgreementSamples.terms(today, "PERMIT"), false)))
                .containsExactly("ONE_WAITS");
        assertThat(refusals(as(
                        steward,
                        () -> withdraw.run(new WithdrawAgreementChange.Input(change, 0, "Nav mans"), steward))))
                .containsExactly("NOT_YOURS");
        as(steward, () -> done(decline.run(new DeclineAgreementChange.Input(change, 0, "Nav pamata"), steward)));
        assertThat(status(number, "VISA")).isEqualTo(403);
        assertThat(refusals(proposed(number, AgreementSamples.terms(today, "CRIMINAL"), false)))
                .containsExactly("SAME_TERMS");

        var again = made.propose(number, AgreementSamples.terms(today, "VISA"), false);
        as(proposer, () -> done(withdraw.run(new WithdrawAgreementChange.Input(again, 0, "Kļūda"), proposer)));
        assertThat(refusals(approved(again, steward))).containsExactly("ALREADY_ANSWERED");
    }

    private Outcome<UUID> proposed(String number, Terms terms, boolean isNew) {
        return as(proposer, () -> propose.run(new ProposeTerms.Input(number, "VP", terms, "Iemesls", isNew), proposer));
    }

    @Test
    void a_new_agreement_that_was_declined_may_be_proposed_again_and_one_in_force_may_not() {
        var number = "TST-" + UUID.randomUUID();
        var change = done(proposed(number, AgreementSamples.terms(today, "CRIMINAL"), true));
        assertThat(refusals(proposed(number, AgreementSamples.terms(today, "VISA"), true)))
                .containsExactly("NUMBER_TAKEN");
        assertThat(refusals(as(proposer, () -> issue.run(new IssueKey.Input(number, "Sistēma"), proposer))))
                .containsExactly("NO_TERMS");
        as(steward, () -> done(decline.run(new DeclineAgreementChange.Input(change, 0, "Nav pamata"), steward)));
        var again = done(proposed(number, AgreementSamples.terms(today, "VISA"), true));
        done(approved(again, steward));
        assertThat(refusals(proposed(number, AgreementSamples.terms(today, "CRIMINAL"), true)))
                .containsExactly("NUMBER_TAKEN");
    }

    @Test
    void one_official_suspends_at_once_and_two_resume() {
        var number = made.agreed(AgreementSamples.terms(today, "CRIMINAL"));
        assertThat(status(number, "CRIMINAL")).isEqualTo(204);
        made.suspend(number);
        assertThat(status(number, "CRIMINAL")).isEqualTo(403);
        var change = as(proposer, () -> done(resume.run(new ProposeResumption.Input(number, "Novērsts"), proposer)));
        assertThat(refusals(approved(change, proposer))).containsExactly("FOUR_EYES");
        assertThat(status(number, "CRIMINAL")).isEqualTo(403);
        done(approved(change, steward));
        assertThat(status(number, "CRIMINAL")).isEqualTo(204);
        made.suspend(number);
        assertThat(status(number, "CRIMINAL")).isEqualTo(403);
    }

    @Test
    void a_key_opens_until_it_is_revoked() {
        var number = made.agreed(AgreementSamples.terms(today, "CRIMINAL"));
        var issued = as(proposer, () -> done(issue.run(new IssueKey.Input(number, "Jauna sistēma"), proposer)));
        assertThat(issued.key()).hasSize(43);
        assertThat(issued.toString()).doesNotContain(issued.key());
        assertThat(status(number, issued.key(), "CRIMINAL")).isEqualTo(204);
        assertThat(refusals(as(proposer, () -> issue.run(new IssueKey.Input(number, "Jauna sistēma"), proposer))))
                .containsExactly("NAME_TAKEN");
        var security = official("drosiba");
        as(security, () -> done(revoke.run(new RevokeKey.Input(issued.client(), "Noplūde"), security)));
        assertThat(status(number, issued.key(), "CRIMINAL")).isEqualTo(401);
        assertThat(refusals(as(security, () -> revoke.run(new RevokeKey.Input(issued.client(), "Vēlreiz"), security))))
                .containsExactly("KEY_REVOKED");
        assertThat(status(number, "CRIMINAL")).isEqualTo(204);
    }

    @Test
    void a_way_that_is_not_agreed_opens_nothing_from_the_next_call_on() {
        var number = made.agreed(AgreementSamples.terms(today, "CRIMINAL"));
        assertThat(status(number, "CRIMINAL")).isEqualTo(204);
        made.change(number, AgreementSamples.terms(today, EnumSet.of(Way.CERTIFICATE), "CRIMINAL"));
        assertThat(status(number, "CRIMINAL")).isEqualTo(403);
        assertThat(refusals(as(proposer, () -> issue.run(new IssueKey.Input(number, "Jauna sistēma"), proposer))))
                .containsExactly("WAY_NOT_AGREED");
    }

    private static final String NEW =
            "insert into agreement_change (id, agreement, kind, legal_basis, ways, services, attributes, purposes, networks, valid_from, reason, proposed_by, proposed_at";
    private static final String VALUES = ") values (gen_random_uuid(), 'VID-2026-1', 'TERMS', 'b', array['KEY'], ";
    private static final String REST =
            "array['CRIMINAL'], '{}', '2026-01-01', 'r', '00000000-0000-0000-0000-000000000001', now()";

    /** The database keeps each rule by its name, whatever a program forgets. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update agreement set terms = null where number = 'VID-2026-1' | agreement_terms_as_approved",
                "update agreement set suspended_at = now() where number = 'VID-2026-1' | agreement_suspended_as_decided",
                "update agreement set institution = 'VRS' where number = 'VID-2026-1' | agreement_keeps_its_past",
                "insert into agreement (number, institution) values ('a b', 'VP') | agreement_number_plain",
                "update agreement_change set per_day = 9 where agreement = 'VID-2026-1' | agreement_change_keeps_its_past",
                "update agreement_change set answer = null where agreement = 'VID-2026-1' | agreement_change_keeps_its_past",
                "update client set key_sha256 = 'x' where agreement = 'VP-2026-1' | client_keeps_its_past",
                "update client set key_sha256 = null, token_subject = 'x' where agreement = 'VP-2026-1' | client_keeps_its_past",
                "insert into client (id, agreement, name) values (gen_random_uuid(), 'VP-2026-1', 'x') | client_shows_something",
                "insert into client (id, agreement, name, token_subject) values (gen_random_uuid(), 'VP-2026-1', 'x', 'a b') | client_token_subject_plain",
                "insert into client (id, agreement, name, certificate_sha256) values (gen_random_uuid(), 'VP-2026-1', 'x', 'x') | client_certificate_plain",
                "insert into client (id, agreement, name, certificate_sha256) values (gen_random_uuid(), 'VP-2026-1', 'x', repeat('0', 64)) | client_certificate_whole",
                "insert into client (id, agreement, name, certificate_sha256, certificate_subject, certificate_from, certificate_to) values (gen_random_uuid(), 'VP-2026-1', 'x', repeat('0', 64), 'x', now(), now() - interval '1 day') | client_certificate_period",
                "update client set blocked_reason = 'x' where agreement = 'VP-2026-1' and blocked_at is null | client_blocked_whole",
                "{NEW}, answer, answered_by, answered_at{VALUES}array['CHECK'], '{}', {REST}, 'APPROVED', '00000000-0000-0000-0000-000000000001', now()) | agreement_change_four_eyes",
                "{NEW}, answer, answered_by, answered_at{VALUES}array['CHECK'], '{}', {REST}, 'DECLINED', '00000000-0000-0000-0000-000000000002', now()) | agreement_change_refusal_has_reason",
                "insert into agreement_change (id, agreement, kind, ways, reason, proposed_by, proposed_at) values (gen_random_uuid(), 'VID-2026-1', 'TERMS', '{}', 'r', gen_random_uuid(), now()) | agreement_change_has_way",
                "insert into agreement_change (id, agreement, kind, ways, reason, proposed_by, proposed_at) values (gen_random_uuid(), 'VID-2026-1', 'RESUMPTION', array['KEY'], 'r', gen_random_uuid(), now()) | agreement_change_terms_whole",
                "{NEW}{VALUES}array['ALL'], '{}', {REST}) | agreement_change_services_known",
                "{NEW}{VALUES}'{}', '{}', {REST}) | agreement_change_has_service",
                "{NEW}{VALUES}array['CHECK'], array['PHOTO'], {REST}) | agreement_change_attributes_known",
                "{NEW}, per_day{VALUES}array['CHECK'], '{}', {REST}, 0) | agreement_change_limits_positive",
                "{NEW}, hours_from{VALUES}array['CHECK'], '{}', {REST}, '07:00') | agreement_change_hours_whole",
                "{NEW}, hours_from, hours_to{VALUES}array['CHECK'], '{}', {REST}, '07:00', '07:00') | agreement_change_hours_whole",
                "{NEW}, events_url{VALUES}array['FOLLOW'], '{}', {REST}, 'ftp://vp.gov.lv/') | agreement_change_events_address",
                "{NEW}, events_url{VALUES}array['CHECK'], '{}', {REST}, 'https://vp.gov.lv/') | agreement_change_events_of_followed",
                "{NEW}, valid_to{VALUES}array['CHECK'], '{}', {REST}, '2025-12-31') | agreement_change_period",
                "insert into agreement_change (id, agreement, kind, reason, proposed_at) values (gen_random_uuid(), 'VID-2026-1', 'RESUMPTION', 'r', now()) | agreement_change_proposed_by_somebody",
                "insert into agreement_change (id, agreement, kind, reason, proposed_by, proposed_at) values (gen_random_uuid(), 'VID-2026-1', 'SUSPENSION', 'r', gen_random_uuid(), now()) | agreement_change_suspension_at_once",
                "insert into agreement_change (id, agreement, kind, reason, proposed_by, proposed_at) values (gen_random_uuid(), 'VID-2026-1', 'TERMS', 'r', gen_random_uuid(), now()) | agreement_change_terms_whole",
                "insert into agreement_change (id, agreement, kind, reason, proposed_by, proposed_at) values (gen_random_uuid(), 'VP-2026-1', 'RESUMPTION', 'r', gen_random_uuid(), now()) | agreement_change_one_waits"
            })
    void the_database_refuses(String statement, String constraint) {
        var sql = statement.replace("{NEW}", NEW).replace("{VALUES}", VALUES).replace("{REST}", REST);
        assertThatThrownBy(() -> samples.reading(() -> jdbc.sql(sql).update()))
                .rootCause()
                .isInstanceOfSatisfying(
                        PSQLException.class,
                        refused -> assertThat(refused.getServerErrorMessage())
                                .extracting(message -> message == null ? "" : message.getConstraint())
                                .isEqualTo(constraint));
    }
}
