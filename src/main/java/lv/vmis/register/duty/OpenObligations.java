package lv.vmis.register.duty;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lv.vmis.register.duty.WaitPlace.Group;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.Rows;
import lv.vmis.register.reference.LegalParameters;
import lv.vmis.register.returns.Obligation;
import lv.vmis.register.returns.Obligations;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What has to be done beside the next steps of cases: some hundreds at most, each worked out by the module that knows its rule. */
@Component
class OpenObligations {

    record Named(UUID id, String familyName, @Nullable String givenNames, PartialDate birthDate) {}

    private final List<Obligations> sources;
    private final LegalParameters parameters;
    private final JdbcClient jdbc;
    private final Clock clock;

    OpenObligations(List<Obligations> sources, LegalParameters parameters, JdbcClient jdbc, Clock clock) {
        this.sources = List.copyOf(sources);
        this.parameters = parameters;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<OpenObligation> of(Predicate<Obligation> wanted) {
        return under(parameters, wanted);
    }

    /** As the law has it that is in force or only tried; in the order in which they wait. */
    List<OpenObligation> under(LegalParameters law, Predicate<Obligation> wanted) {
        var found = sources.stream()
                .flatMap(source -> source.open(law).stream())
                .filter(wanted)
                .toList();
        var names = named(found);
        var now = clock.instant();
        return found.stream()
                .map(one -> shown(one, group(one, now), names))
                .sorted(Comparator.comparing(OpenObligation::place))
                .toList();
    }

    /** Those about persons one of whose names begins with each of the words. */
    List<OpenObligation> named(String name) {
        var words = WaitingCases.words(name);
        if (words.length == 0) {
            return List.of();
        }
        var all = of(one -> one.personId() != null);
        var persons = all.stream()
                .map(one ->
                        Objects.requireNonNull(one.what().personId()).value().toString())
                .toArray(String[]::new);
        var meant = Set.copyOf(jdbc.sql(MEANT)
                .param("persons", persons)
                .param("words", words)
                .query(UUID.class)
                .list());
        return all.stream()
                .filter(one -> meant.contains(
                        Objects.requireNonNull(one.what().personId()).value()))
                .toList();
    }

    private static Group group(Obligation one, Instant now) {
        var isPast = one.term().until().isPast(now);
        if (one.hasTerm()) {
            return isPast ? Group.OVERDUE : Group.DUE;
        }
        return isPast ? Group.STALLED : Group.WAITING;
    }

    private Map<UUID, Named> named(List<Obligation> found) {
        var persons = found.stream()
                .map(Obligation::personId)
                .filter(Objects::nonNull)
                .map(person -> person.value().toString())
                .distinct()
                .toArray(String[]::new);
        return persons.length == 0
                ? Map.of()
                : jdbc.sql(NAMES).param("persons", persons).query(Rows.of(Named.class)).list().stream()
                        .collect(Collectors.toMap(Named::id, Function.identity()));
    }

    private static OpenObligation shown(Obligation one, Group group, Map<UUID, Named> names) {
        var person = one.personId();
        var named = person == null ? null : names.get(person.value());
        if (named == null) {
            return new OpenObligation(one, group, null, null, null, null);
        }
        var family = named.familyName().toUpperCase(Locale.ROOT);
        var given = named.givenNames();
        return new OpenObligation(
                one,
                group,
                named.familyName(),
                given,
                given == null ? family : family + " " + given,
                named.birthDate());
    }

    private static final String PERSONS = """
              from person p
              join identity i on i.person_id = p.head_id and i.kind = 'PRIMARY'
             where p.id = any(cast(cast(:persons as text[]) as uuid[]))
            """;

    static final String NAMES = """
            select p.id, i.family_name, i.given_names, i.birth_date
            """ + PERSONS;

    static final String MEANT = """
            select p.id
            """ + PERSONS + """
               and exists (select from identity x
                             join person q on q.id = x.person_id
                            where q.head_id = p.head_id and x.name_key like all (cast(:words as text[])))
            """;
}
