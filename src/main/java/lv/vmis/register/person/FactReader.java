package lv.vmis.register.person;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.reading.PersonalCode;
import lv.vmis.register.reference.Codes;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.reference.Country;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the fields of a fact as typed into values as stored, against the code lists in force. */
@Component
class FactReader {

    private static final Pattern PERSON = Pattern.compile("(?i)\\s*P?-?0*([1-9][0-9]{0,17})\\s*");
    private static final Pattern POSTCODE = Pattern.compile("(?i)LV-?([0-9]{4})");
    private static final Pattern REGISTER_CODE = Pattern.compile("[0-9]{9}");

    private final Codes codes;
    private final Countries countries;
    private final Facts facts;

    FactReader(Codes codes, Countries countries, Facts facts) {
        this.codes = codes;
        this.countries = countries;
        this.facts = facts;
    }

    /** The values of a fact; those of fields that somebody may not see stay as they were. */
    Outcome<Map<String, String>> read(
            FactKind kind, Map<String, String> typed, Map<String, String> before, Actor by, LocalDate today) {
        var in = new Parse(today);
        var values = new LinkedHashMap<>(before);
        for (var field : kind.fields(by)) {
            var value = read(field, typed.get(field.name()), in, today);
            if (value == null) {
                values.remove(field.name());
            } else {
                values.put(field.name(), value);
            }
        }
        switch (kind) {
            case IDENTITY -> identity(values, in, today);
            case DOCUMENT -> document(values, in, today);
            case ADDRESS -> address(values, in);
            case KINSHIP -> kinship(values, in);
            case WARNING -> {
                if ("ASSESSMENT".equals(values.get("basis")) && !values.containsKey("details")) {
                    refuse(in, "details", PersonRefusal.ASSESSMENT_UNEXPLAINED);
                }
            }
            case VULNERABILITY, MARK, REMARK -> {}
        }
        inOrder(values, "valid_from", "valid_to", PersonRefusal.ENDS_BEFORE_START, in);
        return in.into(() -> values);
    }

    private @Nullable String read(FactField field, @Nullable String typed, Parse in, LocalDate today) {
        if (typed == null || typed.isBlank()) {
            if (field.required()) {
                in.refuse(field.name(), EdgeRefusal.REQUIRED);
            }
            return null;
        }
        var name = field.name();
        return switch (field.type()) {
            case TEXT, STORY ->
                (field.required()
                                ? in.text(name, typed, field.longest())
                                : in.optionalText(name, typed, field.longest()))
                        .orNull();
            case CODE ->
                in.code(name, typed, code -> codes.isInForce(Objects.requireNonNull(field.list()), code, today))
                        .orNull();
            case NATIONALITY -> country(in, name, typed, one -> one.isNationality() || one.specimen());
            case BIRTH_COUNTRY -> country(in, name, typed, Country::isBirthCountry);
            case ISSUER -> country(in, name, typed, Country::isIssuer);
            case DAY -> text(in.optionalDay(name, typed).orNull());
            case BIRTH_DATE -> text(in.birthDate(name, typed).orNull());
            case PERSON -> person(in, name, typed);
        };
    }

    private @Nullable String country(Parse in, String field, String typed, Predicate<Country> allowed) {
        return in.found(
                        field,
                        typed,
                        text -> countries
                                .accept(text, allowed)
                                .map(Country::code)
                                .orElse(null),
                        PersonRefusal.COUNTRY_UNKNOWN)
                .orNull();
    }

    private @Nullable String person(Parse in, String field, String typed) {
        var number = PERSON.matcher(typed);
        if (!number.matches() || !facts.exists(Long.parseLong(number.group(1)))) {
            in.refuse(field, PersonRefusal.NUMBER_UNKNOWN, typed.strip());
            return null;
        }
        return number.group(1);
    }

    /** The register holds foreigners: neither citizens nor non-citizens of Latvia (Immigration Law s. 1). */
    private void identity(Map<String, String> values, Parse in, LocalDate today) {
        for (var place : List.of("", "_2", "_3")) {
            var nationality = values.get("nationality" + place);
            var type = values.get("nationality_type" + place);
            if ("LVA".equals(nationality) || "NON_CITIZEN".equals(type)) {
                refuse(in, "nationality" + place, PersonRefusal.NOT_A_FOREIGNER);
            }
            if (nationality != null
                    && countries.find(nationality).filter(Country::specimen).isPresent()) {
                refuse(in, "nationality" + place, PersonRefusal.SPECIMEN);
            }
            if ((nationality == null) != (type == null)) {
                refuse(in, (nationality == null ? "nationality" : "nationality_type") + place, EdgeRefusal.REQUIRED);
            }
        }
        var nationalities = Stream.of("nationality", "nationality_2", "nationality_3")
                .map(values::get)
                .filter(Objects::nonNull)
                .toList();
        if (nationalities.stream().distinct().count() < nationalities.size()) {
            refuse(in, "nationality_2", PersonRefusal.NATIONALITY_TWICE);
        }
        personalCode(values, in);
        var born = values.get("birth_date");
        if (born != null && PartialDate.valueOf(born).earliest().isAfter(today)) {
            refuse(in, "birth_date", EdgeRefusal.DATE_IN_FUTURE);
        }
    }

