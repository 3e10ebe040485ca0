package lv.vmis.register.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lv.vmis.register.edge.ApiCall;
import lv.vmis.register.edge.Attribute;
import lv.vmis.register.edge.Way;
import lv.vmis.register.journal.Committing;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Samples;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Random requests under random agreements: nothing is answered that is not agreed, nothing that is agreed is kept back, and of an
 * answer exactly the agreed members are told. {@code ./register prove agreements} asks more of them.
 */
@RegisterTest
class AgreedAnswersPropertyTest {

    private static final int REQUESTS = Integer.getInteger("proof.requests", 400);
    /** Requests under one agreement. */
    private static final int EACH = 20;

    private static final List<String> PURPOSES = List.of("CRIMINAL", "BORDER_CHECK", "VISA", "PERMIT", "SECURITY");

    /** Which attribute a member of an answer needs; written from the agreement form, not from the program. */
    private static final Map<String, Set<Attribute>> NEEDS = Map.ofEntries(
            Map.entry("reasons", EnumSet.of(Attribute.REASONS)),
            Map.entry("instruction", EnumSet.of(Attribute.INSTRUCTION)),
            Map.entry("territory", EnumSet.of(Attribute.BAN_TERRITORY)),
            Map.entry("from", EnumSet.of(Attribute.BAN_DAYS)),
            Map.entry("until", EnumSet.of(Attribute.BAN_DAYS)),
            Map.entry("indefinite", EnumSet.of(Attribute.BAN_DAYS)),
            Map.entry("legalBasis", EnumSet.of(Attribute.BAN_LEGAL_BASIS)),
            Map.entry("decision", EnumSet.of(Attribute.BAN_DECISION)),
            Map.entry("decidedOn", EnumSet.of(Attribute.BAN_DECISION)),
            Map.entry("authority", EnumSet.of(Attribute.BAN_AUTHORITY)),
            Map.entry(
                    "bans",
                    EnumSet.of(
                            Attribute.BAN_TERRITORY,
                            Attribute.BAN_DAYS,
                            Attribute.BAN_LEGAL_BASIS,
                            Attribute.BAN_DECISION,
                            Attribute.BAN_AUTHORITY)),
            Map.entry("number", EnumSet.of(Attribute.IDENTITY)),
            Map.entry("identities", EnumSet.of(Attribute.IDENTITY)),
            Map.entry("documents", EnumSet.of(Attribute.DOCUMENTS)),
            Map.entry("persons", EnumSet.of(Attribute.IDENTITY, Attribute.DOCUMENTS)));

    private static final Set<String> RESULT =
            Set.of("verdict", "checkedAt", "journalNumber", "reasons", "bans", "persons", "instruction");
    private static final Set<String> BAN =
            Set.of("territory", "from", "until", "indefinite", "legalBasis", "decision", "decidedOn", "authority");
    private static final Set<String> PERSON = Set.of("holder", "number", "identities", "documents");

    private final MockMvcTester mvc;
    private final AgreementSamples made;
    private final Clock clock;
    private final Samples samples;
    private final JsonMapper json = new JsonMapper();
    private final Map<String, Integer> met = new TreeMap<>();

    AgreedAnswersPropertyTest(
            MockMvcTester mvc,
            AgreementSamples made,
            Clock clock,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            List<Committing> following) {
        this.mvc = mvc;
        this.made = made;
        this.clock = clock;
        this.samples = new Samples(jdbc, transactions, following);
    }

    /** An agreement with how much was asked under it. */
    private static final class Party {
        final String number;
        final Terms terms;
        final boolean suspended;
        int used;

        Party(String number, Terms terms, boolean suspended) {
            this.number = number;
            this.terms = terms;
            this.suspended = suspended;
        }
    }

    /** A request; of persons none is asked about when only access is tried. */
    private record Ask(
            int persons,
            @Nullable String permission,
            @Nullable String purpose,
            boolean hasCase) {}

