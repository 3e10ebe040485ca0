package lv.vmis.register.contingency;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import lv.vmis.register.check.CheckForm;
import lv.vmis.register.check.CheckSlip;
import lv.vmis.register.decision.BanTerritory;
import lv.vmis.register.decision.PlannedBan;
import lv.vmis.register.joining.JoiningSamples;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.SomeForeigner;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A list is for one device, for a time, whole or after another, and not a bit otherwise than the register has made it. */
@RegisterTest
class IssueListTest {

    private static final CheckForm SOMEBODY =
            new CheckForm(null, "Z99999999", null, "IND", "02.01.1988.", null, null, null);
    private static final OfflineCheck.Asking INSPECTOR =
            new OfflineCheck.Asking("J. Bērziņš, 1234", "BORDER_CHECK", null);

    private final DeviceSamples devices;
    private final RevokeDevice revoke;
    private final RegisterDevice register;
    private final IssueList issue;
    private final DecisionSamples made;
    private final JoiningSamples joining;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Actor administrator = official("administrators");
    private final Actor inspector = official("inspektore");

    IssueListTest(
            DeviceSamples devices,
            RevokeDevice revoke,
            RegisterDevice register,
            IssueList issue,
            DecisionSamples made,
            JoiningSamples joining,
            JdbcClient jdbc,
            Clock clock) {
        this.devices = devices;
        this.revoke = revoke;
        this.register = register;
        this.issue = issue;
        this.made = made;
        this.joining = joining;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private OpenedList list(DeviceSamples.Booth booth) {
        return Objects.requireNonNull(devices.opened(booth).list());
    }

    private List<ContingencyRefusal> refused(DeviceSamples.Booth booth) {
        return devices.opened(booth).refused().stream()
                .map(one -> (ContingencyRefusal) one.why())
                .toList();
    }

    @Test
    void every_issue_is_one_act_with_number_device_and_count() throws Exception {
        made.open(inspector);
        var booth = devices.booth();
        var file = devices.issued(booth, null);

        var persons = DeviceSamples.lines(booth, file).size();
        var entry = made.reading(
                () -> jdbc.sql("""
                        select e.actor_name, e.payload ->> 'number' as number, (e.payload ->> 'persons')::integer as persons,
                               e.payload ->> 'digest' as digest
                          from entry e
                          join contingency_list l on l.id = e.object_id
                         where l.device_id = :device and e.operation = 'IssueList'
                        """).param("device", booth.id()).query().singleRow());
        assertThat(entry)
                .containsEntry("actor_name", inspector.name())
                .containsEntry("number", "1")
                .containsEntry("persons", persons)
                .containsEntry(
                        "digest", ListFile.of(file, booth.register().sign()).digest());
        assertThat(list(booth).count()).isEqualTo(persons).isPositive();
    }

    @Test
    void no_changed_bit_is_believed() throws Exception {
        var booth = devices.booth();
        var file = devices.issued(booth, null);
        var good = Files.readAllBytes(file);
        var random = new Random(7);
        for (var n = 0; n < 1_000; n++) {
            // The header and the signature are short: a third of the bits is taken from them.
            var at = switch (n % 6) {
                case 0 -> random.nextInt(400);
                case 1 -> good.length - 1 - random.nextInt(64);
                default -> random.nextInt(good.length);
            };
            var changed = good.clone();
            changed[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, changed);
            assertThat(devices.opened(booth).list()).as("a bit of byte %d", at).isNull();
            assertThat(refused(booth)).containsExactly(ContingencyRefusal.LIST_BROKEN);
        }
        for (var length : new int[] {0, 1, 63, 64, 65, 300, good.length / 2, good.length - 65, good.length - 1}) {
            Files.write(file, Arrays.copyOf(good, length));
            assertThat(devices.opened(booth).list()).as("%d bytes", length).isNull();
        }
        Files.write(file, good);
        assertThat(devices.opened(booth).list()).isNotNull();
    }

    @Test
    void a_list_opens_on_its_own_device_only() throws Exception {
        var booth = devices.booth();
        var other = devices.booth();
        var file = devices.issued(booth, null);
        Files.copy(file, other.folder().resolve("0001.list"));

        assertThat(devices.opened(other).list()).isNull();
        assertThat(refused(other)).containsExactly(ContingencyRefusal.LIST_OF_ANOTHER);
        // And whoever does not ask for whom it is has the wrong key.
        var lines = new HashSet<String>();
        assertThatThrownBy(() -> ListFile.of(file, booth.register().sign())
                        .read(other.key().secret(), lines::add))
                .isInstanceOfAny(ListFile.Refused.class, IOException.class);
        assertThat(lines).isEmpty();
    }

    @Test
    void nobody_is_checked_after_the_term_or_by_a_clock_set_back() throws Exception {
        var booth = devices.booth();
        devices.issued(booth, null);
        var list = list(booth);
        var until = list.last().until();
        assertThat(until).isEqualTo(list.last().madeAt().plus(Duration.ofHours(24)));

        assertThat(at(list, until.minusSeconds(1))).isInstanceOf(Outcome.Done.class);
        assertThat(refusals(at(list, until))).containsExactly("LIST_EXPIRED");
        assertThat(refusals(at(list, list.last().madeAt().minus(Duration.ofMinutes(11)))))
                .containsExactly("CLOCK_WRONG");
    }

    private static Outcome<?> at(OpenedList list, Instant now) throws IOException {
        var clock = new RegisterClock(Clock.fixed(now, RegisterClock.RIGA));
        return new OfflineCheck(list, _ -> {}, clock).run(SOMEBODY, INSPECTOR);
    }

    @Test
    void a_verdict_that_could_not_be_queued_is_not_told() {
        var booth = devices.booth();
        devices.issued(booth, null);
        var list = list(booth);

        assertThatThrownBy(() -> new OfflineCheck(
                                list,
                                _ -> {
                                    throw new IOException("no space left");
                                },
                                clock)
                        .run(SOMEBODY, INSPECTOR))
                .hasMessage("no space left");
    }

    @Test
    void a_revoked_device_gets_nothing() throws Exception {
        var booth = devices.booth();
        devices.issued(booth, null);
        as(administrator, () -> done(revoke.run(new RevokeDevice.Input(booth.id(), "Nozaudēta"), administrator)));

        var file = Files.createTempFile("never", ".list");
        for (var since : new Integer[] {null, 1}) {
            assertThat(refusals(as(
                            inspector, () -> issue.run(new IssueList.Input(booth.id(), since, file), inspector))))
                    .containsExactly("DEVICE_REVOKED");
        }
        assertThat(file).isEmptyFile();
        assertThat(refusals(as(
                        administrator, () -> revoke.run(new RevokeDevice.Input(booth.id(), "Vēlreiz"), administrator))))
                .containsExactly("DEVICE_REVOKED");
        var again = new RegisterDevice.Input("Tā pati", "VRS_RIGA", booth.key().shown());
        assertThat(refusals(as(administrator, () -> register.run(again, administrator))))
                .as("its key is not taken again under another name")
                .containsExactly("KEY_KNOWN");
        assertThat(made.entries(booth.id(), RegisterDevice.class)).isEqualTo(1);
        assertThat(made.entries(booth.id(), RevokeDevice.class)).isEqualTo(1);
    }

    @Test
    void only_a_key_that_keeps_a_secret_is_taken() {
        assertThat(Sealing.device(Sealing.pem(Sealing.pair(Sealing.X25519).getPublic())))
                .isPresent();
        assertThat(Sealing.device(Sealing.pem(Sealing.pair(Sealing.ED25519).getPublic())))
                .isEmpty();
        // Points of small order: 0, 1 and one of order eight.
        for (var point : new String[] {
            "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            "4Ot6fDtBuK4WVuP68Z_EatoJjeucMrH9hmIFFl9JuAA"
        }) {
            assertThat(Sealing.device(Sealing.pem(Sealing.publicKey(Sealing.X25519, point))))
                    .as(point)
                    .isEmpty();
        }
        assertThat(Sealing.device("-----BEGIN PUBLIC KEY-----\nčau\n-----END PUBLIC KEY-----"))
                .isEmpty();
        assertThat(Sealing.device("A".repeat(2_000))).isEmpty();
    }

    @Test
    void changes_come_to_the_same_as_a_whole_list() throws Exception {
        var decider = official("vrs.vaditajs");
        var one = joining.person("Rahimov", "Bobur", "1981-02-03", "UZB");
        var other = joining.person("Raximov", "Babur", "1981-02-03", "UZB");
        var link = joining.joined(
                joining.person("Osei", "Kofi", "1979-05-06", "GHA"),
                joining.person("Osey", "Kofi", "1979-05-06", "GHA"));
        for (var n = 0; n < 3; n++) {
            made.open(inspector);
        }
        var booth = devices.booth();
        var first = devices.issued(booth, null);

        // Somebody new, a ban that begins, two records joined, two parted.
        var banned = made.openFor(SomeForeigner.named("Yusupov", "Anvar"), inspector);
        made.departed(banned, order(new PlannedBan(BanTerritory.LV, "IL2002-61-5-1", 12, null)), inspector, decider);
        joining.joined(one, other);
        joining.parted(link);

        // Alerts in SIS are told and answered beside this test: changes are compared with a whole list of the same
        // moment.
        for (var attempt = 0; ; attempt++) {
            var number = 2 + 2 * attempt;
            var changes = DeviceSamples.lines(booth, devices.issued(booth, 1));
            var whole = DeviceSamples.lines(booth, devices.issued(booth, null));
            var applied = applied(DeviceSamples.lines(booth, first), changes);
            assertThat(changes).hasSizeLessThan(whole.size());
            if (attempt == 5 || applied.equals(whole)) {
                assertThat(applied).isEqualTo(whole);
                assertThat(list(booth).last().number()).isEqualTo(number + 1);
                Files.delete(booth.folder().resolve("%04d.list".formatted(number + 1)));
                break;
            }
        }
        var taken = list(booth);
        assertThat(taken.last().since()).isNotNull();
        var number = made.reading(() -> jdbc.sql("select number from document where person_id = :person limit 1")
                .param("person", banned.person().value())
                .query(String.class)
                .single());
        var form = new CheckForm(null, number, null, "UZB", "1990", null, null, null);
        assertThat(new OfflineCheck(taken, _ -> {}, clock).run(form, INSPECTOR))
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        answer -> assertThat(((Outcome.Done<?>) answer).value())
                                .extracting("verdict.kind")
                                .isNotEqualTo(CheckSlip.Verdict.NO_BAN));
    }

