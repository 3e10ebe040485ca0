package lv.vmis.register.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Another ground from a day on, another version of one, or the end of one.
 *
 * @param ground what it says from the day on; nothing when it ends
 * @param validFrom the first day of it, or the first day without it
 */
public record GroundChange(
        Kind kind, String code, @Nullable Ground ground, LocalDate validFrom, String source, String certainty)
        implements Amendment {

    /** What becomes of the ground. */
    public enum Kind {
        ADDED,
        CHANGED,
        ENDED
    }

    /** Between two grounds that stand one after the other in a list. */
    static final int STEP = 10;

    private static final Comparator<LegalBasis> IN_LISTS = Comparator.comparing(LegalBasis::sort)
            .thenComparing(LegalBasis::code)
            .thenComparing(LegalBasis::validFrom);

    public GroundChange {
        if ((ground == null) != (kind == Kind.ENDED)) {
            throw new IllegalArgumentException("a ground says something unless it ends");
        }
    }

    /** Whether the version would go on to say the same. */
    public boolean isSameAs(LegalBasis row) {
        return row.ground().equals(ground);
    }

    /** The rows as they are once the change is approved: the version in force on its first day ends the day before. */
    List<LegalBasis> in(List<LegalBasis> rows) {
        var changed = new ArrayList<LegalBasis>();
        var last = 0;
        for (var row : rows) {
            last = Math.max(last, row.sort());
            if (kind == Kind.ADDED || !isEndedBy(row)) {
                changed.add(row);
                continue;
            }
            changed.add(row.until(validFrom.minusDays(1)));
            if (kind == Kind.CHANGED) {
                changed.add(version(row.sort(), row.validTo()));
            }
        }
        if (kind == Kind.ADDED) {
            changed.add(version(last + STEP, null));
        }
        return changed.stream().sorted(IN_LISTS).toList();
    }

    private boolean isEndedBy(LegalBasis row) {
        return row.code().equals(code) && row.validFrom().isBefore(validFrom) && row.isInForce(validFrom);
    }

    private LegalBasis version(int sort, @Nullable LocalDate to) {
        return LegalBasis.of(code, Objects.requireNonNull(ground), sort, validFrom, to, certainty, source);
    }
}
