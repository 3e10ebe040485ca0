package lv.vmis.register.legacy.export;

/**
 * How much is taken from a file before reading stops, or is told.
 *
 * @param cell a longer cell is kept and told, in characters
 * @param row a longer row ends the reading: a quote was opened and never closed
 * @param unpacked so many bytes of a container at most
 * @param ratio so many times its packed size at most, once more than {@code free} bytes came out of it
 * @param entries in a container
 * @param shared characters of shared texts of a spreadsheet
 */
public record Limits(int cell, int row, long unpacked, int ratio, long free, int entries, long shared) {

    public static final Limits USUAL = new Limits(1 << 20, 16 << 20, 8L << 30, 300, 16L << 20, 5_000, 200_000_000L);
}
