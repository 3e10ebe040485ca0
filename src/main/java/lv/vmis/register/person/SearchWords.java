package lv.vmis.register.person;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.reference.Codes;
import lv.vmis.register.reference.Countries;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was searched for, in words, part by part. */
@Component
class SearchWords {

    private final Countries countries;
    private final Codes codes;

    SearchWords(Countries countries, Codes codes) {
        this.countries = countries;
        this.codes = codes;
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
        if (criteria.narrowing() != null) {
            add(words, criteria.narrowing(), f);
        }
        return words;
    }

    private void add(Map<String, String> words, Narrowing narrowing, Frame f) {
        add(words, f.t("person.matter"), narrowing.matter());
        var sex = narrowing.sex();
        add(words, f.t("person.sex"), sex == null ? null : codes.text("sex", sex, f.language()));
        add(words, f.t("person.place"), narrowing.place());
        add(words, f.t("person.found-on"), days(narrowing.foundFrom(), narrowing.foundTo(), f));
        add(words, f.t("person.decided-on"), days(narrowing.decidedFrom(), narrowing.decidedTo(), f));
        add(
                words,
                f.t("person.status"),
                narrowing.statuses().isEmpty()
                        ? null
                        : narrowing.statuses().stream()
                                .map(status -> f.name("person.status", status))
                                .collect(Collectors.joining(", ")));
    }

    private static @Nullable String days(@Nullable LocalDate from, @Nullable LocalDate to, Frame f) {
        return from == null && to == null ? null : f.day(from) + " – " + f.day(to);
    }

    private static void add(Map<String, String> words, String label, @Nullable String value) {
        if (value != null) {
            words.put(label, value);
        }
    }
}
