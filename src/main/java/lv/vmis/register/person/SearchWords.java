package lv.vmis.register.person;

import java.util.LinkedHashMap;
import java.util.Map;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.reference.Countries;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was searched for, in words, part by part. */
@Component
class SearchWords {

    private final Countries countries;

    SearchWords(Countries countries) {
        this.countries = countries;
    }

    Map<String, String> of(SearchCriteria criteria, Frame f) {
        var words = new LinkedHashMap<String, String>();
        add(words, f.t("person.name"), criteria.name());
        var birth = criteria.birthDate();
        add(
                words,
                f.t("person.birth-date"),
                birth == null ? null : PartialDate.valueOf(birth).shown());
        var nationality = criteria.nationality();
        add(words, f.t("person.nationality"), nationality == null ? null : countries.name(nationality, f.language()));
        add(words, f.t("person.document-number"), criteria.documentNumber());
        var issuer = criteria.documentIssuer();
        add(words, f.t("person.document-issuer"), issuer == null ? null : countries.name(issuer, f.language()));
        add(words, f.t("person.personal-code"), criteria.personalCode());
        var number = criteria.number();
        add(words, f.t("person.number"), number == null ? null : "P-%07d".formatted(number));
        return words;
    }

    private static void add(Map<String, String> words, String label, @Nullable String value) {
        if (value != null) {
            words.put(label, value);
        }
    }
}
