package lv.vmis.register.training;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An invented person whom the old registers know: the truth, before anybody typed it. */
record OldPerson(
        long number,
        Culture culture,
        boolean male,
        Culture.Name family,
        Culture.Name given,
        Culture.@Nullable Name father,
        @Nullable String patronymic,
        LocalDate born,
        boolean yearOnly,
        String place,
        @Nullable String document,
        LocalDate issued,
        LocalDate expires) {

    String surname() {
        return male ? family.latin() : culture.forWoman(family).latin();
    }

    /** The surname in its own letters, of a woman as a woman bears it. */
    Culture.Name surnames() {
        return male ? family : culture.forWoman(family);
    }

    String birthDate() {
        return yearOnly ? born.getYear() + "-00-00" : born.toString();
    }
}
