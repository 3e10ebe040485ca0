package lv.vmis.register.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lv.vmis.register.check.Reason.Code;
import lv.vmis.register.decision.SignDecision;
import lv.vmis.register.joining.JoiningSamples;
import lv.vmis.register.journal.Committing;
import lv.vmis.register.kernel.Acting;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Samples;
import lv.vmis.register.support.SomeForeigner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@RegisterTest
class CheckTest {

    private final Check check;
    private final Countries countries;
    private final Samples samples;
    private final DecisionSamples made;
    private final JoiningSamples joining;
    private final SignDecision sign;
    private final LocalDate today;

    CheckTest(
            Check check,
            Countries countries,
            DecisionSamples made,
            JoiningSamples joining,
            SignDecision sign,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            List<Committing> following,
            Clock clock) {
        this.check = check;
        this.made = made;
        this.joining = joining;
        this.sign = sign;
        this.countries = countries;
        this.samples = new Samples(jdbc, transactions, following);
        this.today = LocalDate.now(clock);
    }

    @Test
    void the_ban_runs_from_the_departure_to_the_same_date_after_its_months() throws Exception {
        for (var left : new LocalDate[] {
            today, today.minusMonths(12), today.minusMonths(12).minusDays(2)
        }) {
            var number = number();
            samples.document(samples.banned("Singh", "Amar", "1988-01-02", "IND", left, 12), number, "IND");
            var expected = left.plusMonths(12).isBefore(today) ? CheckSlip.Verdict.NO_BAN : CheckSlip.Verdict.BAN;
            assertThat(run(number, "02.01.1988.", null, null).verdict().kind())
                    .as(left.toString())
                    .isEqualTo(expected);
        }
    }

    @Test
    void a_decision_without_departure_needs_a_look() throws Exception {
        var number = number();
        var person = samples.person("Singh", "Arun", "1988-01-02", "IND");
        samples.document(person, number, "IND");
        var decision = samples.decision(person, today.minusDays(20));
        assertThat(run(number, "1988", null, null).verdict().why())
                .extracting(Reason::standing)
                .containsExactly(Standing.DECISION_OPEN);
        samples.ban(person, decision, "LV", null);
        assertThat(run(number, "1988", null, null).verdict().why())
                .extracting(Reason::standing)
                .containsExactly(Standing.BAN_WAITS);
        samples.departure(person, decision, today);
        assertThat(run(number, "1988", null, null).verdict()).isInstanceOf(Verdict.Ban.class);
    }

    @Test
    void a_namesake_under_an_alias_is_found_in_either_order_and_with_short_names() throws Exception {
        var person = samples.banned("Kapoor", "Dev", "1975-07-07", "IND", today.minusYears(1), 60);
        samples.identity(person, "ALIAS", "Müller-Li", "Xu", "1975-07-00", null);
        for (var names :
                new String[][] {{"Mueller Li", "Xu"}, {"Muller Li", "Xu"}, {"Xu", "Müller Li"}, {"Dev", "Kapoor"}}) {
            assertThat(run(number(), "07.07.1975.", names[0], names[1])
                            .verdict()
                            .why())
                    .as(String.join(" ", names))
                    .extracting(Reason::code)
                    .containsExactly(Code.SAME_NAME);
        }
        assertThat(run(number(), "07.08.1975.", "Dev", "Kapoor").verdict().why())
                .as("born on another day he may be likely, and is no namesake")
                .extracting(Reason::code)
                .doesNotContain(Code.SAME_NAME);
    }

    @Test
    void a_number_one_character_off_is_found_when_no_names_are_given() throws Exception {
        var number = number();
        var person = samples.banned("Anand", "Om", "1966-06-06", "IND", today.minusYears(1), 60);
        samples.document(person, number, "IND");
        assertThat(run(number + "7", "06.06.1966.", null, null).verdict().why())
                .extracting(Reason::code)
                .containsExactly(Code.NUMBER_NEAR);
        assertThat(run(number + "77", "06.06.1966.", null, null).verdict()).isInstanceOf(Verdict.NoBan.class);
    }

