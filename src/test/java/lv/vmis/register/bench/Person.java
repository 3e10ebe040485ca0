package lv.vmis.register.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An invented person as he truly is; what is written about him differs. The root is the surname before it is inflected. */
record Person(
        long number,
        Culture culture,
        String state,
        boolean woman,
        List<Part> root,
        List<Part> surname,
        @Nullable List<Part> former,
        List<Part> given,
        BirthDate birth,
        String document) {

    String sex() {
        return woman ? "F" : "M";
    }

    Person withSurname(List<Part> other) {
        return new Person(number, culture, state, woman, root, other, surname, given, birth, document);
    }
}
