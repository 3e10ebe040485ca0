package lv.vmis.register.detention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import lv.vmis.register.reference.DatedRule;
import lv.vmis.register.reference.Law;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The moments the clock of a detention comes to, so that a change of the law can be tried on everybody who is held. */
@Configuration
class DetentionEnds {

    private static final List<String> TOTALS = List.of("detention.court.total", "detention.max");

    @Bean
    DatedRule releaseRule(HeldPersons held) {
        return new Ending("detention-release", Set.copyOf(TOTALS), held, DetentionClock::releaseBy);
    }

    @Bean
    DatedRule submissionRule(HeldPersons held) {
        var all = Set.of("detention.court.submission", TOTALS.getFirst(), TOTALS.getLast());
        return new Ending("detention-submission", all, held, DetentionClock::submitBy);
    }

    private record Ending(
            String key, Set<String> parameters, HeldPersons held, Function<DetentionClock, Instant> moment)
            implements DatedRule {

        @Override
        public List<Worked> under(Law law, LocalDate day) {
            return held.now(law.parameters()).stream()
                    .map(one -> new Worked(
                            one.id(),
                            one.caseNumber(),
                            "/detentions/" + one.id(),
                            one.personId(),
                            one.familyName(),
                            one.givenNames(),
                            Moments.day(one.detainedAt()),
                            null,
                            moment.apply(one.clock())))
                    .toList();
        }
    }
}
