package lv.vmis.register.ban;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.ban.BanContradiction.Reason;
import lv.vmis.register.decision.BanStart;
import lv.vmis.register.decision.BanTerritory;
import lv.vmis.register.decision.DecisionKind;
import lv.vmis.register.decision.Draft;
import lv.vmis.register.decision.PlannedBan;
import lv.vmis.register.decision.SendForSignature;
import lv.vmis.register.decision.SignDecision;
import lv.vmis.register.followup.FollowUpKind;
import lv.vmis.register.followup.PrepareFollowUp;
import lv.vmis.register.followup.SignFollowUp;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.person.PersonFile;
import lv.vmis.register.support.BanSamples;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.PlainBrowser;
import lv.vmis.register.support.RegisterTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which bans contradict each other or what else is known, and what ends it. */
@RegisterTest
class BanContradictionsTest {

    private final int port;
    private final DecisionSamples samples;
    private final BanSamples own;
    private final BanPast past;
    private final PersonFile file;
    private final PrepareBan prepare;
    private final SendForSignature send;
    private final SignDecision signDecision;
    private final PrepareFollowUp follow;
    private final SignFollowUp sign;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final LocalDate today;
    private final Actor inspector = official("inspektore");
    private final Actor vrs = official("vrs.vaditajs");
    private final Actor caseworker = official("lietvede");
    private final Actor pmlp = official("pmlp.vaditajs");

    BanContradictionsTest(
            @LocalServerPort int port,
            DecisionSamples samples,
            BanSamples own,
            BanPast past,
            PersonFile file,
            PrepareBan prepare,
            SendForSignature send,
            SignDecision signDecision,
            PrepareFollowUp follow,
            SignFollowUp sign,
            JdbcClient jdbc,
            Clock clock) {
        this.port = port;
        this.samples = samples;
        this.own = own;
        this.past = past;
        this.file = file;
        this.prepare = prepare;
        this.send = send;
        this.signDecision = signDecision;
        this.follow = follow;
        this.sign = sign;
        this.jdbc = jdbc;
        this.clock = clock;
        this.today = LocalDate.now(clock);
    }

    private PersonId somebody() {
        return samples.withoutReturn(inspector);
    }

    private UUID banned(PersonId person, String basis, int months, Actor preparer, Actor decider) {
        return banned(person, basis, months, BanStart.DECISION, preparer, decider);
    }

    private UUID banned(PersonId person, String basis, int months, BanStart start, Actor preparer, Actor decider) {
        var ban = new PlannedBan(BanTerritory.LV, basis, months, null, start, null);
        var draft = new Draft(
                DecisionKind.ENTRY_BAN, basis, null, null, "Pārkāpums.", "Ģimenes nav.", false, null, List.of(ban));
        var id = as(preparer, () -> done(prepare.run(new PrepareBan.Input(person, draft), preparer)));
        as(preparer, () -> done(send.run(new SendForSignature.Input(id, 0), preparer)));
        as(decider, () -> done(signDecision.run(new SignDecision.Input(id, 1), decider)));
        return id;
    }

    private List<BanContradiction> of(PersonId person) {
        return samples.reading(() -> past.contradictions(10_000)).stream()
                .filter(row -> row.personId().equals(person))
                .toList();
    }

    private void cancel(UUID decision, @Nullable UUID ban, Actor preparer, Actor decider) {
        var in = new PrepareFollowUp.Input(
                decision, ban, FollowUpKind.CANCEL, "APL-86", today, null, null, "Apstākļi mainījušies.");
        var id = as(preparer, () -> done(follow.run(in, preparer)));
        as(decider, () -> done(sign.run(new SignFollowUp.Input(id, 0), decider)));
    }

    @Test
    void two_deciders_with_different_ends_contradict_until_one_ban_is_cancelled() {
        var person = somebody();
        var first = banned(person, "IL2002-61-4-5", 12, caseworker, pmlp);
        assertThat(of(person)).isEmpty();
        var second = banned(person, "IL2002-61-5-4", 24, inspector, vrs);
        assertThat(of(person))
                .extracting(BanContradiction::reason, BanContradiction::otherTo)
                .containsExactly(tuple(
                        Reason.OTHER_DECIDER,
                        of(person).getFirst().decisionId().equals(second)
                                ? today.plusMonths(12)
                                : today.plusMonths(24)));
        cancel(first, null, caseworker, pmlp);
        assertThat(of(person)).isEmpty();
    }

    @Test
    void two_on_one_basis_contradict_and_the_one_outlasted_is_superseded() {
        var person = somebody();
        var first = banned(person, "IL2002-61-4-5", 12, caseworker, pmlp);
        var second = banned(person, "IL2002-61-4-5", 24, caseworker, pmlp);
        assertThat(of(person)).extracting(BanContradiction::reason).containsExactly(Reason.SAME_BASIS);

        var shown = samples.reading(() -> file.bans(person));
        assertThat(shown).extracting(PersonFile.BanRow::decisionId).containsExactly(second, first);
        assertThat(shown.getFirst().supersededBy()).isNull();
        assertThat(shown).extracting(PersonFile.BanRow::shown).containsExactly("IN_FORCE", "SUPERSEDED");
        assertThat(shown.getLast().supersededBy()).isEqualTo(shown.getFirst().decisionNumber());

        // A later ban that ends earlier supersedes nothing.
        var other = somebody();
        banned(other, "IL2002-61-4-5", 24, caseworker, pmlp);
        banned(other, "IL2002-61-5-4", 12, inspector, vrs);
        assertThat(samples.reading(() -> file.bans(other)))
                .extracting(PersonFile.BanRow::supersededBy)
                .containsOnlyNulls();
    }

