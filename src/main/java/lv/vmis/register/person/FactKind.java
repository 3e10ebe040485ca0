package lv.vmis.register.person;

import static lv.vmis.register.person.FactField.birthCountry;
import static lv.vmis.register.person.FactField.birthDate;
import static lv.vmis.register.person.FactField.code;
import static lv.vmis.register.person.FactField.day;
import static lv.vmis.register.person.FactField.issuer;
import static lv.vmis.register.person.FactField.nationality;
import static lv.vmis.register.person.FactField.person;
import static lv.vmis.register.person.FactField.story;
import static lv.vmis.register.person.FactField.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Right;

/** The kinds of facts that officials enter, correct and withdraw one by one, each with a table of the same name. */
public enum FactKind {
    IDENTITY(
            Right.SEE_PERSON,
            text("family_name", 100).must(),
            text("given_names", 100),
            text("patronymic", 100),
            text("original_name", 200),
            text("latvian_name", 200),
            birthDate("birth_date").must(),
            code("sex", "sex").must(),
            nationality("nationality").must(),
            code("nationality_type", "nationality_type").must(),
            nationality("nationality_2"),
            code("nationality_type_2", "nationality_type"),
            nationality("nationality_3"),
            code("nationality_type_3", "nationality_type"),
            birthCountry("birth_country"),
            text("birth_place", 200),
            text("personal_code", 40),
            nationality("personal_code_country"),
            code("marital_status", "marital_status"),
            code("ethnicity", "ethnicity").sensitive(),
            code("kind", "identity_kind").must(),
            day("valid_from"),
            day("valid_to"),
            source()),
    DOCUMENT(
            Right.SEE_PERSON,
            code("type", "document_type").must(),
            text("number", 40).must(),
            issuer("issuer").must(),
            text("authority", 200),
            day("issued_on"),
            day("expires_on"),
            code("standing", "document_standing"),
            code("state", "document_state").must(),
            day("state_on"),
            code("kept", "document_keeping"),
            text("kept_where", 200),
            source()),
    ADDRESS(
            Right.SEE_PERSON,
            code("kind", "address_kind").must(),
            issuer("country").must(),
            text("place", 200),
            text("street", 200),
            text("house", 40),
            text("flat", 20),
            text("postcode", 10),
            text("register_code", 9),
            text("text", 1000),
            day("valid_from"),
            day("valid_to"),
            source()),
    WARNING(
            Right.SEE_PERSON,
            code("warning", "warning").must(),
            code("basis", "flag_basis").must(),
            story("details"),
            day("valid_from").must(),
            day("valid_to"),
            source()),
    VULNERABILITY(
            Right.SEE_SPECIAL,
            code("vulnerability", "vulnerability").must(),
            story("details"),
            day("valid_from").must(),
            day("valid_to"),
            source()),
    MARK(Right.SEE_PERSON, story("text").must(), source()),
    KINSHIP(
            Right.SEE_PERSON,
            code("relation", "kinship").must(),
            person("relative"),
            text("name", 200),
            birthDate("birth_date"),
            source()),
    REMARK(Right.SEE_SPECIAL, story("text").must(), source());

    private final Right right;
    private final List<FactField> fields;

    FactKind(Right right, FactField... fields) {
        this.right = right;
        this.fields = List.of(fields);
    }

    private static FactField source() {
        return code("source", "fact_source").must();
    }

    /** The kind with this name in an address. */
    static Optional<FactKind> at(String path) {
        return Arrays.stream(values()).filter(kind -> kind.path().equals(path)).findFirst();
    }

    /** The kinds somebody may see. */
    public static List<FactKind> openTo(Actor actor) {
        return Arrays.stream(values()).filter(kind -> actor.may(kind.right)).toList();
    }

    /** The fields somebody may see, in the order of forms. */
    public List<FactField> fields(Actor actor) {
        return fields.stream()
                .filter(field -> !field.special() || actor.may(Right.SEE_SPECIAL))
                .toList();
    }

    /** The text that names a field. */
    public String label(FactField field) {
        return "fact." + path() + "." + field.name();
    }

    List<FactField> fields() {
        return fields;
    }

    boolean isOpenTo(Actor actor) {
        return actor.may(right);
    }

    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }
}
