package lv.vmis.register.legacy.meaning;

import java.time.LocalDate;
import java.util.List;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.legacy.value.OldName;
import org.jspecify.annotations.Nullable;

/**
 * The person of a row.
 *
 * @param sex M, F, X or U (not known)
 * @param notes what Regulation 122 has no item for: 5.16
 * @param marks distinguishing marks
 */
public record Who(
        String surname,
        String given,
        String patronymic,
        OldName.Form form,
        List<OldName.Other> others,
        String sex,
        PartialDate birth,
        @Nullable String birthCountry,
        String birthPlace,
        List<Nation> nationalities,
        @Nullable String personalCode,
        @Nullable String personalCodeCountry,
        @Nullable String ethnicity,
        List<Paper> documents,
        List<Place> addresses,
        List<Note> notes,
        List<String> marks) {

    public Who {
        others = List.copyOf(others);
        nationalities = List.copyOf(nationalities);
        documents = List.copyOf(documents);
        addresses = List.copyOf(addresses);
        notes = List.copyOf(notes);
        marks = List.copyOf(marks);
    }

    /** A nationality: State and type (CITIZEN, STATELESS, REFUGEE, UNKNOWN). */
    public record Nation(String country, String type) {}

    /**
     * A document.
     *
     * @param type code of this register
     * @param issuer the State, where it is known
     * @param authority who issued it, as the cell says
     */
    public record Paper(
            String type,
            String number,
            @Nullable String issuer,
            String authority,
            @Nullable LocalDate issued,
            @Nullable LocalDate expires) {}

    /** An address as one line of text. */
    public record Place(String country, String text) {}

    /** Something kept as a note, with the column it comes from. */
    public record Note(String field, String text) {}
}