    @Test
    void whoever_becomes_a_citizen_of_latvia_or_of_the_union_contradicts_the_ban() {
        var latvian = somebody();
        own.signed(latvian, caseworker, pmlp);
        var french = somebody();
        own.signed(french, caseworker, pmlp);
        assertThat(of(latvian)).isEmpty();
        nationality(latvian, "LVA");
        nationality(french, "FRA");
        assertThat(of(latvian))
                .extracting(BanContradiction::reason, BanContradiction::territory)
                .containsExactlyInAnyOrder(tuple(Reason.OF_LATVIA, "LV"), tuple(Reason.OF_LATVIA, "SCH"));
        // The ban for Latvia may stand under Directive 2004/38/EC.
        assertThat(of(french))
                .extracting(BanContradiction::reason, BanContradiction::territory, BanContradiction::known)
                .containsExactly(tuple(Reason.OF_UNION, "SCH", "FRA"));
    }

    @Test
    void only_an_official_of_the_institution_that_may_decide_again_is_offered_to() {
        var latvian = somebody();
        var ofPmlp = own.signed(latvian, caseworker, pmlp);
        nationality(latvian, "LVA");
        var other = somebody();
        var ofVrs = own.signed(other, inspector, vrs);
        nationality(other, "LVA");
        var ofMinister = own.forever(caseworker);
        var banned = samples.reading(() -> jdbc.sql("select person_id from ban where id = :id")
                .param("id", ofMinister)
                .query((row, _) -> new PersonId(row.getObject("person_id", UUID.class)))
                .single());
        nationality(banned, "LVA");

        var clerk = contradictions("lietvede");
        assertThat(clerk)
                .contains(followUp(ofPmlp), "Lemj: Valsts robežsardze", "Lemj: Ārlietu ministrs")
                .doesNotContain(followUp(ofVrs), followUp(of(banned).getFirst().decisionId()));
        assertThat(contradictions("inspektore"))
                .contains(followUp(ofVrs), "Lemj: Pilsonības un migrācijas lietu pārvalde")
                .doesNotContain(followUp(ofPmlp));
        // Who only reads is offered nothing.
        assertThat(contradictions("konvojs")).doesNotContain("/follow-up?ban=");
    }

    private static String followUp(UUID decision) {
        return "/decisions/" + decision + "/follow-up?ban=";
    }

    private String contradictions(String login) {
        var browser = new PlainBrowser(port);
        browser.signIn(login);
        return browser.get("/bans/contradictions").body();
    }

    private void nationality(PersonId person, String country) {
        samples.reading(
                () -> jdbc.sql("insert into nationality (identity_id, country, type) values (:id, :country, 'CITIZEN')")
                        .param("id", samples.identity(person))
                        .param("country", country)
                        .update());
    }

    @Test
    void a_permit_contradicts_as_long_as_vmis_says_that_it_holds() {
        var person = somebody();
        own.signed(person, caseworker, pmlp);
        vmis(person, "GRANTED", 2);
        assertThat(of(person))
                .extracting(BanContradiction::reason, BanContradiction::known)
                .containsOnly(tuple(Reason.PERMITTED, "PERMIT"));
        vmis(person, "ANNULLED", 1);
        assertThat(of(person)).isEmpty();
    }

    private void vmis(PersonId person, String status, int minutesAgo) {
        samples.reading(() -> jdbc.sql(
                        "insert into vmis_notice (id, person_id, subject, status, number, valid_from, told_at)"
                                + " values (:id, :person, 'PERMIT', :status, 'UA-1', :from, cast(:now as timestamptz) - make_interval(mins => :ago))")
                .param("id", Ids.next())
                .param("person", person.value())
                .param("status", status)
                .param("from", today.minusDays(3))
                .param("now", clock.instant().toString())
                .param("ago", minutesAgo)
                .update());
    }

    @Test
    void a_ban_that_rests_on_a_return_falls_with_it() {
        var opened = samples.open(inspector);
        var ordered = samples.toSign(opened, order(), inspector);
        as(vrs, () -> done(signDecision.run(new SignDecision.Input(ordered, 1), vrs)));
        banned(opened.person(), "IL2002-61-5-1", 12, BanStart.DEPARTURE, inspector, vrs);
        assertThat(of(opened.person())).isEmpty();
        cancel(ordered, null, inspector, vrs);
        assertThat(of(opened.person()))
                .extracting(BanContradiction::reason, BanContradiction::otherDecision)
                .containsExactly(tuple(Reason.RETURN_CANCELLED, ordered));
    }
}
