package lv.vmis.register.returns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lv.vmis.register.reading.Mrz;
import lv.vmis.register.reading.MrzReading;
import org.jspecify.annotations.Nullable;

/** Machine readable zones one below another, as several documents leave them that are read one after another. */
final class Zones {

    /** Zones have two lines or three; some readers send them in one. */
    private static final int[] LINES = {1, 2, 3};

    /** @param mrz nothing when it cannot be read */
    record Zone(int line, @Nullable Mrz mrz) {}

    private Zones() {}

    static List<Zone> read(String text, LocalDate today) {
        var lines = text.lines().map(String::strip).toList();
        var zones = new ArrayList<Zone>();
        var at = 0;
        while (at < lines.size()) {
            if (lines.get(at).isEmpty()) {
                at++;
                continue;
            }
            var taken = 0;
            for (var count : LINES) {
                if (taken == 0
                        && at + count <= lines.size()
                        && Mrz.read(String.join("\n", lines.subList(at, at + count)), today)
                                instanceof MrzReading.Read(var mrz)) {
                    zones.add(new Zone(at + 1, mrz));
                    taken = count;
                }
            }
            if (taken == 0) {
                zones.add(new Zone(at + 1, null));
                // Whatever stands up to the next blank line belongs to it, at most the lines of one zone.
                do {
                    taken++;
                } while (taken < 2
                        && at + taken < lines.size()
                        && !lines.get(at + taken).isEmpty());
            }
            at += taken;
        }
        return zones;
    }
}
