package lv.vmis.register.duty;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lv.vmis.register.reference.DatedRule;
import lv.vmis.register.reference.Law;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Until when the next steps of cases are to be done, or when they have stalled, so that a change of the law can be tried on all. */
@Configuration
class StepRules {

    @Bean
    DatedRule serviceRule(WaitingCases cases) {
        return new Counted("service", Set.of(WaitingCases.TO_SERVE), cases);
    }

    @Bean
    DatedRule followUpServiceRule(WaitingCases cases) {
        return new Counted("follow-up-service", Set.of(WaitingCases.TO_TELL), cases);
    }

    @Bean
    DatedRule concludingRule(WaitingCases cases) {
        return new Counted("concluding", Set.of(WaitingCases.TO_CONCLUDE), cases);
    }

    @Bean
    DatedRule stallingRule(WaitingCases cases) {
        return new Stalling(cases);
    }

    private record Counted(String key, Set<String> parameters, WaitingCases cases) implements DatedRule {

        @Override
        public List<Worked> under(Law law, LocalDate day) {
            return cases.by(parameters, law.parameters()).stream()
                    .flatMap(Counted::worked)
                    .toList();
        }

        private static Stream<Worked> worked(WaitingCase one) {
            var term = one.term();
            return term == null ? Stream.empty() : Stream.of(StepRules.worked(one, term.from(), term.until()));
        }
    }

    /** By the law of the day on which it is looked at. */
    private record Stalling(WaitingCases cases) implements DatedRule {

        @Override
        public String key() {
            return "stalling";
        }

        @Override
        public Set<String> parameters() {
            return Set.of(WaitingCases.STALLED);
        }

        @Override
        public List<Worked> under(Law law, LocalDate day) {
            var length = law.parameters().period(WaitingCases.STALLED, day);
            return cases.by(parameters(), law.parameters()).stream()
                    .map(one -> StepRules.worked(one, day, one.row().stepFrom().plus(length)))
                    .toList();
        }
    }

    private static DatedRule.Worked worked(WaitingCase one, LocalDate event, LocalDate until) {
        var row = one.row();
        return new DatedRule.Worked(
                row.id(),
                row.number(),
                "/cases/" + row.id(),
                row.personId(),
                row.familyName(),
                row.givenNames(),
                event,
                until,
                null);
    }
}
