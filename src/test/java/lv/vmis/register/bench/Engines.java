package lv.vmis.register.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.LongStream;
import lv.vmis.register.matching.NameScore;
import lv.vmis.register.matching.Weights;

/** What is measured. */
final class Engines {

    /** Those who tell which names are rare when two names are compared; not the people of any set that is measured. */
    private static final long SEED = -1;

    private static final int PEOPLE = 20_000;

    private Engines() {}

    /** The engines in the order of the report; the first one is the subject. */
    static List<Supplier<Engine>> all() {
        return List.of(RegisterEngine::new);
    }

    static Supplier<Engine> baseline() {
        return TrigramBaseline::new;
    }

    /** Measures of two names, by name; the first one is the subject. */
    static Map<String, ToDoubleBiFunction<String, String>> scorers() {
        var scorers = new LinkedHashMap<String, ToDoubleBiFunction<String, String>>();
        scorers.put("register", names()::of);
        scorers.put("trigrams and Jaro-Winkler", PlainScore::names);
        return scorers;
    }

    private static NameScore names() {
        var population = new Population(SEED);
        var rows = new Rows(population);
        return new NameScore(
                LongStream.range(0, PEOPLE)
                        .mapToObj(number -> rows.of(population.person(number)).getFirst())
                        .map(RegisterEngine::described)
                        .toList(),
                Weights.current());
    }
}
