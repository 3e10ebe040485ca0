package lv.vmis.register.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import lv.vmis.register.matching.PersonIndex;
import lv.vmis.register.matching.Training;
import lv.vmis.register.matching.Weights;

/** A labelled set out of a folder, and what it is called in the report. */
record TrainingSet(String name, Training.LabelledSet labelled) {

    static TrainingSet read(String name, Path folder) throws IOException {
        var numbers = new HashMap<String, Long>();
        var builder = new PersonIndex.Builder();
        try (var lines = Files.lines(folder.resolve(PeopleFolder.REGISTER), StandardCharsets.UTF_8);
                var queries = Files.lines(folder.resolve(PeopleFolder.QUERIES), StandardCharsets.UTF_8)) {
            lines.skip(1).map(RegisterRow::parse).forEach(row -> {
                long person = numbers.computeIfAbsent(row.eid(), _ -> (long) numbers.size());
                builder.add(person, RegisterEngine.described(row));
            });
            var asked = queries.skip(1)
                    .map(QueryRow::parse)
                    .map(query -> new Training.Asked(
                            RegisterEngine.described(query), numbers.getOrDefault(query.eid(), Training.NOBODY)))
                    .toList();
            return new TrainingSet(name, new Training.LabelledSet(builder.done(Weights.current()), asked));
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    long known() {
        return labelled.questions().stream()
                .filter(asked -> asked.person() != Training.NOBODY)
                .count();
    }
}
