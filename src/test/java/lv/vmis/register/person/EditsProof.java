package lv.vmis.register.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Role;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Someone;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two officials correct one person as fast as they can: {@code ./register prove edits}. */
@RegisterTest
class EditsProof {

    private static final int MINUTES = Integer.getInteger("edits.minutes", 5);

    private final FactForms forms;
    private final Facts facts;
    private final DecisionSamples samples;
    private final TransactionTemplate transaction;

    EditsProof(MockMvcTester browser, Facts facts, DecisionSamples samples, PlatformTransactionManager transactions) {
        this.forms = new FactForms(browser);
        this.facts = facts;
        this.samples = samples;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Made(String field, List<String> values, int conflicts) {}

    @Test
    void nothing_is_lost_and_every_conflict_is_explained() throws Exception {
        var person = samples.open(Someone.of(Role.INSPECTOR)).person();
        var page = "/persons/" + person + "/facts/identity/" + samples.identity(person) + "/edit";
        var until = System.nanoTime() + MINUTES * 60_000_000_000L;
        List<Made> made = new ArrayList<>();
        try (var officials = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : officials.invokeAll(List.<Callable<Made>>of(
                    () -> correct(person, page, Role.INSPECTOR, Role.CASEWORKER, "birth_place", until),
                    () -> correct(person, page, Role.CASEWORKER, Role.INSPECTOR, "given_names", until)))) {
                made.add(answer.get());
            }
        }
        var inspector = Someone.of(Role.INSPECTOR);
        var now = Someone.as(inspector, () -> transaction.execute(_ -> facts.of(person)))
                .getFirst();
        var past = Someone.as(inspector, () -> facts.past(person, now.id()));
        var corrections = made.stream().mapToInt(one -> one.values().size()).sum();
        System.out.printf(
                "| %d | %d | %d | 0 |%n",
                MINUTES, corrections, made.stream().mapToInt(Made::conflicts).sum());
        assertThat(now.version()).isEqualTo(corrections);
        for (var one : made) {
            assertThat(one.values()).hasSizeGreaterThan(MINUTES);
            assertThat(now.values()).containsEntry(one.field(), one.values().getLast());
            assertThat(past.stream()
                            .map(each -> each.fact().values().get(one.field()))
                            .toList())
                    .containsAll(one.values().subList(0, one.values().size() - 1));
        }
    }

    private Made correct(PersonId person, String page, Role role, Role other, String field, long until)
            throws Exception {
        var values = new ArrayList<String>();
        var conflicts = 0;
        while (System.nanoTime() < until) {
            var value = field + " " + values.size();
            var form = FactForms.fields(forms.get(role, person, page));
            form.put(field, value);
            form.put("why", "TYPING");
            var answer = forms.post(role, page, form);
            while (answer.getResponse().getStatus() != 303) {
                conflicts++;
                assertThat(answer).hasStatus(422);
                assertThat(answer).bodyText().contains(Someone.of(other).name(), "conflict-title");
                answer = forms.post(role, page, FactForms.fields(answer));
            }
            values.add(value);
        }
        return new Made(field, values, conflicts);
    }
}