    @Test
    void nothing_is_told_beyond_an_agreement_and_nothing_agreed_is_kept_back() {
        var seed = Long.getLong("proof.seed", new Random().nextLong());
        var begun = System.nanoTime();
        var random = new Random(seed);
        var banned = banned();
        for (var done = 0; done < REQUESTS; ) {
            var party = party(random);
            for (var i = 0; i < EACH && done < REQUESTS; i++, done++) {
                var ask = ask(random, party);
                try {
                    compare(party, ask, banned, random);
                } catch (AssertionError failure) {
                    throw new AssertionError(
                            "seed %d, request %d: %s under %s, suspended %s, used %d"
                                    .formatted(seed, done, ask, party.terms, party.suspended, party.used),
                            failure);
                }
            }
        }
        if (Integer.getInteger("proof.requests") != null) {
            System.out.println("met: " + met);
            System.out.printf(
                    "| %s | %d | %d | %d | 0 | %d s |%n",
                    LocalDate.now(ZoneId.of("Europe/Riga")),
                    REQUESTS,
                    (REQUESTS + EACH - 1) / EACH,
                    met.getOrDefault("200", 0),
                    (System.nanoTime() - begun) / 1_000_000_000);
        }
        assertThat(met).containsKeys("200", "403");
        if (REQUESTS >= 5_000) {
            assertThat(met).containsKeys("204", "429", "bans", "persons");
        }
    }

    private String banned() {
        var today = LocalDate.now(clock);
        var number = Samples.number();
        var person = samples.banned(Samples.name(), "Hidden", "1990-03-12", "VNM", today.minusYears(1), 36);
        samples.document(person, number, "VNM");
        return number;
    }

    private Party party(Random random) {
        var today = LocalDate.now(clock);
        var now = clock.instant().atZone(RegisterClock.RIGA).toLocalTime().truncatedTo(ChronoUnit.MINUTES);
        var closed = now.getHour() < 12 ? now.plusHours(6) : now.minusHours(6);
        var outside = random.nextInt(8) == 0;
        // All hours but a minute, over midnight.
        var night = !outside && random.nextInt(4) == 0;
        var from = random.nextInt(12) == 0 ? today.plusDays(1) : today.minusDays(random.nextInt(30));
        var ended = random.nextInt(10) == 0 && from.isBefore(today);
        var terms = new Terms(
                "Izdomāts pamats",
                null,
                EnumSet.of(Way.KEY),
                some(random, ApiCall.class, 1),
                some(random, Attribute.class, 0),
                PURPOSES.stream()
                        .filter(one -> one.equals("CRIMINAL") || random.nextBoolean())
                        .toList(),
                null,
                random.nextInt(4) == 0 ? random.nextInt(1, 20) : null,
                outside ? closed : night ? closed.plusMinutes(1) : random.nextInt(3) == 0 ? LocalTime.MIN : null,
                outside ? closed.plusMinutes(1) : night ? closed : null,
                random.nextInt(5) == 0
                        ? List.of(random.nextInt(3) == 0 ? "10.0.0.0/8" : "127.0.0.0/8", "192.168.0.0/16")
                        : List.of(),
                from,
                ended ? today.minusDays(1) : random.nextBoolean() && !from.isAfter(today) ? today : null,
                null,
                "Izdomāta daļa");
        var whole = terms.hoursFrom() != null && terms.hoursTo() == null ? allDay(terms) : terms;
        var number = made.agreed(whole);
        var suspended = random.nextInt(8) == 0;
        if (suspended) {
            made.suspend(number);
        }
        return new Party(number, whole, suspended);
    }

    private static Terms allDay(Terms terms) {
        return new Terms(
                terms.legalBasis(),
                terms.signedOn(),
                terms.ways(),
                terms.services(),
                terms.attributes(),
                terms.purposes(),
                terms.perMinute(),
                terms.perDay(),
                LocalTime.MIN,
                LocalTime.of(23, 59, 59),
                terms.networks(),
                terms.validFrom(),
                terms.validTo(),
                terms.eventsUrl(),
                terms.contact());
    }

    private static <E extends Enum<E>> Set<E> some(Random random, Class<E> values, int least) {
        var chosen = EnumSet.noneOf(values);
        do {
            Arrays.stream(values.getEnumConstants())
                    .filter(_ -> random.nextBoolean())
                    .forEach(chosen::add);
        } while (chosen.size() < least);
        return chosen;
    }

    private static Ask ask(Random random, Party party) {
        return new Ask(
                random.nextInt(4) == 0 ? 0 : random.nextInt(1, 4),
                random.nextInt(12) == 0 ? random.nextBoolean() ? null : "VP-2026-1" : party.number,
                random.nextInt(15) == 0
                        ? null
                        : random.nextInt(4) == 0 ? PURPOSES.get(random.nextInt(PURPOSES.size())) : "CRIMINAL",
                random.nextInt(15) != 0);
    }

