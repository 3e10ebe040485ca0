package lv.vmis.register.selection;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lv.vmis.register.ban.BanState;
import lv.vmis.register.decision.BanTerritory;
import lv.vmis.register.decision.DecisionKind;
import lv.vmis.register.decision.DecisionState;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Option;
import lv.vmis.register.reference.Choices;
import lv.vmis.register.reference.Names;
import lv.vmis.register.reference.Units;
import org.springframework.stereotype.Component;

/** What each field may be asked for, in the language of the page, and what a value of it is called. */
@Component
public class FieldChoices {

    /** The institutions that keep the register. */
    private static final List<String> KEEPERS = List.of("VRS", "PMLP");

    private final Choices choices;
    private final Units units;
    private final Names names;

    FieldChoices(Choices choices, Units units, Names names) {
        this.choices = choices;
        this.units = units;
        this.names = names;
    }

    /** The values of a list that one may be chosen from; none where days, numbers or States are typed. */
    public List<Option> of(Field field, Frame f) {
        return switch (field) {
            case SEX -> choices.of("sex", f);
            case WARNING -> choices.of("warning", f);
            case FOUND_PLACE -> choices.of("finding_place_kind", f);
            case FOUND_POINT -> choices.crossingPoints(f);
            case FOUND_UNIT, ENTERED_UNIT ->
                KEEPERS.stream()
                        .flatMap(keeper -> units.of(keeper, f.today()).stream())
                        .map(unit -> new Option(unit.code(), unit.institution() + ": " + unit.name(f.language())))
                        .toList();
            case DECISION_KIND -> named(f, "decision.kind", DecisionKind.values());
            case DECISION_STATE -> named(f, "decision.state", DecisionState.Code.values());
            case DECISION_BODY ->
                KEEPERS.stream()
                        .map(keeper -> new Option(keeper, names.institution(f, keeper)))
                        .toList();
            case BAN_TERRITORY -> named(f, "ban.territory", BanTerritory.values());
            case BAN_STATE ->
                named(f, "ban.state", BanState.Code.IN_FORCE, BanState.Code.PENDING, BanState.Code.EXPIRED);
            case RETURN_TYPE -> choices.of("return_type", f);
            case MINOR, UNACCOMPANIED, PRESENT, DUPLICATE, DEPARTED ->
                Stream.of(Condition.YES, Condition.NO)
                        .map(answer -> new Option(answer, f.name("selection.answer", answer)))
                        .toList();
            case NATIONALITY,
                    DESTINATION,
                    AGE,
                    BIRTH_YEAR,
                    BORN,
                    FOUND,
                    DECIDED,
                    BAN_TERM,
                    BAN_FROM,
                    BAN_TO,
                    DEPARTED_ON,
                    ENTERED,
                    CHANGED -> List.of();
        };
    }

    boolean isChoice(Field field, String value, Frame f) {
        return of(field, f).stream().anyMatch(option -> option.value().equals(value));
    }

    /** What a value is called, also one that can no longer be chosen. */
    String text(Field field, String value, Frame f) {
        if (field.operator() == Operator.ANY_STATE) {
            return names.country(f, value);
        }
        return of(field, f).stream()
                .filter(option -> option.value().equals(value))
                .map(Option::text)
                .findFirst()
                .orElseGet(() -> switch (field) {
                    case FOUND_UNIT, ENTERED_UNIT -> names.unit(f, value);
                    case FOUND_POINT -> names.crossingPoint(f, value);
                    case WARNING -> names.of(f, "warning", value);
                    case FOUND_PLACE -> names.of(f, "finding_place_kind", value);
                    case RETURN_TYPE -> names.of(f, "return_type", value);
                    default -> value;
                });
    }

    private static List<Option> named(Frame f, String list, Enum<?>... codes) {
        return Arrays.stream(codes)
                .map(code -> new Option(code.name(), f.name(list, code)))
                .toList();
    }
}
