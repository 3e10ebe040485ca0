package lv.vmis.register.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.reference.Country;
import org.jspecify.annotations.Nullable;

/** A selection as typed: for each field of {@link Field} what was marked or written, and the columns and the order. */
public record SelectionForm(Map<String, List<String>> typed) {

    static final String COLUMNS = "columns";
    static final String SORT = "sort";

    /** More than any list of codes has. */
    private static final int MOST = 200;

    private static final int OLDEST = 150;
    private static final int FIRST_YEAR = 1850;
    private static final int LAST_YEAR = 2200;
    private static final int MONTHS = 1200;

    /** What is marked or typed for a field. */
    public List<String> values(String name) {
        return typed.getOrDefault(name, List.of());
    }

    public @Nullable String text(String name) {
        return values(name).stream().findFirst().orElse(null);
    }

    /** How many fields of a section ask for something. */
    public long asked(Thing section, Actor by) {
        return Field.of(section, by).stream().filter(this::isAsked).count();
    }

    private boolean isAsked(Field field) {
        return names(field).stream().anyMatch(name -> values(name).stream().anyMatch(value -> !value.isBlank()));
    }

    /** What the form calls a field, or both of its ends. */
    private static List<String> names(Field field) {
        return switch (field.operator()) {
            case ANY_OF, ANY_STATE, YES_NO -> List.of(field.path());
            case DAYS, NUMBERS -> List.of(field.path() + "-from", field.path() + "-to");
        };
    }

    /** As the form would have to be filled to ask for the selection. */
    static SelectionForm of(Selection selection, FieldChoices choices, Frame f) {
        var typed = new java.util.HashMap<String, List<String>>();
        for (var condition : selection.conditions()) {
            var field = condition.field();
            switch (field.operator()) {
                case ANY_OF, YES_NO -> typed.put(field.path(), condition.values());
                case ANY_STATE ->
                    typed.put(
                            field.path(),
                            List.of(condition.values().stream()
                                    .map(code -> state(choices.text(field, code, f), code))
                                    .collect(Collectors.joining("; "))));
                case DAYS -> {
                    typed.put(field.path() + "-from", typedDay(condition.from(), f));
                    typed.put(field.path() + "-to", typedDay(condition.to(), f));
                }
                case NUMBERS -> {
                    typed.put(field.path() + "-from", typedText(condition.from()));
                    typed.put(field.path() + "-to", typedText(condition.to()));
                }
            }
        }
        typed.put(COLUMNS, selection.columns().stream().map(Column::name).toList());
        typed.put(SORT, List.of(selection.sort().name()));
        return new SelectionForm(typed);
    }

    /** By its code where the name would be read as two. */
    private static String state(String name, String code) {
        return name.contains(",") ? code : name;
    }

    private static List<String> typedDay(@Nullable String stored, Frame f) {
        return stored == null ? List.of() : List.of(f.day(java.time.LocalDate.parse(stored)));
    }

    private static List<String> typedText(@Nullable String stored) {
        return stored == null ? List.of() : List.of(stored);
    }

    Outcome<Selection> parse(FieldChoices choices, Countries countries, Frame f, Actor by) {
        var in = new Parse(f.today());
        var conditions = new ArrayList<Condition>();
        for (var field : Field.values()) {
            if (!isAsked(field)) {
                continue;
            }
            if (!field.isOpenTo(by)) {
                in.refuse(field.path(), SelectionRefusal.FIELD_NOT_YOURS, f.name("selection.field", field));
                continue;
            }
            var condition = switch (field.operator()) {
                case ANY_OF, YES_NO -> marked(field, in, choices, f);
                case ANY_STATE -> states(field, in, countries);
                case DAYS -> days(field, in);
                case NUMBERS -> numbers(field, in);
            };
            if (condition != null) {
                conditions.add(condition);
            }
        }
        var columns = Column.openTo(by).stream()
                .filter(column -> values(COLUMNS).contains(column.name()))
                .toList();
        var sort = Arrays.stream(Sort.values())
                .filter(order -> order.name().equals(text(SORT)) && order.isOpenTo(by))
                .findFirst()
                .orElse(Sort.NEWEST);
        return in.into(() -> new Selection(conditions, sort, columns.isEmpty() ? Column.usual(by) : columns));
    }

    private @Nullable Condition marked(Field field, Parse in, FieldChoices choices, Frame f) {
        var marked = values(field.path()).stream()
                .filter(value -> !value.isBlank())
                .distinct()
                .toList();
        if (marked.size() > MOST || marked.stream().anyMatch(value -> !choices.isChoice(field, value, f))) {
            in.refuse(field.path(), EdgeRefusal.NOT_IN_LIST);
            return null;
        }
        return Condition.anyOf(field, marked);
    }

    /** States with commas or semicolons between them; one whose name has a comma is typed by its code or in part. */
    private @Nullable Condition states(Field field, Parse in, Countries countries) {
        var typedStates =
                in.optionalText(field.path(), text(field.path()), 1000).orNull();
        if (typedStates == null) {
            return null;
        }
        var codes = new ArrayList<String>();
        for (var state : typedStates.split("[;,\n]", -1)) {
            if (state.isBlank()) {
                continue;
            }
            var country = countries.accept(state.strip(), Country::isNationality);
            if (country.isEmpty()) {
                in.refuse(field.path(), SelectionRefusal.STATE_UNKNOWN, state.strip());
                return null;
            }
            codes.add(country.get().code());
        }
        return codes.isEmpty()
                ? null
                : Condition.anyOf(field, codes.stream().distinct().toList());
    }

    private @Nullable Condition days(Field field, Parse in) {
        var from = in.optionalDay(field.path() + "-from", text(field.path() + "-from"))
                .orNull();
        var to =
                in.optionalDay(field.path() + "-to", text(field.path() + "-to")).orNull();
        if (from != null && to != null && to.isBefore(from)) {
            in.refuse(field.path() + "-to", SelectionRefusal.ENDS_BEFORE_IT_BEGINS);
        }
        return from == null && to == null
                ? null
                : Condition.between(field, from == null ? null : from.toString(), to == null ? null : to.toString());
    }

    private @Nullable Condition numbers(Field field, Parse in) {
        var from = number(field, "-from", in);
        var to = number(field, "-to", in);
        if (from != null && to != null && to < from) {
            in.refuse(field.path() + "-to", SelectionRefusal.ENDS_BEFORE_IT_BEGINS);
        }
        return from == null && to == null
                ? null
                : Condition.between(field, from == null ? null : from.toString(), to == null ? null : to.toString());
    }

    private @Nullable Integer number(Field field, String end, Parse in) {
        var written = text(field.path() + end);
        if (written == null || written.isBlank()) {
            return null;
        }
        var isYear = field == Field.BIRTH_YEAR;
        var most = isYear ? LAST_YEAR : field == Field.AGE ? OLDEST : MONTHS;
        return in.number(field.path() + end, written, isYear ? FIRST_YEAR : 0, most)
                .orNull();
    }
}
