package lv.vmis.register.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ObjLongConsumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import lv.vmis.register.matching.Description;
import lv.vmis.register.matching.PersonIndex;
import lv.vmis.register.matching.Weights;

/** An invented register as the index reads it, and travellers who may be in it; made as they are asked for. */
final class Invented {

    private final Population population;
    private final Rows rows;

    Invented(long seed) {
        population = new Population(seed);
        rows = new Rows(population);
    }

    List<Description> identities(long person) {
        return rows.of(population.person(person)).stream()
                .map(RegisterEngine::described)
                .toList();
    }

    /** Goes through whole persons up to this number of rows; answers how many persons they are. */
    long each(long rows, ObjLongConsumer<Description> taken) {
        long people = 0;
        for (long count = 0; count < rows; people++) {
            for (var identity : identities(people)) {
                taken.accept(identity, people);
                count++;
            }
        }
        return people;
    }

    PersonIndex index(long rows) {
        var builder = new PersonIndex.Builder();
        each(rows, (identity, person) -> builder.add(person, identity));
        return builder.done(Weights.current());
    }

    /** People of the register and as many who are not in it, mixed as at a border. */
    List<Description> travellers(int count, long people) {
        var border = new Border(population);
        var travellers = new ArrayList<>(Stream.concat(
                        LongStream.range(0, count / 2).mapToObj(number -> border.known(number, people)),
                        LongStream.range(0, count / 2).mapToObj(border::stranger))
                .map(RegisterEngine::described)
                .toList());
        Collections.shuffle(travellers, new Random(1));
        return travellers;
    }
}