    @Test
    void somebody_whose_names_are_written_otherwise_is_found_by_likeness() throws Exception {
        var inspector = DecisionSamples.official("inspektore");
        var decider = DecisionSamples.official("vrs.vaditajs");
        var opened = made.openFor(SomeForeigner.named("Dzhumaniyozov", "Ulugbek"), inspector);
        var decision = made.toSign(opened, DecisionSamples.order(), inspector);
        assertThat(run(number(), "UZB", "05.03.1990.", "Jumaniyozov", "Ulughbek")
                        .verdict())
                .as("nothing is signed yet")
                .isInstanceOf(Verdict.NoBan.class);
        DecisionSamples.as(decider, () -> DecisionSamples.done(sign.run(new SignDecision.Input(decision, 1), decider)));
        assertThat(run(number(), "UZB", "05.03.1990.", "Jumaniyozov", "Ulughbek")
                        .verdict()
                        .why())
                .singleElement()
                .satisfies(reason -> {
                    assertThat(reason.code()).isEqualTo(Code.LIKELY);
                    assertThat(reason.standing()).isEqualTo(Standing.DECISION_OPEN);
                });
        assertThat(run(number(), "UZB", "05.03.1990.", "Jumaniyozov", "Sherzod").verdict())
                .as("a brother born on the same day")
                .isInstanceOf(Verdict.NoBan.class);
    }

    @Test
    void a_ban_of_any_record_of_the_person_is_his() throws Exception {
        var head = joining.person("Hosseini", "Reza", "1986-03-21", "IRN");
        var shown = number();
        samples.document(head.value(), shown, "IRN");
        var member = new PersonId(samples.banned("Hoseini", "Rezo", "1986-03-21", "IRN", today.minusMonths(1), 36));
        var other = number();
        samples.document(member.value(), other, "IRN");
        assertThat(run(shown, "IRN", "21.03.1986.", null, null).verdict()).isInstanceOf(Verdict.NoBan.class);

        var link = joining.joined(head, member);

        for (var number : new String[] {shown, other}) {
            var answer = run(number, "IRN", "21.03.1986.", "Hosseini", "Reza");
            assertThat(answer.verdict().kind()).isEqualTo(CheckSlip.Verdict.BAN);
            assertThat(answer.identified())
                    .as("one person, once")
                    .singleElement()
                    .satisfies(known -> {
                        assertThat(known.person()).isEqualTo(head);
                        assertThat(known.identities()).hasSize(2);
                        assertThat(known.bans()).hasSize(1);
                    });
            assertThat(answer.candidates()).isEmpty();
        }

        joining.parted(link);

        assertThat(run(shown, "IRN", "21.03.1986.", null, null).verdict()).isInstanceOf(Verdict.NoBan.class);
        assertThat(run(other, "IRN", "21.03.1986.", null, null).verdict().kind())
                .isEqualTo(CheckSlip.Verdict.BAN);
    }

    private CheckAnswer run(String number, String birth, @Nullable String family, @Nullable String given)
            throws Exception {
        return run(number, "IND", birth, family, given);
    }

    private CheckAnswer run(
            String number, String nationality, String birth, @Nullable String family, @Nullable String given)
            throws Exception {
        var form = new CheckForm(null, number, null, nationality, birth, family, given, null);
        var by = Samples.guard();
        return switch (form.parse(countries, today)) {
            case Outcome.Done<Traveller>(var asked) ->
                Acting.as(by, () -> check.run(asked, Purpose.of("BORDER_CHECK"), by));
            case Outcome.Refused<Traveller>(var reasons) -> throw new AssertionError(reasons);
        };
    }

    private static String number() {
        return Samples.number();
    }
}
