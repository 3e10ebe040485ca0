package lv.vmis.register.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import lv.vmis.register.matching.Description;
import lv.vmis.register.matching.PersonIndex;
import lv.vmis.register.matching.Steps;
import lv.vmis.register.matching.Weights;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The library alone, on one thread, each time another traveller. Public because JMH extends it. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class LibraryBenchmark {

    private static final long SEED = 1;
    private static final int TRAVELLERS = 6_000;

    /** Travellers one after the other. */
    @State(Scope.Benchmark)
    public static class Border {

        private List<Description> travellers = List.of();
        private int at;

        void invite(Invented invented, long people) {
            travellers = invented.travellers(TRAVELLERS, people);
        }

        Description next() {
            at = at + 1 < travellers.size() ? at + 1 : 0;
            return travellers.get(at);
        }
    }

    /** Travellers without a register. */
    public static class Names extends Border {

        @Setup
        public void invite() {
            invite(new Invented(SEED), TRAVELLERS);
        }
    }

    /** A register that is asked. */
    public static class Register extends Border {

        @Param({"34000", "1000000"})
        public long rows;

        private PersonIndex index = new PersonIndex.Builder().done(Weights.current());

        @Setup
        public void build() {
            var invented = new Invented(SEED);
            var builder = new PersonIndex.Builder();
            invite(invented, invented.each(rows, (identity, person) -> builder.add(person, identity)));
            index = builder.done(Weights.current());
        }
    }

    /** The words of a register. */
    public static class Words extends Border {

        @Param({"34000", "1000000"})
        public long rows;

        private Steps steps = new Steps(_ -> {});

        @Setup
        public void build() {
            var invented = new Invented(SEED);
            steps = new Steps(taken -> invite(invented, invented.each(rows, taken)));
        }
    }

    @Benchmark
    public Object question(Register register) {
        return register.index.find(register.next(), 10);
    }

    @Benchmark
    public Object reading(Names names) {
        return Steps.read(names.next());
    }

    @Benchmark
    public Object readingAndExpansion(Words words) {
        return words.steps.expand(words.next());
    }
}
