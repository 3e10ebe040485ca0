package lv.vmis.register.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.matching.Description;
import lv.vmis.register.reading.WholeName;
import org.jspecify.annotations.Nullable;

/**
 * One identity as the index of persons needs it, wherever that index is built.
 *
 * @param documents number keys of the documents of the same record
 */
public record IndexedIdentity(
        String familyName,
        @Nullable String givenNames,
        @Nullable String patronymic,
        @Nullable String originalName,
        @Nullable String latvianName,
        String sex,
        PartialDate birthDate,
        @Nullable String birthPlace,
        List<String> nationalities,
        List<String> documents) {

    public IndexedIdentity {
        nationalities = List.copyOf(nationalities);
        documents = List.copyOf(documents);
    }

    /** One for each way it is written. */
    public List<Description> descriptions() {
        var all = new ArrayList<Description>(1);
        all.add(complete(Description.of(familyName, IndexRows.joined(givenNames, patronymic))
                .called(wholeNames())));
        if (originalName != null) {
            all.add(complete(Description.ofFullName(originalName)));
        }
        if (latvianName != null) {
            all.add(complete(Description.ofFullName(latvianName)));
        }
        return all;
    }

    private Set<String> wholeNames() {
        var keys = WholeName.keys(familyName, givenNames);
        if (patronymic != null) {
            keys.addAll(WholeName.keys(familyName, givenNames, patronymic));
        }
        if (originalName != null) {
            keys.addAll(WholeName.keys(originalName));
        }
        return keys;
    }

    private Description complete(Description.Writing description) {
        description
                .born(IndexRows.parts(birthDate))
                .sex(sex.charAt(0))
                .bornIn(Objects.requireNonNullElse(birthPlace, ""));
        nationalities.forEach(description::of);
        documents.forEach(description::holding);
        return description.done();
    }
}