    private static Set<String> applied(Set<String> first, Set<String> changes) {
        var ids = changes.stream().map(IssueListTest::id).toList();
        var all = new HashSet<>(first);
        all.removeIf(line -> ids.contains(id(line)));
        changes.stream().filter(line -> line.startsWith("{\"person\"")).forEach(all::add);
        return all;
    }

    private static String id(String line) {
        var marker = line.startsWith("{\"gone\"") ? "{\"gone\": \"" : "\"id\": \"";
        var from = line.indexOf(marker) + marker.length();
        return line.substring(from, from + 36);
    }

    @Test
    void changes_are_taken_in_their_order_only() throws Exception {
        var booth = devices.booth();
        devices.issued(booth, null);
        var second = devices.issued(booth, 1);
        devices.issued(booth, 2);
        assertThat(list(booth).last().number()).isEqualTo(3);

        var away = Files.move(second, booth.folder().resolve("second.away"));
        assertThat(list(booth).last().number()).isEqualTo(1);
        assertThat(refused(booth)).containsExactly(ContingencyRefusal.LIST_OUT_OF_ORDER);

        Files.move(away, second);
        Files.delete(booth.folder().resolve("0001.list"));
        assertThat(devices.opened(booth).list()).isNull();
        assertThat(refused(booth))
                .containsExactly(ContingencyRefusal.LIST_OUT_OF_ORDER, ContingencyRefusal.LIST_OUT_OF_ORDER);
        var file = Path.of(second.toString());
        assertThat(refusals(as(inspector, () -> issue.run(new IssueList.Input(booth.id(), 9, file), inspector))))
                .containsExactly("LIST_UNKNOWN");
    }

    @Test
    void a_passphrase_opens_its_key_and_no_other_does() throws Exception {
        var booth = devices.booth();
        assertThat(DeviceKey.open(booth.folder(), DeviceSamples.PASSPHRASE))
                .hasValueSatisfying(key -> assertThat(key.secret().getEncoded())
                        .isEqualTo(booth.key().secret().getEncoded()));
        assertThat(DeviceKey.open(booth.folder(), "ļoti gara parola".toCharArray()))
                .isEmpty();
    }
}