    private static void personalCode(Map<String, String> values, Parse in) {
        var code = values.get("personal_code");
        var country = values.get("personal_code_country");
        if ((code == null) != (country == null)) {
            refuse(in, code == null ? "personal_code" : "personal_code_country", EdgeRefusal.REQUIRED);
        } else if (code != null && "LVA".equals(country)) {
            switch (PersonalCode.parse(code)) {
                case PersonalCode.Reading.Old(var read, var _) -> values.put("personal_code", read.value());
                case PersonalCode.Reading.New(var read) -> values.put("personal_code", read.value());
                case PersonalCode.Reading.BadChecksum _ -> refuse(in, "personal_code", PersonRefusal.CODE_CHECKSUM);
                case PersonalCode.Reading.ImpossibleDate _, PersonalCode.Reading.NotACode _ ->
                    refuse(in, "personal_code", PersonRefusal.NOT_A_CODE);
            }
        }
    }

    private static void document(Map<String, String> values, Parse in, LocalDate today) {
        var number = values.get("number");
        if (number != null && number.codePoints().noneMatch(Character::isLetterOrDigit)) {
            refuse(in, "number", EdgeRefusal.UNREADABLE_CHARACTERS);
        }
        var issued = values.get("issued_on");
        if (issued != null && LocalDate.parse(issued).isAfter(today)) {
            refuse(in, "issued_on", EdgeRefusal.DATE_IN_FUTURE);
        }
        inOrder(values, "issued_on", "expires_on", PersonRefusal.ENDS_BEFORE_START, in);
        var state = values.get("state");
        if (state != null && !state.equals("USABLE") && !values.containsKey("state_on")) {
            refuse(in, "state_on", EdgeRefusal.REQUIRED);
        }
    }

    /** In Latvia the parts are known and make the line; abroad the line is as the person says. */
    private static void address(Map<String, String> values, Parse in) {
        var parts = List.of("place", "street", "house", "flat", "postcode", "register_code");
        if (!"LVA".equals(values.get("country"))) {
            for (var part : parts) {
                if (values.containsKey(part)) {
                    refuse(in, part, PersonRefusal.ONLY_IN_LATVIA);
                }
            }
            if (!values.containsKey("text")) {
                refuse(in, "text", EdgeRefusal.REQUIRED);
            }
            return;
        }
        if (!values.containsKey("place")) {
            refuse(in, "place", EdgeRefusal.REQUIRED);
        }
        var code = values.get("register_code");
        if (code != null && !REGISTER_CODE.matcher(code).matches()) {
            refuse(in, "register_code", PersonRefusal.NOT_A_REGISTER_CODE);
        }
        var postcode = values.get("postcode");
        if (postcode != null) {
            var digits = POSTCODE.matcher(postcode);
            if (digits.matches()) {
                values.put("postcode", "LV-" + digits.group(1));
            } else {
                refuse(in, "postcode", PersonRefusal.NOT_A_POSTCODE);
            }
        }
        values.put("text", line(values));
    }

    private static String line(Map<String, String> values) {
        var street = Stream.of("street", "house")
                .map(values::get)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        var flat = values.get("flat");
        return Stream.of(flat == null ? street : street + "–" + flat, values.get("place"), values.get("postcode"))
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static void kinship(Map<String, String> values, Parse in) {
        if (!values.containsKey("relative") && !values.containsKey("name")) {
            refuse(in, "relative", PersonRefusal.RELATIVE_UNKNOWN);
        }
        if (values.containsKey("relative")) {
            // Who is in the register is described there.
            values.remove("name");
            values.remove("birth_date");
        }
    }

    private static void inOrder(Map<String, String> values, String from, String to, PersonRefusal mistake, Parse in) {
        var first = values.get(from);
        var last = values.get(to);
        if (first != null && last != null && first.compareTo(last) > 0) {
            refuse(in, to, mistake);
        }
    }

    private static void refuse(Parse in, String field, lv.vmis.register.kernel.RefusalCode code) {
        if (!in.noted(field)) {
            in.refuse(field, code);
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
