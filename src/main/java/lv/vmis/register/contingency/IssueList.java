package lv.vmis.register.contingency;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.vmis.register.check.Thresholds;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.reference.Code;
import lv.vmis.register.reference.Codes;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.reference.LegalBases;
import lv.vmis.register.reference.LegalParameters;
import lv.vmis.register.reference.Units;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Issues a list to a device: everybody, or what has changed since a list it has. Written to a file, sealed from its first byte on. */
@Action
public class IssueList {

    private static final String VALID = "contingency.list.valid";

    /** @param since number of the list the device has; none: everybody */
    public record Input(UUID device, @Nullable Integer since, Path file) {}

    /** What was issued. */
    public record Issued(UUID list, int number) {}

    private final Devices devices;
    private final ContingencyKeys keys;
    private final ListRows rows;
    private final Countries countries;
    private final Units units;
    private final LegalBases bases;
    private final Codes codes;
    private final LegalParameters parameters;
    private final Thresholds thresholds;
    private final Journal journal;
    private final JsonMapper json;
    private final Clock clock;

    IssueList(
            Devices devices,
            ContingencyKeys keys,
            ListRows rows,
            Countries countries,
            Units units,
            LegalBases bases,
            Codes codes,
            LegalParameters parameters,
            Thresholds thresholds,
            Journal journal,
            JsonMapper json,
            Clock clock) {
        this.devices = devices;
        this.keys = keys;
        this.rows = rows;
        this.countries = countries;
        this.units = units;
        this.bases = bases;
        this.codes = codes;
        this.parameters = parameters;
        this.thresholds = thresholds;
        this.journal = journal;
        this.json = json;
        this.clock = clock;
    }

    private record Written(ListRows.Told told, String digest) {}

    public Outcome<Issued> run(Input in, Actor by) {
        var device = devices.find(in.device()).orElseThrow(NotFound::new);
        devices.lock(device.id());
        if (devices.find(in.device()).filter(Device::isRevoked).isPresent()) {
            return refused(ContingencyRefusal.DEVICE_REVOKED);
        }
        var before = devices.lists(device.id());
        var since = before.stream()
                .filter(list -> in.since() != null && list.number() == in.since())
                .findFirst();
        if (in.since() != null && since.isEmpty()) {
            return refused(List.of(Refusal.at("since", ContingencyRefusal.LIST_UNKNOWN)));
        }
        var number = before.isEmpty() ? 1 : before.getFirst().number() + 1;
        try {
            var horizon = rows.horizon();
            var secret = ListWriter.Secret.to(Sealing.publicKey(Sealing.X25519, device.publicKey()));
            var header = header(device, number, since.orElse(null), secret.written());
            var written = write(in.file(), header, secret, since.orElse(null));
            var id = Ids.next();
            devices.issued(id, device.id(), header, written.told(), written.digest(), horizon, by);
            journal.record(
                    by, Entry.act(IssueList.class).on("contingency_list", id, 0).with(state(device, header, written)));
            return done(new Issued(id, number));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private ListHeader header(Device device, int number, @Nullable IssuedList since, String secret) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return new ListHeader(
                number,
                device.fingerprint(),
                device.name(),
                now,
                now.plus(parameters.duration(VALID, LocalDate.now(clock))),
                since == null ? null : new ListHeader.Since(since.number(), since.digest()),
                keys.current().fingerprint(),
                secret);
    }

    private Written write(Path file, ListHeader header, ListWriter.Secret secret, @Nullable IssuedList since)
            throws IOException, GeneralSecurityException {
        var today = LocalDate.now(clock);
        var purposes = OfflineCheck.purposes(codes.inForce("purpose", today));
        try (var writer = new ListWriter(new BufferedOutputStream(Files.newOutputStream(file)), header, secret)) {
            writer.line(json.writeValueAsString(Map.of(
                    "preface",
                    new ListedPerson.Preface(
                            countries.all(),
                            units.institutions(),
                            bases.all(),
                            purposes,
                            purposes.stream()
                                    .map(Code::code)
                                    .collect(Collectors.toMap(
                                            code -> code, code -> thresholds.percent(Purpose.of(code), today)))))));
            var told = since == null
                    ? rows.whole(today, writer::line)
                    : rows.changed(since.horizon(), today, writer::line);
            writer.line(
                    json.writeValueAsString(Map.of("end", new ListedPerson.End((long) told.persons() + told.gone()))));
            return new Written(told, writer.sign(keys.current().sign()));
        }
    }

    private static Map<String, ?> state(Device device, ListHeader header, Written written) {
        var state = new LinkedHashMap<String, Object>();
        state.put("device", device.name());
        state.put("number", header.number());
        if (header.since() != null) {
            state.put("since", header.since().number());
        }
        state.put("persons", written.told().persons());
        state.put("gone", written.told().gone());
        state.put("until", header.until().toString());
        state.put("digest", written.digest());
        return state;
    }
}
