package lv.vmis.register.check;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.reading.DocumentNumbers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Persons as the register knew them at a past moment, for a check that asks how it would have been answered then: which records were one
 * person, what they said, which bans were known. Whom a traveller may mean is found by what is known today.
 */
@Component
class PastPersons {

    private static final TypeReference<Map<String, Object>> STATE = new TypeReference<>() {};

    private static final List<String> NATIONALITIES = List.of("nationality", "nationality_2", "nationality_3");

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PastPersons(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, RegisterClock.RIGA);
    }

    /** What was found, as it was known then; who was not known then is left out. */
    Judgement.Found known(Judgement.Found found, Traveller asked, Instant moment) {
        var heads = Stream.of(found.byDocument(), found.byName(), found.byBirth(), found.byLikeness())
                .flatMap(List::stream)
                .map(known -> known.person().value())
                .distinct()
                .toArray(UUID[]::new);
        if (heads.length == 0) {
            return found;
        }
        var then = then(heads, moment);
        var number = asked.number() == null ? "" : DocumentNumbers.key(asked.number());
        return new Judgement.Found(
                of(found.byDocument(), then).stream()
                        .filter(known -> known.papers().stream()
                                .anyMatch(paper -> paper.numberKey().equals(number)))
                        .toList(),
                of(found.byName(), then),
                of(found.byBirth(), then),
                of(found.byLikeness(), then));
    }

    private static List<Known> of(List<Known> today, Map<UUID, List<Known>> then) {
        return today.stream()
                .flatMap(known -> then.getOrDefault(known.person().value(), List.of()).stream())
                .toList();
    }

    /** By who is the head today: several, where records were joined since. */
    private Map<UUID, List<Known>> then(UUID[] heads, Instant moment) {
        var groups = groups(heads, moment);
        var records = groups.values().stream()
                .flatMap(Set::stream)
                .flatMap(group -> group.records().stream())
                .distinct()
                .toArray(UUID[]::new);
        var facts = new Facts(records, moment);
        var then = new LinkedHashMap<UUID, List<Known>>();
        groups.forEach((head, some) -> then.put(
                head,
                some.stream()
                        .map(facts::known)
                        .filter(known -> !known.identities().isEmpty())
                        .toList()));
        return then;
    }

    /**
     * Records that were one person then.
     *
     * @param person the one it is named by
     * @param number of that record
     */
    private record Group(UUID person, long number, Set<UUID> records) {}

    private Map<UUID, Set<Group>> groups(UUID[] heads, Instant moment) {
        var numbers = new HashMap<UUID, Long>();
        var clusters = new LinkedHashMap<UUID, Set<Set<UUID>>>();
        jdbc.sql(RECORDS).param("heads", heads).param("moment", utc(moment)).query(row -> {
            numbers.put(row.getObject("id", UUID.class), row.getLong("number"));
            clusters.computeIfAbsent(row.getObject("head_id", UUID.class), _ -> new LinkedHashSet<>())
                    .add(new LinkedHashSet<>(
                            Arrays.asList((UUID[]) row.getArray("records").getArray())));
        });
        var groups = new LinkedHashMap<UUID, Set<Group>>();
        clusters.forEach((head, sets) -> {
            var some = new LinkedHashSet<Group>();
            for (var records : sets) {
                var person = records.contains(head) ? head : records.iterator().next();
                some.add(new Group(person, numbers.getOrDefault(person, 0L), records));
            }
            groups.put(head, some);
        });
        return groups;
    }

    /** What the records said then. */
    private final class Facts {

        private final Map<UUID, List<Said>> said = new HashMap<>();
        private final Map<UUID, List<KnownBan>> bans = new HashMap<>();
        private final Map<UUID, List<String>> open = new HashMap<>();

        private record Said(String kind, Map<String, Object> state, Instant notedAt) {}

        Facts(UUID[] records, Instant moment) {
            jdbc.sql(FACTS)
                    .param("records", records)
                    .param("moment", utc(moment))
                    .query(row -> {
                        said.computeIfAbsent(person(row), _ -> new ArrayList<>())
                                .add(new Said(
                                        row.getString("kind"),
                                        json.readValue(row.getString("state"), STATE),
                                        row.getObject("noted_at", OffsetDateTime.class)
                                                .toInstant()));
                    });
            jdbc.sql(BANS)
                    .param("records", records)
                    .param("moment", utc(moment))
                    .param("day", dayOf(moment))
                    .query(row -> {
                        bans.computeIfAbsent(person(row), _ -> new ArrayList<>())
                                .add(Checks.ban(row));
                    });
            jdbc.sql(OPEN_DECISIONS)
                    .param("records", records)
                    .param("moment", utc(moment))
                    .param("day", dayOf(moment))
                    .query(row -> {
                        open.computeIfAbsent(person(row), _ -> new ArrayList<>())
                                .add(row.getString("number"));
                    });
        }

        private static UUID person(ResultSet row) throws SQLException {
            return row.getObject("person_id", UUID.class);
        }

        Known known(Group group) {
            return new Known(
                    new PersonId(group.person()),
                    group.number(),
                    all(said, group)
                            .filter(one -> one.kind().equals("IDENTITY"))
                            .sorted(Comparator.comparing((Said one) ->
                                            !"PRIMARY".equals(one.state().get("kind")))
                                    .thenComparing(Said::notedAt))
                            .map(Facts::identity)
                            .toList(),
                    all(said, group)
                            .filter(one -> one.kind().equals("DOCUMENT"))
                            .map(Facts::paper)
                            .toList(),
                    all(bans, group).toList(),
                    all(open, group).toList());
        }

        private static <T> Stream<T> all(Map<UUID, List<T>> of, Group group) {
            return group.records().stream()
                    .map(of::get)
                    .filter(Objects::nonNull)
                    .flatMap(Collection::stream);
        }

        private static Known.Identity identity(Said said) {
            return new Known.Identity(
                    required(said, "family_name"),
                    text(said, "given_names"),
                    text(said, "patronymic"),
                    text(said, "original_name"),
                    required(said, "sex"),
                    PartialDate.valueOf(required(said, "birth_date")),
                    NATIONALITIES.stream()
                            .map(name -> text(said, name))
                            .filter(Objects::nonNull)
                            .sorted()
                            .toList());
        }

        private static Known.Paper paper(Said said) {
            var number = required(said, "number");
            return new Known.Paper(number, DocumentNumbers.key(number), required(said, "issuer"));
        }

        private static @Nullable String text(Said said, String name) {
            var value = said.state().get(name);
            return value == null ? null : value.toString();
        }

        private static String required(Said said, String name) {
            return Objects.requireNonNullElse(text(said, name), "");
        }
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    static final String RECORDS = """
            select m.head_id, m.id, m.number, array(select r from records_known_at(m.id, :moment) r order by r) as records
              from person m
             where m.head_id = any(:heads) and m.entered_at <= :moment
             order by m.head_id, m.id
            """;

    static final String FACTS = """
            select f.person_id, f.kind, f.state, f.noted_at
              from fact f
             where f.person_id = any(:records) and f.kind in ('IDENTITY', 'DOCUMENT') and f.noted_at <= :moment
            union all
            select p.person_id, p.kind, p.state, p.noted_at
              from fact_past p
             where p.person_id = any(:records) and p.kind in ('IDENTITY', 'DOCUMENT') and p.noted_at <= :moment and p.until_at > :moment
             order by noted_at desc
            """;

    // As the view ban_clock leaves out a ban that was cancelled before it began.
    static final String BANS = """
            select k.person_id, k.territory, k.from_day, k.to_day,
                   case when k.to_day is null then b.term_months else coalesce(b.term_months, 0) end as term_months,
                   d.number as decision_number, d.institution, k.legal_basis, d.decided_on
              from bans_known(:moment, :day) k
              join ban b on b.id = k.id
              join decision d on d.id = k.decision_id
             where k.person_id = any(:records) and (k.cancelled_on is null or k.cancelled_on > k.from_day)
             order by k.territory, k.from_day
            """;

    static final String OPEN_DECISIONS = """
            select d.person_id, d.number
              from decision d
             where d.person_id = any(:records) and d.signed_at <= :moment and d.kind <> 'ENTRY_BAN'
               and not exists (select 1 from departure e where e.decision_id = d.id and e.confirmed_at <= :moment)
               and not exists (select 1 from follow_up f
                                where f.decision_id = d.id and f.ban_id is null and f.kind = 'CANCEL'
                                  and f.signed_at <= :moment and f.effect_on <= :day)
               and not exists (select 1 from remedy r
                                where r.decision_id = d.id and r.result = 'CANCELLED' and r.resolved_at <= :moment
                                  and r.result_on <= :day)
             order by d.signed_at
            """;
}
