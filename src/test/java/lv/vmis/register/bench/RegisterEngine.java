package lv.vmis.register.bench;

import java.util.Iterator;
import java.util.List;
import lv.vmis.register.matching.Description;
import lv.vmis.register.matching.PersonIndex;
import lv.vmis.register.matching.Weights;
import lv.vmis.register.reading.DateParts;

/** The register's own index. */
final class RegisterEngine implements Engine {

    private Numbering eids = new Numbering();
    private final Weights weights;
    private PersonIndex index;

    RegisterEngine() {
        this(Weights.current());
    }

    RegisterEngine(Weights weights) {
        this.weights = weights;
        index = new PersonIndex.Builder().done(weights);
    }

    @Override
    public String name() {
        return "register";
    }

    @Override
    public boolean scoresAreProbabilities() {
        return true;
    }

    @Override
    public double build(Iterator<RegisterRow> rows) {
        var builder = new PersonIndex.Builder();
        var numbers = new Numbering();
        long building = 0;
        while (rows.hasNext()) {
            var row = rows.next();
            int number = numbers.number(row.eid());
            var who = described(row);
            long begun = System.nanoTime();
            builder.add(number, who);
            building += System.nanoTime() - begun;
        }
        long begun = System.nanoTime();
        eids = numbers;
        index = builder.done(weights);
        return (building + System.nanoTime() - begun) / 1e9;
    }

    @Override
    public List<Found> search(QueryRow query, int limit) {
        return index.find(described(query), limit).hits().stream()
                .map(hit -> new Found(eids.text((int) hit.person()), hit.probability()))
                .toList();
    }

    static Description described(RegisterRow row) {
        return described(row.surname(), row.given(), row.full(), row.dobs(), row.sex(), row.nat(), row.doc());
    }

    static Description described(QueryRow query) {
        return described(
                query.surname(),
                query.given(),
                query.full(),
                query.dob().isEmpty() ? List.of() : List.of(query.dob()),
                query.sex(),
                query.nat(),
                query.doc());
    }

    private static Description described(
            String surname, String given, String full, List<String> births, String sex, String state, String document) {
        var who = surname.isEmpty() && given.isEmpty() ? Description.ofFullName(full) : Description.of(surname, given);
        births.forEach(birth -> who.born(date(birth)));
        return who.sex(sex.isEmpty() ? 'U' : sex.charAt(0))
                .of(state)
                .holding(document)
                .done();
    }

    /** {@code YYYY-MM-DD} with 00 for what is not known; a day that cannot be is known by its month or year only. */
    private static DateParts date(String written) {
        var parts = written.split("-", -1);
        int year = Integer.parseInt(parts[0]);
        int month = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
        int day = parts.length > 2 && month > 0 ? Integer.parseInt(parts[2]) : 0;
        if (DateParts.isPossible(year, month, day)) {
            return new DateParts(year, month, day);
        }
        return DateParts.isPossible(year, month, 0) ? new DateParts(year, month, 0) : DateParts.UNKNOWN;
    }
}
