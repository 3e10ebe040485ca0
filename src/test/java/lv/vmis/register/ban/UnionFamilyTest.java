package lv.vmis.register.ban;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static lv.vmis.register.support.DecisionSamples.removal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.decision.BanStart;
import lv.vmis.register.decision.BanTerritory;
import lv.vmis.register.decision.DecisionKind;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.decision.Draft;
import lv.vmis.register.decision.PlannedBan;
import lv.vmis.register.decision.PrepareDecision;
import lv.vmis.register.decision.SendForSignature;
import lv.vmis.register.decision.SignDecision;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.person.NewPerson;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who moves freely in the Union is banned under Directive 2004/38/EC or not at all. */
@RegisterTest
class UnionFamilyTest {

    private static final String OF_UNION = "R675-BAN";
    private static final String COMMON = "IL2002-61-4-4";
    private static final String WEIGHED = "Notiesāts trīs reizes, apdraudējums ir patiess un pašreizējs.";

    private final DecisionSamples samples;
    private final PrepareBan prepare;
    private final PrepareDecision order;
    private final SendForSignature send;
    private final SignDecision sign;
    private final Decisions decisions;
    private final JdbcClient jdbc;
    private final Actor caseworker = official("lietvede");
    private final Actor pmlp = official("pmlp.vaditajs");
    private final Actor inspector = official("inspektore");
    private final Actor guards = official("vrs.vaditajs");

    UnionFamilyTest(
            DecisionSamples samples,
            PrepareBan prepare,
            PrepareDecision order,
            SendForSignature send,
            SignDecision sign,
            Decisions decisions,
            JdbcClient jdbc) {
        this.samples = samples;
        this.prepare = prepare;
        this.order = order;
        this.send = send;
        this.sign = sign;
        this.decisions = decisions;
        this.jdbc = jdbc;
    }

    private static Draft draft(
            String basis, int months, boolean isFamily, @Nullable String conduct, BanTerritory... territories) {
        var bans = List.of(territories).stream()
                .map(where -> new PlannedBan(where, basis, months, null, BanStart.DECISION, null))
                .toList();
        return new Draft(
                DecisionKind.ENTRY_BAN, basis, null, null, "Notiesāts.", "Laulātais Latvijā.", isFamily, conduct, bans);
    }

    private Outcome<UUID> run(PersonId person, Draft draft) {
        return as(caseworker, () -> prepare.run(new PrepareBan.Input(person, draft), caseworker));
    }

    private PersonId somebody() {
        return samples.withoutReturn(inspector);
    }

    private PersonId of(String country, String type) {
        var person = somebody();
        samples.reading(
                () -> jdbc.sql("insert into nationality (identity_id, country, type) values (:id, :country, :type)")
                        .param("id", samples.identity(person))
                        .param("country", country)
                        .param("type", type)
                        .update());
        return person;
    }

    @Test
    void a_family_member_is_banned_on_its_own_basis_for_latvia_and_after_weighing() {
        var person = somebody();
        assertThat(refusals(run(person, draft(COMMON, 12, true, WEIGHED, BanTerritory.LV))))
                .containsExactly("UNION_BASIS");
        assertThat(refusals(run(person, draft(OF_UNION, 12, true, WEIGHED, BanTerritory.LV, BanTerritory.SCH))))
                .containsExactly("UNION_TERRITORY");
        assertThat(refusals(run(person, draft(OF_UNION, 12, true, null, BanTerritory.LV))))
                .containsExactly("UNION_CONDUCT");
        assertThat(refusals(run(person, draft(OF_UNION, 12, false, WEIGHED, BanTerritory.LV))))
                .containsExactly("UNION_BASIS_ONLY");
        var refused = (Outcome.Refused<UUID>) run(person, draft(COMMON, 36, true, WEIGHED, BanTerritory.LV));
        assertThat(refused.reasons().getFirst().values().toString()).contains("2004/38/EK");

        var id = done(run(person, draft(OF_UNION, 48, true, WEIGHED, BanTerritory.LV)));
        var stored = samples.reading(() -> decisions.find(id).orElseThrow());
        assertThat(stored.unionFamily()).isTrue();
        assertThat(stored.conduct()).isEqualTo(WEIGHED);
        as(caseworker, () -> done(send.run(new SendForSignature.Input(id, 0), caseworker)));
        as(pmlp, () -> done(sign.run(new SignDecision.Input(id, 1), pmlp)));

        // Whoever is known as one from an earlier decision is one without a tick.
        assertThat(refusals(run(person, draft(COMMON, 12, false, WEIGHED, BanTerritory.LV))))
                .containsExactly("UNION_BASIS");
    }

