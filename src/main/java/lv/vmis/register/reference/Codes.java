package lv.vmis.register.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lv.vmis.register.kernel.Language;
import org.springframework.stereotype.Component;

/** The generic code lists: what may be chosen on a day, and how a stored code reads even after it has expired. */
@Component
public class Codes {

    private final ReferenceData data;

    Codes(ReferenceData data) {
        this.data = data;
    }

    public List<CodeList> lists() {
        return data.now().codeLists().stream().filter(list -> !list.ownTable()).toList();
    }

    /** An unknown list is a mistake in the program, so it throws. */
    public CodeList list(String list) {
        return lists().stream()
                .filter(candidate -> candidate.list().equals(list))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no code list " + list));
    }

    public List<Code> inForce(String list, LocalDate day) {
        return versions(list).stream().filter(code -> code.isInForce(day)).toList();
    }

    public Optional<Code> find(String list, String code, LocalDate day) {
        return versions(list).stream()
                .filter(candidate -> candidate.code().equals(code) && candidate.isInForce(day))
                .findFirst();
    }

    public boolean isInForce(String list, String code, LocalDate day) {
        return find(list, code, day).isPresent();
    }

    /** Its text within a sentence: without the capital letter a line begins with, unless it is a name, as languages are in English. */
    public String within(String list, String code, Language language) {
        var text = text(list, code, language);
        return list.equals("language") && language == Language.EN
                ? text
                : text.substring(0, 1).toLowerCase(language.locale()) + text.substring(1);
    }

    /** The newest text of the code; the code itself where the list never had it, as may happen in old registers. */
    public String text(String list, String code, Language language) {
        return versions(list).stream()
                .filter(candidate -> candidate.code().equals(code))
                .reduce((older, newer) -> newer.validFrom().isAfter(older.validFrom()) ? newer : older)
                .map(found -> found.text(language))
                .orElse(code);
    }

    private List<Code> versions(String list) {
        var versions = data.now().codes().get(list);
        if (versions == null) {
            throw new IllegalStateException("no code list " + list);
        }
        return versions;
    }
}
