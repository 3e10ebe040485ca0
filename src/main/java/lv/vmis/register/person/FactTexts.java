package lv.vmis.register.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Option;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.reference.Choices;
import lv.vmis.register.reference.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The values of facts as a page shows them and as a form has them typed, in the language of the page. */
@Component
public class FactTexts {

    private final Names names;
    private final Choices choices;

    FactTexts(Names names, Choices choices) {
        this.names = names;
        this.choices = choices;
    }

    /** As read by people; nothing for a field without a value. */
    public String shown(Frame f, FactField field, @Nullable String value) {
        if (value == null) {
            return "";
        }
        return field.isCode() ? names.of(f, Objects.requireNonNull(field.list()), value) : typed(f, field, value);
    }

    /** As typed into a form, so that it is read back as the same value. */
    public String typed(Frame f, FactField field, @Nullable String value) {
        if (value == null) {
            return "";
        }
        return switch (field.type()) {
            case TEXT, STORY, CODE -> value;
            case NATIONALITY, BIRTH_COUNTRY, ISSUER -> names.country(f, value);
            case DAY -> f.day(LocalDate.parse(value));
            case BIRTH_DATE -> f.day(PartialDate.valueOf(value));
            case PERSON -> "P-%07d".formatted(Long.parseLong(value));
        };
    }

    /** The choices of a field with a code. */
    public List<Option> options(Frame f, FactField field) {
        return choices.of(Objects.requireNonNull(field.list()), f);
    }

    public List<Option> reasons(Frame f) {
        return choices.of("correction_reason", f);
    }

    public List<Option> countries(Frame f) {
        return choices.countries(f);
    }

    public String reason(Frame f, String code) {
        return names.of(f, "correction_reason", code);
    }
}