    @Test
    void a_citizen_who_moves_freely_is_known_by_the_nationality() {
        for (var country : List.of("FRA", "NOR", "CHE")) {
            assertThat(refusals(run(of(country, "CITIZEN"), draft(COMMON, 12, false, null, BanTerritory.SCH))))
                    .as(country)
                    .containsExactlyInAnyOrder("UNION_BASIS", "UNION_TERRITORY", "UNION_CONDUCT");
        }
        // A refugee in France is no citizen of the Union, and the United Kingdom has left it.
        for (var person : List.of(of("FRA", "REFUGEE"), of("GBR", "CITIZEN"))) {
            assertThat(refusals(run(person, draft(COMMON, 12, false, null, BanTerritory.SCH))))
                    .isEmpty();
        }
    }

    @Test
    void the_bans_of_a_return_decision_follow_the_same_rule() {
        var opened = samples.open(inspector);
        samples.reading(
                () -> jdbc.sql("insert into nationality (identity_id, country, type) values (:id, 'FRA', 'CITIZEN')")
                        .param("id", samples.identity(opened.person()))
                        .update());
        var draft = order(new PlannedBan(BanTerritory.SCH, "IL2002-61-5-1", 12, null));
        assertThat(refusals(as(
                        inspector, () -> order.run(new PrepareDecision.Input(opened.caseId(), draft), inspector))))
                .containsExactlyInAnyOrder("UNION_RETURN", "UNION_BASIS", "UNION_TERRITORY");
    }

    @Test
    void who_becomes_known_to_move_freely_before_the_signature_is_not_expelled_on_the_ordinary_ground() {
        var opened = samples.open(inspector);
        var id = samples.toSign(opened, removal(), inspector);
        samples.reading(
                () -> jdbc.sql("insert into nationality (identity_id, country, type) values (:id, 'DEU', 'CITIZEN')")
                        .param("id", samples.identity(opened.person()))
                        .update());
        assertThat(refusals(as(guards, () -> sign.run(new SignDecision.Input(id, 1), guards))))
                .containsExactly("UNION_RETURN");
        assertThatThrownBy(() -> signedBySql(id)).hasMessageContaining("who moves freely is expelled on other grounds");
    }

    @Test
    void nobody_bans_an_unaccompanied_minor() {
        var opened = samples.open(inspector);
        var id = samples.toSign(opened, removal(new PlannedBan(BanTerritory.LV, "IL2002-61-5-2", 12, null)), inspector);
        samples.reading(
                () -> jdbc.sql("""
                        insert into vulnerability (id, person_id, vulnerability, valid_from, source, noted_at, noted_by)
                        values (gen_random_uuid(), :person, 'UAM', current_date - 1, 'OFFICIAL', now(), gen_random_uuid())
                        """).param("person", opened.person().value()).update());
        assertThat(refusals(as(guards, () -> sign.run(new SignDecision.Input(id, 1), guards))))
                .containsExactly("NEVER_BANNED");
        assertThatThrownBy(() -> signedBySql(id)).hasMessageContaining("nobody is banned of whom this is known");
        assertThat(refusals(run(opened.person(), draft(COMMON, 12, false, null, BanTerritory.LV))))
                .contains("NEVER_BANNED");
        var without = samples.toSign(samples.openFor(opened.person(), inspector), removal(), inspector);
        assertThat(refusals(as(guards, () -> sign.run(new SignDecision.Input(without, 1), guards))))
                .isEmpty();
    }

    @Test
    void of_a_minor_who_is_banned_it_is_noted_first_that_he_is_accompanied() {
        var born = PartialDate.of(LocalDate.now(RegisterClock.RIGA).minusYears(17));
        var minor = new NewPerson(
                "Nepilnis", "Aziz", null, null, "M", born, "UZB", null, "UZB", "CITIZEN", null, "STATED", null, null);
        var opened = samples.openFor(minor, inspector);
        var ban = removal(new PlannedBan(BanTerritory.LV, "IL2002-61-5-2", 12, null));
        assertThat(refusals(as(inspector, () -> order.run(new PrepareDecision.Input(opened.caseId(), ban), inspector))))
                .containsExactly("MINOR_PERHAPS_ALONE");
        samples.reading(
                () -> jdbc.sql("""
                        insert into vulnerability (id, person_id, vulnerability, valid_from, source, noted_at, noted_by)
                        values (gen_random_uuid(), :person, 'MINOR', current_date - 1, 'OFFICIAL', now(), gen_random_uuid())
                        """).param("person", opened.person().value()).update());
        var id = samples.toSign(opened, ban, inspector);
        assertThatThrownBy(() -> signedBySql(id, 2))
                .hasMessageContaining("it is noted first whether a minor is accompanied");
        assertThat(refusals(as(guards, () -> sign.run(new SignDecision.Input(id, 1), guards))))
                .isEmpty();
    }

    private void signedBySql(UUID id) {
        signedBySql(id, 0);
    }

    private void signedBySql(UUID id, int daysAgo) {
        samples.reading(() -> jdbc.sql(
                        "update decision set signed_at = now(), decided_on = current_date - :days where id = :id")
                .param("days", daysAgo)
                .param("id", id)
                .update());
    }
}
