package lv.vmis.register.legacy.taking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.legacy.meaning.Meaning;
import lv.vmis.register.legacy.meaning.Who;
import lv.vmis.register.legacy.value.OldName;
import lv.vmis.register.person.PersonTakenOver;
import lv.vmis.register.reading.DocumentNumbers;
import org.jspecify.annotations.Nullable;

/** Makes of what a row means a person of this register. */
final class TakenPerson {

    /** The ICAO code of an issuer that is not known. */
    private static final String NOT_KNOWN = "XXX";

    private final Meaning meaning;
    private final Who who;
    private final List<String> notes = new ArrayList<>();

    private TakenPerson(Meaning meaning) {
        this.meaning = meaning;
        this.who = meaning.who();
        who.notes().forEach(note -> notes.add(label(note.field()) + ": " + note.text()));
    }

    static PersonTakenOver of(Meaning meaning, PersonId id) {
        return new TakenPerson(meaning).person(id);
    }

    private PersonTakenOver person(PersonId id) {
        var documents = documents();
        return new PersonTakenOver(
                id,
                meaning.table().register().name(),
                identities(),
                documents,
                who.addresses().stream()
                        .distinct()
                        .map(place -> new PersonTakenOver.Address(place.country(), place.text()))
                        .toList(),
                notes.isEmpty() ? List.of() : List.of(String.join("\n", notes)),
                who.marks());
    }

    private List<PersonTakenOver.Identity> identities() {
        var latvian = who.form() == OldName.Form.LATVIANISED
                ? Stream.of(who.given(), who.surname())
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.joining(" "))
                : null;
        var identities = new ArrayList<PersonTakenOver.Identity>();
        identities.add(identity("PRIMARY", who.surname(), none(who.given()), latvian));
        who.others()
                .forEach(other -> identities.add(identity(
                        other.kind().name(),
                        other.surname() == null ? who.surname() : other.surname(),
                        other.given() == null ? none(who.given()) : other.given(),
                        null)));
        return identities;
    }

    private PersonTakenOver.Identity identity(
            String kind, String surname, @Nullable String given, @Nullable String latvian) {
        var isPrimary = kind.equals("PRIMARY");
        return new PersonTakenOver.Identity(
                kind,
                surname,
                given,
                none(who.patronymic()),
                latvian,
                who.sex(),
                who.birth(),
                who.birthCountry(),
                none(who.birthPlace()),
                who.nationalities().stream()
                        .distinct()
                        .map(nation -> new PersonTakenOver.Nationality(nation.country(), nation.type()))
                        .toList(),
                isPrimary ? who.personalCode() : null,
                isPrimary && who.personalCode() != null ? who.personalCodeCountry() : null,
                isPrimary ? who.ethnicity() : null);
    }

    /** Each once; one whose days contradict each other keeps its number, and the days go into the note. */
    private List<PersonTakenOver.Document> documents() {
        var known = new HashSet<String>();
        var documents = new ArrayList<PersonTakenOver.Document>();
        for (var paper : who.documents()) {
            var issuer = paper.issuer() == null ? NOT_KNOWN : paper.issuer();
            var issued = paper.issued();
            var expires = paper.expires();
            var inOrder = issued == null || expires == null || !expires.isBefore(issued);
            if (!inOrder) {
                notes.add(paper.number() + ": " + issued + " – " + expires);
            }
            if (known.add(paper.type() + ' ' + DocumentNumbers.key(paper.number()) + ' ' + issuer)) {
                documents.add(new PersonTakenOver.Document(
                        paper.type(),
                        paper.number(),
                        issuer,
                        none(paper.authority()),
                        inOrder ? issued : null,
                        inOrder ? expires : null));
            }
        }
        return documents;
    }

    private String label(String field) {
        return meaning.table()
                .field(field)
                .map(known -> known.meaningLv().replaceFirst("[;(].*", "").strip())
                .orElse(field);
    }

    private static @Nullable String none(String text) {
        return text.isBlank() ? null : text;
    }
}
