package lv.vmis.register.contingency;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import lv.vmis.register.edge.Texts;
import lv.vmis.register.kernel.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Devices of a booth, with a folder each, as the program of the border would keep it. */
@Component
class DeviceSamples {

    static final char[] PASSPHRASE = "ļoti gara parole".toCharArray();

    private static final AtomicInteger NEXT = new AtomicInteger(1);

    private final RegisterDevice register;
    private final IssueList issue;
    private final ContingencyKeys keys;
    private final Texts texts;
    private final Actor administrator = official("administrators");
    private final Actor inspector = official("inspektore");

    DeviceSamples(RegisterDevice register, IssueList issue, ContingencyKeys keys, Texts texts) {
        this.register = register;
        this.issue = issue;
        this.keys = keys;
        this.texts = texts;
    }

    /** A registered device and its folder. */
    record Booth(UUID id, Path folder, DeviceKey key, RegisterKeys register) {}

    Booth booth() {
        try {
            var folder = Files.createTempDirectory("booth");
            var key = DeviceKey.make(folder, PASSPHRASE);
            Files.writeString(folder.resolve(CheckerDesk.REGISTER), as(administrator, keys::told));
            var input = new RegisterDevice.Input("Kabīne " + NEXT.getAndIncrement(), "VRS_RIGA", key.shown());
            var id = as(administrator, () -> done(register.run(input, administrator)));
            return new Booth(id, folder, key, RegisterKeys.of(folder.resolve(CheckerDesk.REGISTER)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Puts a list into the folder of the device. */
    Path issued(Booth booth, @Nullable Integer since) {
        try {
            var file = Files.createTempFile("issued", "");
            var list = as(inspector, () -> done(issue.run(new IssueList.Input(booth.id(), since, file), inspector)));
            return Files.move(file, booth.folder().resolve("%04d.list".formatted(list.number())));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    OpenedList.Opening opened(Booth booth) {
        try {
            return OpenedList.of(booth.folder(), booth.register(), booth.key(), texts);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The lines of a list that tell of persons. */
    static Set<String> lines(Booth booth, Path list) throws Exception {
        var lines = new HashSet<String>();
        ListFile.of(list, booth.register().sign()).read(booth.key().secret(), lines::add);
        lines.removeIf(line -> !line.startsWith("{\"person\"") && !line.startsWith("{\"gone\""));
        return lines;
    }
}
