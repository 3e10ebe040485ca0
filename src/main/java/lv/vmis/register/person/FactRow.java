package lv.vmis.register.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A fact about a person as the register says it now, or said it once.
 *
 * @param values of its fields as stored; a field without a value is not in it
 * @param relative the person a family relation is with, if he is in the register
 * @param notedBy name of who entered or last corrected it
 */
public record FactRow(
        FactKind kind,
        UUID id,
        PersonId person,
        Map<String, String> values,
        @Nullable UUID relative,
        int version,
        Instant notedAt,
        String notedBy) {

    public @Nullable String value(FactField field) {
        return values.get(field.name());
    }

    /** Whether it still holds on a day, as far as it has an end. */
    public boolean holdsOn(LocalDate day) {
        var end = values.get("valid_to");
        return end == null || !LocalDate.parse(end).isBefore(day);
    }

    public String path() {
        return "/persons/" + person + "/facts/" + kind.path() + "/" + id;
    }
}
