package lv.vmis.register.check;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.check.Reason.Code;
import lv.vmis.register.joining.JoiningSamples;
import lv.vmis.register.journal.Committing;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.person.EnterFact;
import lv.vmis.register.person.FactKind;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** A hit that an inspector has cleared stops the same traveller no more, and nobody else any less. */
@RegisterTest
class ClearHitsTest {

    private final HandedSamples handed;
    private final ClearHits clear;
    private final ReopenHit reopen;
    private final ClearedHits cleared;
    private final EnterFact enter;
    private final JoiningSamples joining;
    private final DecisionSamples made;
    private final JdbcClient jdbc;
    private final Samples samples;
    private final LocalDate today;
    private final Actor inspector = official("inspektore");

    private final String family = Samples.name();
    private final String given = Samples.name();
    private final String number = Samples.number();
    private final LocalDate born = HandedSamples.day();
    private UUID banned = UUID.randomUUID();

    ClearHitsTest(
            HandedSamples handed,
            ClearHits clear,
            ReopenHit reopen,
            ClearedHits cleared,
            EnterFact enter,
            JoiningSamples joining,
            DecisionSamples made,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            List<Committing> following,
            Clock clock) {
        this.handed = handed;
        this.clear = clear;
        this.reopen = reopen;
        this.cleared = cleared;
        this.enter = enter;
        this.joining = joining;
        this.made = made;
        this.jdbc = jdbc;
        this.samples = new Samples(jdbc, transactions, following);
        this.today = LocalDate.now(clock);
    }

    @BeforeEach
    void somebody_is_banned() {
        banned = samples.banned(family, given, born.toString(), "IND", today.minusYears(1), 60);
    }

    private CheckAnswer checked() {
        return handed.checked(number, LatvianDates.numeric(born), family, given);
    }

    private Outcome<UUID> cleared(UUID request) {
        return as(inspector, () -> clear.run(new ClearHits.Input(request, "Pirkstu nospiedumi nesakrīt"), inspector));
    }

    private UUID toldApart() {
        var request = handed.handed(checked());
        handed.taken(request, inspector);
        return done(cleared(request));
    }

    private void isStopped(CheckAnswer answer) {
        assertThat(answer.verdict().why()).extracting(Reason::code).containsExactly(Code.SAME_NAME);
        assertThat(answer.cleared()).isEmpty();
    }

    @Test
    void the_next_check_of_the_same_document_does_not_stop_him_and_says_why() {
        isStopped(checked());
        toldApart();

        var answer = checked();
        assertThat(answer.verdict()).isInstanceOf(Verdict.NoBan.class);
        assertThat(answer.candidates()).isEmpty();
        assertThat(answer.cleared())
                .singleElement()
                .satisfies(hit -> assertThat(hit.person()).isEqualTo(new PersonId(banned)));
        assertThat(made.reading(() -> jdbc.sql("select persons from entry where id = :id")
                        .param("id", answer.entry())
                        .query((row, _) ->
                                List.of((UUID[]) row.getArray("persons").getArray()))
                        .single()))
                .containsExactly(banned);
    }

    @Test
    void another_document_name_or_birth_date_is_stopped_as_before() {
        toldApart();

        isStopped(handed.checked(Samples.number(), LatvianDates.numeric(born), family, given));
        isStopped(handed.checked(number, Integer.toString(born.getYear()), family, given));
        isStopped(handed.checked(number, LatvianDates.numeric(born), given, family));
    }

    @Test
    void what_is_learnt_of_the_person_later_asks_anew() {
        toldApart();
        joining.corrected(new PersonId(banned), Map.of("patronymic", "Kumar"));
        isStopped(checked());

        toldApart();
        assertThat(checked().verdict()).isInstanceOf(Verdict.NoBan.class);
        var values = Map.of(
                "type", "P", "number", Samples.number(), "issuer", "IND", "state", "USABLE", "source", "DOCUMENT");
        var paper = new EnterFact.Input(new PersonId(banned), FactKind.DOCUMENT, values);
        as(inspector, () -> done(enter.run(paper, inspector)));
        isStopped(checked());

        toldApart();
        joining.joined(new PersonId(banned), joining.person(Samples.name(), "Om", "1970-01-01", "IND"));
        isStopped(checked());
    }

    @Test
    void a_document_registered_for_the_person_is_never_cleared() {
        toldApart();
        samples.document(banned, number, "IND");

        assertThat(checked().verdict()).isInstanceOf(Verdict.Ban.class);
        var request = handed.handed(checked());
        handed.taken(request, inspector);
        assertThat(refusals(cleared(request))).containsExactly("NOBODY_TO_CLEAR");
    }

    @Test
    void what_is_cleared_can_be_taken_back_once() {
        toldApart();
        var hit = checked().cleared().getFirst().id();
        var back = new ReopenHit.Input(hit, "Kļūda");
        as(inspector, () -> done(reopen.run(back, inspector)));

        isStopped(checked());
        assertThat(refusals(as(inspector, () -> reopen.run(back, inspector)))).containsExactly("HIT_REOPENED");
        assertThat(made.reading(() -> cleared.find(hit)).orElseThrow().undoneReason())
                .isEqualTo("Kļūda");
    }

    @Test
    void only_the_inspector_who_took_him_clears_and_only_what_can_be_cleared() {
        var request = handed.handed(checked());
        assertThat(refusals(cleared(request))).containsExactly("NOT_TAKEN_BY_YOU");
        handed.taken(request, inspector);
        done(cleared(request));
        assertThat(refusals(cleared(request))).containsExactly("HITS_CLEARED");

        var unnamed = handed.handed(handed.checked(number, Integer.toString(born.getYear()), family, given));
        handed.taken(unnamed, inspector);
        done(cleared(unnamed));
        var unknown = handed.handed(handed.checked(Samples.number(), "01.01.2001.", null, null));
        handed.taken(unknown, inspector);
        assertThat(refusals(cleared(unknown))).containsExactly("NOBODY_TO_CLEAR");
    }

    @Test
    void nobody_clears_whom_he_has_checked_himself() {
        toldApart();
        assertThatThrownBy(() -> made.reading(
                        () -> jdbc.sql("update cleared_hit set checked_by = cleared_by where person_id = :person")
                                .param("person", banned)
                                .update()))
                .hasMessageContaining("cleared_hit_four_eyes");
    }
}
