package lv.vmis.register.contingency;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.official;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import lv.vmis.register.check.Check;
import lv.vmis.register.check.CheckForm;
import lv.vmis.register.check.CheckSlip;
import lv.vmis.register.check.HandedSamples;
import lv.vmis.register.check.Judgement;
import lv.vmis.register.check.Reason;
import lv.vmis.register.check.Traveller;
import lv.vmis.register.joining.JoiningSamples;
import lv.vmis.register.journal.Committing;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.reading.Mrz;
import lv.vmis.register.reading.MrzDate;
import lv.vmis.register.reading.MrzFormat;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Samples;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A list answers as the register does: invented persons of every kind, and travellers who are them, like them or nobody. */
@RegisterTest
class OfflineVerdictTest {

    private static final int PERSONS = 160;
    private static final int TRAVELLERS = 1_500;
    private static final List<String> FAMILY = List.of(
            "Nguyễn",
            "Singh",
            "Hosseini",
            "Karimov",
            "Dzhumaniyozov",
            "Müller-Li",
            "Шевченко",
            "Al Rashid",
            "Petrosyan",
            "Öztürk");
    private static final List<String> GIVEN =
            List.of("Van An", "Amar", "Reza", "Ulugbek", "Dev", "Xu", "Тарас", "Omar", "Aram", "Çağla");
    private static final List<String> STATES = List.of("VNM", "IND", "IRN", "UZB", "UKR", "ARM", "TUR");

    private final DeviceSamples devices;
    private final Check check;
    private final Countries countries;
    private final HandedSamples handed;
    private final DecisionSamples made;
    private final JoiningSamples joining;
    private final Samples samples;
    private final Journal journal;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final LocalDate today;
    private final Random random = new Random(20261127);

    OfflineVerdictTest(
            DeviceSamples devices,
            Check check,
            Countries countries,
            HandedSamples handed,
            DecisionSamples made,
            JoiningSamples joining,
            Journal journal,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            List<Committing> following,
            Clock clock) {
        this.devices = devices;
        this.check = check;
        this.countries = countries;
        this.handed = handed;
        this.made = made;
        this.joining = joining;
        this.samples = new Samples(jdbc, transactions, following);
        this.journal = journal;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.today = LocalDate.now(clock);
    }

    private record Somebody(UUID id, String family, String given, LocalDate born, String state, String number) {}

    /** What is compared of an answer; the order in which persons are found is nobody's concern. */
    private record Told(
            CheckSlip.Verdict verdict,
            List<String> reasons,
            List<String> bans,
            List<UUID> identified,
            List<UUID> candidates) {

        static Told of(Judgement judged) {
            return new Told(
                    judged.verdict().kind(),
                    sorted(judged.verdict().why().stream().map(Reason::toString).toList()),
                    sorted(judged.verdict().known().stream()
                            .map(ban ->
                                    ban.territory() + ban.from() + ban.until() + ban.legalBasis() + ban.institution())
                            .toList()),
                    judged.identified().stream()
                            .map(known -> known.person().value())
                            .sorted()
                            .toList(),
                    judged.candidates().stream()
                            .map(known -> known.person().value())
                            .sorted()
                            .toList());
        }

        private static List<String> sorted(List<String> texts) {
            return texts.stream().sorted().toList();
        }
    }

    @Test
    void a_list_answers_as_the_register_does() {
        var persons = new ArrayList<Somebody>();
        for (var n = 0; n < PERSONS; n++) {
            persons.add(somebody());
        }
        indexed();
        joining.joined(
                new PersonId(persons.get(0).id()), new PersonId(persons.get(1).id()));
        joining.joined(
                new PersonId(persons.get(2).id()), new PersonId(persons.get(3).id()));
        var travellers =
                Stream.generate(() -> traveller(persons)).limit(TRAVELLERS).toList();
        var apart = new HashSet<CheckForm>();
        for (var form : travellers.subList(0, TRAVELLERS / 5)) {
            if (form.parse(countries, today) instanceof Outcome.Done<Traveller>(var asked) && handed.toldApart(asked)) {
                apart.add(form);
            }
        }
        var booth = devices.booth();
        devices.issued(booth, null);
        var list = Objects.requireNonNull(devices.opened(booth).list());

        var verdicts = new EnumMap<CheckSlip.Verdict, Integer>(CheckSlip.Verdict.class);
        var codes = new HashMap<Reason.Code, Integer>();
        var passed = 0;
        for (var form : travellers) {
            var offline = form.parse(list.countries(), today);
            var online = form.parse(countries, today);
            assertThat(offline.getClass()).as(form.toString()).isEqualTo(online.getClass());
            if (!(online instanceof Outcome.Done<Traveller>(var asked))
                    || !(offline instanceof Outcome.Done<Traveller>(var sameAsked))) {
                continue;
            }
            assertThat(sameAsked.searchData()).isEqualTo(asked.searchData());
            var register = made.reading(() -> check.today(asked, Purpose.of("BORDER_CHECK")));
            var taken = list.persons()
                    .answer(sameAsked, Objects.requireNonNull(list.likely().get("BORDER_CHECK")), today);
            assertThat(Told.of(taken)).as(form.toString()).isEqualTo(Told.of(register));
            passed += apart.contains(form) && taken.verdict().kind() == CheckSlip.Verdict.NO_BAN ? 1 : 0;
            verdicts.merge(taken.verdict().kind(), 1, Integer::sum);
            taken.verdict().why().forEach(reason -> codes.merge(reason.code(), 1, Integer::sum));
        }

        // Each answer and each reason was really compared, and not once.
        assertThat(verdicts.keySet()).containsExactlyInAnyOrder(CheckSlip.Verdict.values());
        assertThat(verdicts.values()).allMatch(count -> count > 40);
        assertThat(passed).as("told apart, and stopped no more").isGreaterThan(20);
        assertThat(codes.keySet()).containsExactlyInAnyOrder(Reason.Code.values());
    }

