package lv.vmis.register.check;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import lv.vmis.register.check.Reason.Code;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.person.LikelyPersons;
import lv.vmis.register.person.NewPerson;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.reference.LawChange;
import lv.vmis.register.reference.LegalParameters;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Samples;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From how likely on somebody is weighed hangs on the purpose of the check alone, and the journal keeps it. */
@RegisterTest
class ThresholdsTest {

    private final CheckIndex index;
    private final PastPersons past;
    private final ClearedHits cleared;
    private final Looks looks;
    private final LegalParameters law;
    private final LikelyPersons likely;
    private final DecisionSamples samples;
    private final Countries countries;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final LocalDate today;

    ThresholdsTest(
            CheckIndex index,
            PastPersons past,
            ClearedHits cleared,
            Looks looks,
            LegalParameters law,
            LikelyPersons likely,
            DecisionSamples samples,
            Countries countries,
            JdbcClient jdbc,
            Clock clock) {
        this.index = index;
        this.past = past;
        this.cleared = cleared;
        this.looks = looks;
        this.law = law;
        this.likely = likely;
        this.samples = samples;
        this.countries = countries;
        this.jdbc = jdbc;
        this.clock = clock;
        this.today = LocalDate.now(clock);
    }

    private Thresholds raised(String code, int percent) {
        return new Thresholds(law.with(
                new LawChange(code, BigDecimal.valueOf(percent), null, today, "Choice of the controller", "open")));
    }

    @Test
    void each_purpose_has_its_own_and_the_rest_share_one() {
        var border = Purpose.of("BORDER_CHECK");
        var other = Purpose.of("DATA_SUBJECT");
        assertThat(new Thresholds(law).percent(border, today)).isEqualTo(50);
        assertThat(raised("check.likely.border_check", 80).percent(border, today))
                .isEqualTo(80);
        assertThat(raised("check.likely.border_check", 80).percent(border, today.minusDays(1)))
                .isEqualTo(50);
        assertThat(raised("check.likely.border_check", 80).percent(other, today))
                .isEqualTo(50);
        assertThat(raised("check.likely", 70).percent(other, today)).isEqualTo(70);
        assertThat(raised("check.likely", 70).percent(border, today)).isEqualTo(50);
        assertThat(raised("check.likely", 1_000).percent(other, today)).isEqualTo(99);
        assertThat(Thresholds.bits(50)).isZero();
        assertThat(Thresholds.bits(80)).isCloseTo(2, within(1e-9));
    }

    @Test
    void whoever_is_less_likely_than_the_purpose_asks_for_is_not_weighed() {
        var person = new NewPerson(
                "Zvirgzdauskis",
                "Kazimiras",
                null,
                null,
                "M",
                PartialDate.of(LocalDate.of(1971, 4, 9)),
                "LTU",
                null,
                "BLR",
                "CITIZEN",
                null,
                "STATED",
                null,
                null);
        var opened = samples.openFor(person, official("inspektore"));
        samples.signed(opened, order(), official("inspektore"), official("vrs.vaditajs"));
        var number = samples.reading(() -> jdbc.sql("select number from person where id = :id")
                .param("id", opened.person().value())
                .query(Long.class)
                .single());
        var asked = Stream.of("09.04.1971.", "1971", "10.04.1971.", "1972", null)
                .flatMap(born -> Stream.of("Zvirgzdauskas", "Zvirgzdauskis", "Zvirgzdausks")
                        .map(family -> traveller(family, born)))
                .filter(who -> likely.numbers(who.description(), 0).contains(number)
                        && !likely.numbers(who.description(), Thresholds.bits(99))
                                .contains(number))
                .findFirst()
                .orElseThrow();

        assertThat(reasons(asked, new Thresholds(law))).containsExactly(Code.LIKELY);
        assertThat(reasons(asked, raised("check.likely.visa", 99))).containsExactly(Code.LIKELY);
        assertThat(reasons(asked, raised("check.likely.border_check", 99))).isEmpty();
    }

    private Traveller traveller(String family, @Nullable String born) {
        return done(new CheckForm(null, null, null, "BLR", born, family, "Kazimiras", null).parse(countries, today));
    }

    private List<Code> reasons(Traveller asked, Thresholds thresholds) {
        var by = Samples.guard();
        var check = new Check(index, past, cleared, thresholds, looks, clock);
        try {
            var answer = as(by, () -> check.run(asked, Purpose.of("BORDER_CHECK"), by));
            var kept = samples.reading(() -> jdbc.sql("select payload ->> 'likelyFrom' from entry where id = :id")
                    .param("id", answer.entry())
                    .query(Integer.class)
                    .single());
            assertThat(kept).isEqualTo(thresholds.percent(Purpose.of("BORDER_CHECK"), today));
            return answer.verdict().why().stream().map(Reason::code).toList();
        } finally {
            check.destroy();
        }
    }
}
