package lv.vmis.register.contingency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.vmis.register.check.CheckWords;
import lv.vmis.register.check.ListedPersons;
import lv.vmis.register.edge.Texts;
import lv.vmis.register.reference.Code;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.reference.LegalBases;
import lv.vmis.register.reference.Units;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lists of a folder as one: the newest whole one and the changes that follow it, each only if it names the one before it by
 * number and hash.
 *
 * @param last the header of the last list that is in it
 * @param likely by purpose, from how likely on whoever is like a traveller is weighed, in per cent
 * @param alerts kinds of alerts in SIS by person
 */
record OpenedList(
        ListHeader last,
        ListedPersons persons,
        int count,
        Map<UUID, List<String>> alerts,
        Countries countries,
        CheckWords words,
        List<Code> purposes,
        Map<String, Integer> likely) {

    private static final JsonMapper JSON = new JsonMapper();

    /** What opening came to: no list where none could be used. */
    record Opening(@Nullable OpenedList list, List<CheckerView.NotUsed> refused) {}

    /** What has been read so far. */
    private static final class Reading {

        private final Map<UUID, ListedPerson> persons = new LinkedHashMap<>();
        private ListedPerson.@Nullable Preface preface;
        private long lines;
        private boolean ended;

        void line(String json) {
            var line = JSON.readValue(json, ListedPerson.Line.class);
            if (line.preface() != null) {
                preface = line.preface();
            } else if (line.person() != null) {
                persons.put(line.person().id(), line.person());
                lines++;
            } else if (line.gone() != null) {
                persons.remove(line.gone());
                lines++;
            } else if (line.end() != null) {
                ended = line.end().lines() == lines;
            }
        }

        void begin() {
            lines = 0;
            ended = false;
        }
    }

    static Opening of(Path folder, RegisterKeys register, DeviceKey device, Texts texts) throws IOException {
        var refused = new ArrayList<CheckerView.NotUsed>();
        var files = files(folder, register, device, refused);
        var whole = files.stream()
                .filter(file -> file.header().since() == null)
                .max(Comparator.comparing(file -> file.header().number()));
        if (whole.isEmpty()) {
            files.forEach(file -> refused.add(notUsed(file, ContingencyRefusal.LIST_OUT_OF_ORDER)));
            return new Opening(null, refused);
        }
        var reading = new Reading();
        ListFile last = null;
        try {
            for (var next = whole; next.isPresent(); next = following(last, files)) {
                last = next.get();
                files.remove(last);
                read(last, device, reading);
            }
        } catch (ListFile.Refused broken) {
            // What the register has signed opens, or the device is not the one it was sealed to: nothing of it is
            // believed.
            refused.add(notUsed(Objects.requireNonNull(last), broken.why()));
            return new Opening(null, refused);
        }
        var header = Objects.requireNonNull(last).header();
        files.stream()
                .filter(file -> file.header().number() > header.number())
                .forEach(file -> refused.add(notUsed(file, ContingencyRefusal.LIST_OUT_OF_ORDER)));
        return new Opening(opened(header, reading, texts), refused);
    }

    private static List<ListFile> files(
            Path folder, RegisterKeys register, DeviceKey device, List<CheckerView.NotUsed> refused)
            throws IOException {
        var files = new ArrayList<ListFile>();
        try (var found = Files.newDirectoryStream(folder, "*.list")) {
            for (var path : found) {
                try {
                    var file = ListFile.of(path, register.sign());
                    if (!file.header().sealedTo().equals(register.fingerprint())) {
                        throw new ListFile.Refused(ContingencyRefusal.LIST_OF_ANOTHER_REGISTER);
                    }
                    if (!file.header().device().equals(device.fingerprint())) {
                        throw new ListFile.Refused(ContingencyRefusal.LIST_OF_ANOTHER);
                    }
                    files.add(file);
                } catch (ListFile.Refused no) {
                    refused.add(new CheckerView.NotUsed(path.toFile().getName(), no.why()));
                }
            }
        }
        return files;
    }

    /** The changes that lead furthest from what was read. */
    private static Optional<ListFile> following(@Nullable ListFile last, List<ListFile> files) {
        var read = Objects.requireNonNull(last);
        var here = new ListHeader.Since(read.header().number(), read.digest());
        return files.stream()
                .filter(file -> here.equals(file.header().since()))
                .max(Comparator.comparing(file -> file.header().number()));
    }

    private static void read(ListFile file, DeviceKey device, Reading reading) throws IOException, ListFile.Refused {
        reading.begin();
        try {
            file.read(device.secret(), reading::line);
        } catch (JacksonException broken) {
            throw new ListFile.Refused(ContingencyRefusal.LIST_BROKEN);
        }
        if (!reading.ended) {
            throw new ListFile.Refused(ContingencyRefusal.LIST_BROKEN);
        }
    }

    private static OpenedList opened(ListHeader last, Reading reading, Texts texts) {
        var preface = Objects.requireNonNull(reading.preface);
        var countries = Countries.of(preface.countries());
        var words =
                new CheckWords(texts, countries, Units.of(preface.institutions()), LegalBases.of(preface.legalBases()));
        var persons = reading.persons.values();
        return new OpenedList(
                last,
                new ListedPersons(persons.stream().map(ListedPerson::listed)::iterator),
                persons.size(),
                persons.stream()
                        .filter(person -> person.alerts() != null)
                        .collect(Collectors.toMap(ListedPerson::id, person -> Objects.requireNonNull(person.alerts()))),
                countries,
                words,
                preface.purposes(),
                preface.likely());
    }

    private static CheckerView.NotUsed notUsed(ListFile file, ContingencyRefusal why) {
        return new CheckerView.NotUsed(file.path().toFile().getName(), why);
    }
}
