package lv.vmis.register.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleBiFunction;

/** What is measured. */
final class Engines {

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
        scorers.put("trigrams and Jaro-Winkler", PlainScore::names);
        return scorers;
    }
}
