package lv.vmis.register.legacy.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import lv.vmis.register.legacy.value.OldName;
import lv.vmis.register.legacy.value.OldName.Other;
import lv.vmis.register.legacy.value.RemarkCode;
import org.jspecify.annotations.Nullable;

/** The names of a row. */
final class NameReader {

    private static final Pattern BETWEEN = Pattern.compile("[;,/\\n]+|(?iu)\\s(?:vai|jeb|alias)\\s");
    private static final String SIGNS = " -'’ʻʼ`´.,";

    private final Cells cells;
    private final boolean isTitleCased;

    NameReader(Cells cells) {
        this.cells = cells;
        this.isTitleCased = cells.columns().rules.isTitleCased(cells.table(), "UZVARDS");
    }

    OldName read() {
        var surname = cells.get("UZVARDS");
        var given = cells.get("VARDS");
        var patronymic = cells.get("TEVVARDS");
        var name = OldName.read(surname, given, patronymic);
        cells.remarks("UZVARDS", name.remarks());
        judge(name, surname, given);
        var others = new ArrayList<Other>();
        name.others().forEach(other -> other("UZVARDS", other, others));
        merged(others);
        former(others);
        return new OldName(
                cased(name.surname()),
                cased(name.given()),
                cased(name.patronymic()),
                name.form(),
                List.copyOf(others),
                List.of());
    }

    /** A wrong name would make a wrong person. */
    private void judge(OldName name, String surname, String given) {
        if (name.surname().isEmpty()) {
            cells.refuse(ReasonCode.NO_SURNAME, "UZVARDS", surname.isEmpty() ? given : surname);
        }
        for (var remark : name.remarks()) {
            var value = remark.values().getFirst();
            if (remark.code() == RemarkCode.DAMAGED) {
                cells.refuse(ReasonCode.NAME_DAMAGED, "UZVARDS", value);
            } else if (remark.code() == RemarkCode.MAYBE_EMPTY && value.equals(surname)) {
                cells.refuse(ReasonCode.NO_SURNAME, "UZVARDS", value);
            } else if (remark.code() == RemarkCode.ORDER_ASSUMED && words(name) > 2) {
                cells.refuse(ReasonCode.NAME_ORDER_UNKNOWN, "UZVARDS", value);
            }
        }
        judge("UZVARDS", name.surname());
        judge("VARDS", name.given());
        judge("TEVVARDS", name.patronymic());
    }

    private static int words(OldName name) {
        return (name.surname() + " " + name.given()).strip().split(" ", -1).length;
    }

    private void judge(String field, String name) {
        switch (quality(name)) {
            case DAMAGED -> cells.refuse(ReasonCode.NAME_DAMAGED, field, name);
            case UNREADABLE -> cells.refuse(ReasonCode.NAME_UNREADABLE, field, name);
            case GOOD -> {}
        }
    }

    private enum Quality {
        GOOD,
        DAMAGED,
        UNREADABLE
    }

    /** What a code page could not hold was written as a question mark. */
    private static Quality quality(String name) {
        if (name.indexOf('?') >= 0 || name.indexOf('\uFFFD') >= 0 || name.indexOf('\u2400') >= 0) {
            return Quality.DAMAGED;
        }
        var isRead = name.codePoints()
                .allMatch(letter -> Character.isLetter(letter)
                        || Character.getType(letter) == Character.NON_SPACING_MARK
                        || SIGNS.indexOf(letter) >= 0);
        return isRead ? Quality.GOOD : Quality.UNREADABLE;
    }

    /** Another name that cannot be read spoils nobody's identity: it is kept as a note. */
    private void other(String field, Other other, List<Other> into) {
        var text = (Objects.requireNonNullElse(other.surname(), "") + " "
                        + Objects.requireNonNullElse(other.given(), ""))
                .strip();
        if (quality(text) != Quality.GOOD) {
            cells.remark(field, RemarkCode.DAMAGED, text);
            cells.note(field, text);
            return;
        }
        var named = new Other(other.kind(), casedIfAny(other.surname()), casedIfAny(other.given()));
        if (!into.contains(named)) {
            into.add(named);
        }
    }

    private @Nullable String casedIfAny(@Nullable String name) {
        return name == null ? null : cased(name);
    }

    private String cased(String name) {
        return isTitleCased ? Words.titleCase(name) : name;
    }

    private void merged(List<Other> into) {
        var cell = cells.get("CITI_VARDI");
        if (cell.isEmpty()) {
            return;
        }
        for (var part : BETWEEN.split(cell, -1)) {
            if (!part.isBlank()) {
                // In brackets behind a surname the reader knows "dz." and "agrāk".
                var read = OldName.read("X (" + part.strip() + ")", "", "");
                for (var other : read.others()) {
                    var name = OldName.read(Objects.requireNonNullElse(other.surname(), ""), "", "");
                    cells.remarks("CITI_VARDI", name.remarks());
                    var given = (name.given() + " " + name.patronymic()).strip();
                    other("CITI_VARDI", new Other(other.kind(), name.surname(), given.isEmpty() ? null : given), into);
                }
                if (read.others().isEmpty()) {
                    cells.note("CITI_VARDI", part.strip());
                }
            }
        }
    }

    private void former(List<Other> into) {
        var cell = cells.get("IEPR_UZVARDS");
        if (cell.isEmpty()) {
            return;
        }
        var name = OldName.read(cell, "", "");
        cells.remarks("IEPR_UZVARDS", name.remarks());
        // Two words are a surname of two here.
        var surname = (name.surname() + " " + name.given() + " " + name.patronymic()).strip();
        if (!surname.isEmpty()) {
            other("IEPR_UZVARDS", new Other(OldName.Kind.FORMER, surname, null), into);
        }
        name.others()
                .forEach(other -> other("IEPR_UZVARDS", new Other(OldName.Kind.FORMER, other.surname(), null), into));
    }
}