    private void compare(Party party, Ask ask, String banned, Random random) {
        var many = ask.persons() > 1;
        var answer = send(party, ask, banned, random.nextBoolean());
        var status = answer.getResponse().getStatus();
        met.merge(String.valueOf(status), 1, Integer::sum);
        assertThat(status).isEqualTo(expected(party, ask, many));
        if (status != 200) {
            return;
        }
        var told = read(answer);
        if (many) {
            assertThat(told.get("answers")).hasSize(ask.persons());
            told.get("answers").forEach(one -> assertTold(one.get("result"), party.terms.attributes()));
        } else {
            assertTold(told, party.terms.attributes());
        }
    }

    private static int secondsFrom(LocalTime from, LocalTime to) {
        return Math.floorMod(to.toSecondOfDay() - from.toSecondOfDay(), 24 * 60 * 60);
    }

    /** What the agreement says of such a request, one rule after another; what is let in is counted. */
    private int expected(Party party, Ask ask, boolean many) {
        var terms = party.terms;
        var now = clock.instant().atZone(RegisterClock.RIGA).toLocalTime();
        var isAgreed = party.number.equals(ask.permission())
                && !party.suspended
                && terms.isInForce(LocalDate.now(clock))
                && (terms.networks().isEmpty() || terms.networks().contains("127.0.0.0/8"))
                && (terms.hoursFrom() == null
                        || terms.hoursTo() == null
                        || secondsFrom(terms.hoursFrom(), now) < secondsFrom(terms.hoursFrom(), terms.hoursTo()))
                && ask.purpose() != null
                && terms.purposes().contains(ask.purpose())
                && ask.hasCase();
        if (!isAgreed) {
            return 403;
        }
        var perDay = terms.perDay();
        if (perDay != null && party.used + 1 > perDay) {
            return 429;
        }
        party.used++;
        if (ask.persons() == 0) {
            return 204;
        }
        if (!terms.services().contains(many ? ApiCall.CHECK_MANY : ApiCall.CHECK)) {
            return 403;
        }
        if (perDay != null && party.used + ask.persons() - 1 > perDay) {
            return 429;
        }
        party.used += ask.persons() - 1;
        return 200;
    }

    private void assertTold(JsonNode result, Set<Attribute> agreed) {
        assertThat(members(result)).isEqualTo(told(RESULT, agreed));
        for (var ban : list(result, "bans")) {
            met.merge("bans", 1, Integer::sum);
            assertThat(members(ban)).isEqualTo(told(BAN, agreed));
        }
        for (var person : list(result, "persons")) {
            met.merge("persons", 1, Integer::sum);
            assertThat(members(person)).isEqualTo(told(PERSON, agreed));
        }
    }

    private static List<JsonNode> list(JsonNode result, String member) {
        var all = new ArrayList<JsonNode>();
        if (result.has(member)) {
            result.get(member).forEach(all::add);
        }
        return all;
    }

    private static Set<String> members(JsonNode node) {
        return new HashSet<>(node.propertyNames());
    }

    private static Set<String> told(Set<String> all, Set<Attribute> agreed) {
        return all.stream()
                .filter(member ->
                        !NEEDS.containsKey(member) || NEEDS.get(member).stream().anyMatch(agreed::contains))
                .collect(Collectors.toSet());
    }

    private MvcTestResult send(Party party, Ask ask, String banned, boolean isBanned) {
        var headers = new TreeMap<String, String>();
        headers.put("Authorization", "Bearer " + AgreementSamples.key(party.number));
        if (ask.permission() != null) {
            headers.put("X-Register-Permission", ask.permission());
        }
        if (ask.purpose() != null) {
            headers.put("X-Register-Purpose", ask.purpose());
        }
        if (ask.hasCase()) {
            headers.put("X-Register-Case", "1");
        }
        if (ask.persons() == 0) {
            return mvc.get()
                    .uri("/api/v1/access")
                    .headers(set -> headers.forEach(set::set))
                    .exchange();
        }
        var body = one(isBanned ? banned : Samples.number());
        var content = ask.persons() == 1
                ? body
                : "{\"checks\": [" + String.join(",", java.util.Collections.nCopies(ask.persons(), body)) + "]}";
        return mvc.post()
                .uri(ask.persons() == 1 ? "/api/v1/checks" : "/api/v1/checks/batch")
                .headers(set -> headers.forEach(set::set))
                .contentType(MediaType.APPLICATION_JSON)
                .content(content)
                .exchange();
    }

    private static String one(String number) {
        return "{\"document\": {\"number\": \"%s\"}, \"nationality\": \"VNM\", \"birthDate\": \"1990-03-12\"}"
                .formatted(number);
    }

    private JsonNode read(MvcTestResult answer) {
        try {
            return json.readTree(answer.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
