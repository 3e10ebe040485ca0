package lv.vmis.register.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.matching.PersonIndex;
import lv.vmis.register.matching.Weights;
import lv.vmis.register.person.IndexedIdentity;
import lv.vmis.register.person.LikelyPersons;
import lv.vmis.register.reading.DocumentNumbers;

/**
 * Persons of a list that was taken along, asked without the register: by the same rule, over the same index, as {@link Check}. What
 * the register finds with SQL is found here in memory.
 */
public final class ListedPersons implements CheckIndex {

    private final PersonIndex index;
    private final Map<Long, Known> byNumber = new HashMap<>();
    private final Map<String, List<Known>> byPaper = new HashMap<>();
    private final Map<String, List<Known>> byBirth = new HashMap<>();
    private final NavigableMap<String, List<Named>> byWord = new TreeMap<>();
    private final Map<String, Set<PersonId>> apart = new HashMap<>();

    /** A name of a person as the register folds it. */
    private record Named(String key, Known known) {}

    /**
     * A person of the list.
     *
     * @param nameKeys the folded names of each identity
     * @param cleared marks of travellers whom an inspector has told apart from him
     */
    public record Listed(Known known, List<String> nameKeys, List<IndexedIdentity> identities, List<String> cleared) {

        public Listed {
            nameKeys = List.copyOf(nameKeys);
            cleared = List.copyOf(cleared);
            identities = List.copyOf(identities);
        }
    }

    public ListedPersons(Iterable<Listed> persons) {
        var building = new PersonIndex.Builder();
        for (var listed : persons) {
            var known = listed.known();
            byNumber.put(known.number(), known);
            known.papers().stream().map(Known.Paper::numberKey).distinct().forEach(key -> add(byPaper, key, known));
            known.identities().stream()
                    .flatMap(identity -> identity.nationalities().stream()
                            .map(nationality -> birth(
                                    nationality,
                                    identity.birthDate().earliest(),
                                    identity.birthDate().latest())))
                    .distinct()
                    .forEach(key -> add(byBirth, key, known));
            for (var key : listed.nameKeys()) {
                var named = new Named(key, known);
                Stream.of(key.strip().split(" "))
                        .distinct()
                        .forEach(word -> byWord.computeIfAbsent(word, _ -> new ArrayList<>(1))
                                .add(named));
            }
            listed.cleared()
                    .forEach(mark ->
                            apart.computeIfAbsent(mark, _ -> new HashSet<>()).add(known.person()));
            listed.identities()
                    .forEach(identity ->
                            identity.descriptions().forEach(description -> building.add(known.number(), description)));
        }
        index = building.done(Weights.current());
    }

    /**
     * The answer the register would give on the day.
     *
     * @param percent from how likely on whoever is like the traveller is weighed, 1 to 99
     */
    public Judgement answer(Traveller asked, int percent, LocalDate day) {
        var cleared = Bearer.of(asked).map(Bearer::mark).map(apart::get).orElse(Set.of());
        return Judgement.of(asked, find(asked, Thresholds.bits(percent)), cleared, day);
    }

    @Override
    public List<Judgement.Found> find(List<Asked> asked) {
        return asked.stream().map(one -> find(one.traveller(), one.least())).toList();
    }

    private Judgement.Found find(Traveller asked, double from) {
        return new Judgement.Found(byDocument(asked), byName(asked), byBirth(asked), byLikeness(asked, from));
    }

    @Override
    public String weights() {
        return index.weights();
    }

    private List<Known> byDocument(Traveller asked) {
        return asked.number() == null
                ? List.of()
                : byPaper.getOrDefault(DocumentNumbers.key(asked.number()), List.of());
    }

    private List<Known> byName(Traveller asked) {
        if (asked.familyName() == null) {
            return List.of();
        }
        var given = asked.givenNames() == null ? List.of("") : words(asked.givenNames(), asked.namesCut());
        return Names.words(asked.familyName()).stream()
                .flatMap(word -> with(word, asked.namesCut()))
                .filter(named -> given.isEmpty() || given.stream().anyMatch(padded(named.key())::contains))
                .map(Named::known)
                .distinct()
                .toList();
    }

    /** Words as they stand in a padded key; the last may go on where the name was cut. */
    private static List<String> words(String name, boolean cut) {
        return Names.words(name).stream()
                .map(word -> cut ? " " + word : " " + word + " ")
                .toList();
    }

    private static String padded(String key) {
        return " " + key.strip() + " ";
    }

    private Stream<Named> with(String word, boolean cut) {
        return cut
                ? byWord.subMap(word, true, word + Character.MAX_VALUE, false).values().stream()
                        .flatMap(List::stream)
                : byWord.getOrDefault(word, List.of()).stream();
    }

    private List<Known> byBirth(Traveller asked) {
        var birth = asked.birthDate();
        return asked.familyName() != null || asked.number() == null || birth == null || asked.nationality() == null
                ? List.of()
                : byBirth.getOrDefault(birth(asked.nationality(), birth.earliest(), birth.latest()), List.of());
    }

    private List<Known> byLikeness(Traveller asked, double from) {
        return asked.familyName() == null
                ? List.of()
                : LikelyPersons.numbers(asked.description(), from, index).stream()
                        .map(byNumber::get)
                        .<Known>mapMulti((known, found) -> {
                            if (known != null) {
                                found.accept(known);
                            }
                        })
                        .toList();
    }

    private static String birth(String nationality, LocalDate earliest, LocalDate latest) {
        return nationality + earliest + latest;
    }

    private static void add(Map<String, List<Known>> map, String key, Known known) {
        map.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(known);
    }
}