    /** Banned, banned once, about to be, only ordered to leave, or with nothing against him. */
    private Somebody somebody() {
        var family = pick(FAMILY);
        var given = pick(GIVEN);
        var born = LocalDate.of(1950 + random.nextInt(50), 1 + random.nextInt(12), 1 + random.nextInt(28));
        var state = pick(STATES);
        var written = random.nextInt(8) == 0 ? "%d-00-00".formatted(born.getYear()) : born.toString();
        var number = Samples.number();
        var id = switch (random.nextInt(6)) {
            case 0, 1 -> samples.banned(family, given, written, state, today.minusMonths(random.nextInt(30)), 36);
            case 2 -> samples.banned(family, given, written, state, today.minusMonths(40), 36);
            case 3 -> {
                var person = samples.person(family, given, written, state);
                samples.ban(
                        person, samples.decision(person, today.minusDays(9)), "LV", random.nextBoolean() ? 12 : null);
                yield person;
            }
            case 4 -> {
                var person = samples.person(family, given, written, state);
                samples.decision(person, today.minusDays(20));
                yield person;
            }
            default -> samples.person(family, given, written, state);
        };
        samples.document(id, number, state);
        if (random.nextInt(4) == 0) {
            samples.identity(
                    id,
                    "ALIAS",
                    pick(FAMILY),
                    pick(GIVEN),
                    born.plusDays(random.nextInt(3)).toString(),
                    state);
        }
        return new Somebody(id, family, given, born, state, number);
    }

    /** Whoever was put into the tables without an act is told of once, so that the index of the register knows him too. */
    private void indexed() {
        var by = official("inspektore");
        as(
                by,
                () -> transaction.execute(_ -> {
                    Collection<PersonId> all = jdbc.sql("select id from person").query(UUID.class).list().stream()
                            .map(id -> new PersonId(Objects.requireNonNull(id)))
                            .toList();
                    return journal.record(by, Entry.act(RegisterDevice.class).about(all));
                }));
    }

    private CheckForm traveller(List<Somebody> persons) {
        var who = persons.get(random.nextInt(PERSONS));
        var family = random.nextInt(5) == 0 ? typo(who.family()) : who.family();
        var given = random.nextInt(8) == 0 ? pick(GIVEN) : who.given();
        var born = random.nextInt(6) == 0
                ? who.born().plusYears(random.nextInt(3) - 1).plusDays(random.nextInt(2))
                : who.born();
        var state = random.nextInt(6) == 0 ? pick(STATES) : who.state();
        var number = switch (random.nextInt(6)) {
            case 0, 1 -> who.number();
            case 2 -> who.number().replace('0', 'O');
            case 3 -> who.number() + "7";
            default -> Samples.number();
        };
        return switch (random.nextInt(5)) {
            case 0 -> zone(family, given, born, state, number);
            case 1 -> form(number, null, state, born, null, null);
            case 2 -> form(number, who.state(), state, born, family, given);
            case 3 -> form(null, null, state, born, family, random.nextInt(3) == 0 ? null : given);
            default -> form(number, null, state, null, family, given);
        };
    }

    private CheckForm zone(String family, String given, LocalDate born, String state, String number) {
        var zone = Mrz.of(
                        MrzFormat.TD3,
                        "P",
                        state,
                        number.substring(0, Math.min(9, number.length())),
                        state,
                        family,
                        given,
                        MrzDate.of(born),
                        Mrz.Sex.MALE,
                        MrzDate.of(LocalDate.of(2033, 3, 19)),
                        "")
                .emit();
        // Now and then a digit is read wrong.
        var read =
                random.nextInt(6) == 0 ? zone.substring(0, zone.length() - 1) + (zone.endsWith("0") ? "1" : "0") : zone;
        return new CheckForm(read, null, null, null, null, null, null, null);
    }

    private CheckForm form(
            @Nullable String number,
            @Nullable String issuer,
            String state,
            @Nullable LocalDate born,
            @Nullable String family,
            @Nullable String given) {
        var written = born == null || random.nextInt(7) == 0 ? "19" + (50 + random.nextInt(50)) : born.toString();
        return new CheckForm(null, number, issuer, state, written, family, given, random.nextBoolean() ? "M" : null);
    }

    private String typo(String name) {
        var at = 1 + random.nextInt(name.length() - 1);
        return name.substring(0, at) + name.substring(at - 1);
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
