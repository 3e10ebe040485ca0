package lv.vmis.register.selection;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A selection as SQL: the texts of {@link Field}, {@link Thing} and {@link Sort}, and bound values. Nothing that anybody
 * typed is part of the text.
 */
record SelectionSql(String text, Map<String, Object> values) {

    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9998, 12, 31);
    private static final int OF_AGE = 18;

    /** The conditions and the order, to follow after those who speak for a person. */
    static SelectionSql of(Selection selection, LocalDate today, int bits, boolean isContinued) {
        var values = new HashMap<String, Object>();
        values.put("day", today);
        values.put("adult", today.minusYears(OF_AGE));
        values.put("bits", bits);
        var things = new EnumMap<Thing, List<Condition>>(Thing.class);
        selection.conditions().stream()
                .collect(Collectors.groupingBy(condition -> condition.field().thing()))
                .forEach(things::put);
        var wheres = things.entrySet().stream().flatMap(thing -> wheres(thing.getKey(), thing.getValue()));
        var after = isContinued ? Stream.of(selection.sort().after()) : Stream.<String>empty();
        selection.conditions().forEach(condition -> bind(condition, today, values));
        var text = Stream.concat(wheres, after).map(" and %s\n"::formatted).collect(Collectors.joining()) + " order by "
                + selection.sort().order() + "\n";
        return new SelectionSql(text, values);
    }

    private static Stream<String> wheres(Thing thing, List<Condition> conditions) {
        if (thing.isPerson()) {
            return conditions.stream().map(SelectionSql::where);
        }
        var ofOne = conditions.stream().map(SelectionSql::where).collect(Collectors.joining("\n and "));
        return Stream.of(thing.exists() + "\n and " + ofOne + ")");
    }

    private static String where(Condition condition) {
        var where = condition.field().where();
        return condition.field().operator() == Operator.YES_NO && !condition.isYes() ? "not (" + where + ")" : where;
    }

    private static void bind(Condition condition, LocalDate today, Map<String, Object> values) {
        var field = condition.field();
        var name = field.parameter();
        switch (field.operator()) {
            case ANY_OF, ANY_STATE -> values.put(name, condition.values().toArray(String[]::new));
            case DAYS -> {
                values.put(name + "_from", day(condition.from(), FIRST_DAY));
                values.put(name + "_to", day(condition.to(), LAST_DAY));
            }
            case NUMBERS -> {
                var from = number(condition.from());
                var to = number(condition.to());
                switch (field) {
                    // Who is at most so old was born after the day that is one year and that age ago.
                    case AGE -> {
                        values.put(
                                name + "_from",
                                to == null
                                        ? FIRST_DAY
                                        : today.minusYears(to + 1L).plusDays(1));
                        values.put(name + "_to", from == null ? LAST_DAY : today.minusYears(from));
                    }
                    case BIRTH_YEAR -> {
                        values.put(name + "_from", from == null ? FIRST_DAY : LocalDate.of(from, 1, 1));
                        values.put(name + "_to", to == null ? LAST_DAY : LocalDate.of(to, 12, 31));
                    }
                    default -> {
                        values.put(name + "_from", Objects.requireNonNullElse(from, 0));
                        values.put(name + "_to", Objects.requireNonNullElse(to, Integer.MAX_VALUE));
                    }
                }
            }
            case YES_NO -> {
                // Says it all by itself.
            }
        }
    }

    private static LocalDate day(@Nullable String stored, LocalDate otherwise) {
        return stored == null ? otherwise : LocalDate.parse(stored);
    }

    private static @Nullable Integer number(@Nullable String stored) {
        return stored == null ? null : Integer.valueOf(stored);
    }
}
