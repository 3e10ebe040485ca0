package lv.vmis.register.selection;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.stream.Collectors;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.reference.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands in a column of a line: the same words on the page and in the file. */
@Component
public class Cells {

    private final Names names;

    Cells(Names names) {
        this.names = names;
    }

    public String of(Column column, SelectedRow row, Frame f) {
        return switch (column) {
            case NUMBER -> row.shownNumber();
            case NAME -> row.name();
            case BORN -> f.day(row.birthDate());
            case BIRTH_YEAR -> String.valueOf(row.birthYear());
            case SEX -> names.of(f, "sex", row.sex());
            case NATIONALITY -> each(row.nationalities(), code -> names.country(f, code));
            case DOCUMENT -> or(row.document());
            case FOUND -> f.day(row.foundOn());
            case FOUND_PLACE -> row.foundPlace() == null ? "" : names.of(f, "finding_place_kind", row.foundPlace());
            case FOUND_UNIT -> row.foundUnit() == null ? "" : names.unit(f, row.foundUnit());
            case DECISION -> or(row.decision());
            case DECISION_KIND -> row.decisionKind() == null ? "" : f.name("decision.kind", row.decisionKind());
            case DECIDED -> f.day(row.decidedOn());
            case DECISION_BODY -> or(row.decisionBody());
            case BAN_LV -> ban(row.lvState(), row.lvTo(), f);
            case BAN_SCH -> ban(row.schState(), row.schTo(), f);
            case DEPARTED -> f.day(row.departedOn());
            case WARNING -> each(or(row.warnings()), code -> names.of(f, "warning", code));
            case ENTERED ->
                f.day(ZonedDateTime.ofInstant(row.enteredAt(), RegisterClock.RIGA)
                        .toLocalDate());
            case ENTERED_UNIT -> names.unit(f, row.enteredUnit());
        };
    }

    private static String ban(@Nullable String state, @Nullable LocalDate to, Frame f) {
        if (state == null) {
            return "";
        }
        return to == null
                ? f.name("ban.state", state)
                : f.t("selection.ban-until", f.name("ban.state", state), f.day(to));
    }

    private static String each(String codes, java.util.function.UnaryOperator<String> text) {
        return codes.isEmpty()
                ? ""
                : Arrays.stream(codes.split(",", -1)).map(text).collect(Collectors.joining(", "));
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
