package lv.vmis.register.person;

import org.jspecify.annotations.Nullable;

/**
 * What is searched for. Parts that are not given say nothing.
 *
 * @param typed what was typed or scanned into the quick box, if that was the search
 * @param mrz machine-readable zone, if one was read
 * @param narrowing what the person must have besides
 */
public record SearchCriteria(
        @Nullable String name,
        @Nullable String birthDate,
        @Nullable String nationality,
        @Nullable String documentNumber,
        @Nullable String documentIssuer,
        @Nullable String personalCode,
        @Nullable Long number,
        @Nullable String typed,
        @Nullable String mrz,
        @Nullable Narrowing narrowing) {

    SearchCriteria(
            @Nullable String name,
            @Nullable String birthDate,
            @Nullable String nationality,
            @Nullable String documentNumber,
            @Nullable String documentIssuer,
            @Nullable String personalCode,
            @Nullable Long number,
            @Nullable String typed,
            @Nullable String mrz) {
        this(name, birthDate, nationality, documentNumber, documentIssuer, personalCode, number, typed, mrz, null);
    }

    static SearchCriteria name(String name) {
        return new SearchCriteria(name, null, null, null, null, null, null, name, null);
    }

    /** What is worth keeping for another time: not the whole zone of a document that was scanned once. */
    public SearchCriteria toKeep() {
        return new SearchCriteria(
                name,
                birthDate,
                nationality,
                documentNumber,
                documentIssuer,
                personalCode,
                number,
                null,
                null,
                narrowing);
    }

    boolean hasNumber() {
        return documentNumber != null || personalCode != null || number != null;
    }

    boolean isEmpty() {
        return narrowing == null && name == null && birthDate == null && !hasNumber();
    }
}
