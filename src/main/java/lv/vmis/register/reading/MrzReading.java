package lv.vmis.register.reading;

import java.util.List;

/** What a text turned out to be when read as a machine readable zone. */
public sealed interface MrzReading {

    /** A zone of a known size; its check digits may still be wrong. */
    record Read(Mrz mrz) implements MrzReading {}

    /** Looks like a zone, but characters are missing or too many; the lengths of its lines as found. */
    record WrongLength(List<Integer> found) implements MrzReading {
        public WrongLength {
            found = List.copyOf(found);
        }
    }

    /** The zone of a visa (ICAO Doc 9303-7), which names no travel document. */
    record Visa() implements MrzReading {}

    record NotMrz() implements MrzReading {}

    /** Not looked at because no zone is that long. */
    record TooLong(int length, int limit) implements MrzReading {}
}
